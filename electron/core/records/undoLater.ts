import type { ReadDb } from '#db/database.ts'
import { shownDiff } from '#db/queries/auditDiffs.ts'
import { type LaterChange, laterChanges } from '#db/queries/undo.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { columnText } from './recordKindTexts.ts'
import { isLiving, type UndoPlan, type UndoProblem, type UndoReason, type UndoStep } from './undoPlan.ts'
import { readStanding } from './undoStanding.ts'

/** Later changes that still count, by `kind id`, newest first. */
export type Later = ReadonlyMap<string, readonly LaterChange[]>

/**
 * An entry that was taken back since counts for nothing, nor does what took it back; taking back something from before this
 * entry counts like any other change.
 */
export function readLater(db: ReadDb, { entry }: UndoPlan): Later {
  const all = laterChanges(db, entry.seq)
  const standing = readStanding(db, [...new Set(all.map((change) => change.entry))])
  const counting = all.filter(
    (change) =>
      standing.undoneBy(change.entry) === null && (change.undoes === null || change.undoes < entry.seq),
  )
  return Map.groupBy(counting, ({ kind, recordId }) => `${kind} ${recordId}`)
}

export const laterOf = (later: Later, { kind, id }: UndoStep) => later.get(`${kind} ${id}`) ?? []

export function problemOf(
  step: Pick<UndoStep, 'kind' | 'id' | 'name'>,
  reason: UndoReason,
  sentence: string,
  by: number | null = null,
  because: UndoProblem['because'] = null,
): UndoProblem {
  const { kind, id, name } = step
  return { kind, id, name, reason, sentence, by, because }
}

export const called = ({ kind, name }: Pick<UndoStep, 'kind' | 'name'>) =>
  name === '' ? `这条${recordKindLabels[kind]}` : `“${name}”`

const touches = (change: LaterChange, column: string) => Object.hasOwn(shownDiff(change), column)

/** What somebody did to the very records since. At most one problem a record. */
export function laterProblem(plan: UndoPlan, step: UndoStep, later: Later): UndoProblem | null {
  // A link to a member who has come to the roster since is nobody's edit.
  const isLink = (change: LaterChange) => step.kind === 'mobilityRecord' && touches(change, 'member_id')
  const mine = laterOf(later, step).filter((change) => !isLink(change))
  const newest = mine[0]
  const { now, deed } = step
  if (deed === 'insert')
    return now === null
      ? null
      : problemOf(step, 'edited', `${called(step)}后来又添加过`, newest?.entry ?? null)
  if (now === null) return problemOf(step, 'gone', `${called(step)}已彻底删除`, newest?.entry ?? null)
  const isUnlinking = step.kind === 'mobilityRecord' && step.left.member_id !== undefined
  if (!isLiving(now) && step.left.deleted_at === undefined && !isUnlinking) {
    const trashing = mine.find((change) => touches(change, 'deleted_at'))
    return problemOf(step, 'trashed', `${called(step)}已移入回收站`, trashing?.entry ?? null)
  }
  // People a list of 流动党员 speaks of are its followers: whatever else is written of them is not in its way.
  const isFollower =
    (plan.importKind === 'mobility' && step.kind === 'member') ||
    (plan.importKind === 'roster' && step.kind === 'mobilityRecord')
  const isWhole = (plan.importKind !== null && !isFollower) || step.change.action === 'added'
  if (isWhole && newest && step.kind !== 'importBatch')
    return problemOf(step, 'edited', `${called(step)}后来又修改过`, newest.entry)
  return fieldProblem(step, mine)
}

function fieldProblem(step: UndoStep, mine: readonly LaterChange[]): UndoProblem | null {
  const { now, left } = step
  const columns = Object.keys(left)
  const edited = columns.filter((column) => mine.some((change) => touches(change, column)))
  const differing = columns.filter((column) => (now?.[column] ?? null) !== left[column])
  const found = [...new Set([...edited, ...differing])]
  if (found.length === 0) return null
  const labels = found.flatMap((column) => columnText(step.kind, column)?.label ?? [])
  const what = labels.length === 0 ? '' : `的${labels.slice(0, 4).join('、')}${labels.length > 4 ? '等' : ''}`
  const by = mine.find((change) => found.some((column) => touches(change, column)))
  return problemOf(step, 'edited', `${called(step)}${what}后来又修改过`, by?.entry ?? null, step)
}
