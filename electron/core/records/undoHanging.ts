import { tableOf } from '#db/audit/auditedTables.ts'
import type { ReadDb } from '#db/database.ts'
import { listReferences, pointingAt, type RawRow } from '#db/queries/undoRows.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { called, problemOf } from './undoLater.ts'
import { isEndedRow, isLiving, overlay, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

/** `ended`: it stays as history, so what is history itself may hang on it, and accounts may be tied to it. */
type Leaving = 'gone' | 'ended' | null

function leaving({ now, next }: UndoStep): Leaving {
  if (isLiving(now) && !isLiving(next)) return 'gone'
  return !isEndedRow(now) && isEndedRow(next) ? 'ended' : null
}

/** Rows that came with a record of the same entry go to the trash with it, and come back with it. */
export function withoutBelongings(db: ReadDb, steps: readonly UndoStep[]): readonly UndoStep[] {
  const references = listReferences(db).filter(({ isPart }) => isPart)
  const added = new Map(
    steps.filter(({ change }) => change.action === 'added').map((step) => [`${step.kind} ${step.id}`, step]),
  )
  // What has no trash is deleted, and cannot take its parts along.
  const goesToTrash = (key: string): boolean => {
    const of = added.get(key)
    return of !== undefined && (of.deed !== 'delete' || cameAlong(of))
  }
  const cameAlong = ({ kind, deed, now }: UndoStep): boolean =>
    deed === 'delete' &&
    (references.some(
      ({ child, column, parent }) => child === kind && goesToTrash(`${parent} ${textIn(now, column)}`),
    ) ||
      // A follow-up knows its record by name and id, not by key.
      (kind === 'followUp' && goesToTrash(`${textIn(now, 'subject')} ${textIn(now, 'subject_id')}`)))
  return steps.filter((step) => !cameAlong(step))
}

/** Records in use that would be left hanging on one that goes or ends. */
export function hangingProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  problemFor: (kind: RecordKind, row: RawRow) => string,
): readonly UndoProblem[] {
  const candidates = new Map(steps.filter((step) => leaving(step) !== null).map((step) => [step.id, step]))
  if (candidates.size === 0) return []
  const after = overlay(steps)
  const isOfOneGoing = (row: RawRow) => {
    const member = candidates.get(textIn(row, 'member_id') ?? '')
    return member !== undefined && leaving(member) === 'gone'
  }
  const problems = listReferences(db)
    .filter(({ isPart }) => !isPart)
    .flatMap((reference) => {
      const { child, column, parent } = reference
      const ids = [...candidates.values()].filter(({ kind }) => kind === parent).map(({ id }) => id)
      if (ids.length === 0) return []
      const found = new Map<string, UndoProblem>()
      for (const row of pointingAt(db, reference, ids)) {
        const next = isOfOneGoing(row) ? null : after(child, row)
        const on = isLiving(next) ? candidates.get(textIn(next, column) ?? '') : undefined
        if (!on || found.has(on.id) || (leaving(on) === 'ended' && isHistory(child, column, next))) continue
        const id = String(row[tableOf(child).key])
        const named = problemFor(child, row)
        const sentence = isSpell(child)
          ? `曾有党员${named}在${called(on)}`
          : `${called(on)}之下已有${recordKindLabels[child]}${named}`
        found.set(on.id, problemOf(on, 'inUse', sentence, null, { kind: child, id }))
      }
      return [...found.values()]
    })
  return problems.filter((problem, i) => !isSpellOnly(problem) || problems.findIndex(sameAs(problem)) === i)
}

const isSpellOnly = ({ because }: UndoProblem) => because !== null && isSpell(because.kind)

/** Whoever is there now is named first; that they, or others, were there says no more. */
const sameAs =
  ({ id }: UndoProblem) =>
  (other: UndoProblem) =>
    other.id === id

function isHistory(child: RecordKind, column: string, row: RawRow | null): boolean {
  return isSpell(child) || child === 'account' || column === 'merged_into_id' || isEndedRow(row)
}

/** Where somebody was stays true; who is there now hangs on it by the record. */
const isSpell = (child: RecordKind) =>
  child === 'membership' || child === 'groupSpell' || child === 'statusSpell'
