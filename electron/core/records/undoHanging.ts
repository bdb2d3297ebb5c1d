import { tableOf } from '#db/audit/auditedTables.ts'
import type { ReadDb } from '#db/database.ts'
import { listReferences, pointingAt, type RawRow, type Reference } from '#db/queries/undoRows.ts'
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

/** What belongs to its record goes where the record goes; it does not hang on it. */
const belongs = ({ child }: Reference) => tableOf(child).undoInsert === 'delete'

/** Rows that came with a record of the same entry go to the trash with it, and come back with it. */
export function withoutBelongings(db: ReadDb, steps: readonly UndoStep[]): readonly UndoStep[] {
  const references = listReferences(db).filter(belongs)
  const added = new Set(
    steps.filter(({ change }) => change.action === 'added').map(({ kind, id }) => `${kind} ${id}`),
  )
  const cameAlong = ({ kind, deed, now }: UndoStep) =>
    deed === 'delete' &&
    references.some(
      ({ child, column, parent }) => child === kind && added.has(`${parent} ${textIn(now, column)}`),
    )
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
  return listReferences(db)
    .filter((reference) => !belongs(reference))
    .flatMap((reference) => {
      const { child, column, parent } = reference
      const ids = [...candidates.values()].filter(({ kind }) => kind === parent).map(({ id }) => id)
      if (ids.length === 0) return []
      const found = new Map<string, UndoProblem>()
      for (const row of pointingAt(db, reference, ids)) {
        const next = after(child, row)
        const on = isLiving(next) ? candidates.get(textIn(next, column) ?? '') : undefined
        if (!on || found.has(on.id) || (leaving(on) === 'ended' && isHistory(child, column, next))) continue
        const id = String(row[tableOf(child).key])
        const sentence = `${called(on)}之下已有${recordKindLabels[child]}${problemFor(child, row)}`
        found.set(on.id, problemOf(on, 'inUse', sentence, null, { kind: child, id }))
      }
      return [...found.values()]
    })
}

function isHistory(child: RecordKind, column: string, row: RawRow | null): boolean {
  return child === 'account' || column === 'merged_into_id' || isEndedRow(row)
}
