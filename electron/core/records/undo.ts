import { tableOf } from '#db/audit/auditedTables.ts'
import type { ReadDb, WriteDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { isInScope } from '#db/queries/scope.ts'
import { getEntry, listChanges, type LoggedChange, type LoggedEntry } from '#db/queries/undo.ts'
import { deleteRow, insertRow, type RawRow, updateRow } from '#db/queries/undoRows.ts'
import { type ChangeAction, type RecordKind, sideKinds, type UndoCheck } from '#shared/contract/activity.ts'
import { AppError } from '#shared/contract/errors.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { WriteMoment } from './memberStore.ts'
import { recordKinds } from './recordKinds.ts'
import { readBlockers } from './undoBlockers.ts'
import { hangingProblems, withoutBelongings } from './undoHanging.ts'
import { laterOf, laterProblem, readLater } from './undoLater.ts'
import { planUndo, textIn, type UndoPlan, type UndoProblem, type UndoStep } from './undoPlan.ts'
import { readStanding } from './undoStanding.ts'
import { readTitles } from './undoTitles.ts'

/** Who wants to take something back. The scope is the database's. */
export interface Undoer {
  readonly accountId: string
}

export interface Examined extends UndoPlan {
  readonly problems: readonly UndoProblem[]
}

/**
 * What taking this entry back would do and what stands in the way. Throws NOT_FOUND for an entry the account may not see,
 * FORBIDDEN for one it may not take back, CONFLICT for one that cannot be taken back, or was already.
 */
export function examineUndo(db: ReadDb, seq: number, undoer: Undoer, { at }: WriteMoment): Examined {
  const entry = getEntry(db, seq)
  const changes = entry ? listChanges(db, seq) : []
  if (!entry || !isSeen(db, entry, changes, undoer))
    throw new AppError('NOT_FOUND', 'no such entry', { messageZh: '找不到这条操作记录，请刷新后重试' })
  refuseOthers(db, entry, changes, undoer)
  const refusal = whyNotUndoable(changes)
  if (refusal !== null) throw new AppError('CONFLICT', 'not undoable', { messageZh: refusal })
  const undone = readStanding(db, [seq]).undoneBy(seq)
  if (undone)
    throw new AppError('CONFLICT', 'already undone', {
      messageZh: `这次操作已由${undone.accountName}在 ${formatInShanghai(undone.at)} 撤销，不需要再撤销`,
    })
  const title = readTitles(db, [entry]).get(seq) ?? ''
  const written = changes.filter(({ action }) => action !== 'noted')
  return examine(db, planUndo(db, entry, written, { title, at }))
}

function isSeen(
  db: ReadDb,
  { accountId }: LoggedEntry,
  changes: readonly LoggedChange[],
  undoer: Undoer,
): boolean {
  if (db.scope === null || accountId === undoer.accountId) return true
  return changes.some(({ organizationId }) => organizationId !== null && isInScope(db, organizationId))
}

function refuseOthers(
  db: ReadDb,
  { accountId }: LoggedEntry,
  changes: readonly LoggedChange[],
  undoer: Undoer,
): void {
  if (db.scope === null) return
  const isOutside = changes.some(
    ({ organizationId }) => organizationId !== null && !isInScope(db, organizationId),
  )
  if (accountId !== undoer.accountId || isOutside)
    throw new AppError('FORBIDDEN', 'not an own entry within the scope', { messageZh: othersOnly })
}

/** Said to accounts tied to an organisation. */
export const othersOnly = '只能撤销自己在管理范围内做的操作。需要撤销这一次，请联系街道党务干事'

/** Why entries that did such things are never taken back; null when it may be tried. */
export function whyNotUndoable(
  changes: readonly { readonly kind: RecordKind; readonly action: ChangeAction }[],
): string | null {
  const written = changes.filter(({ action }) => action !== 'noted')
  if (written.length === 0) return '这一步没有改动记录，不需要撤销'
  if (written.some(({ action }) => action === 'purged')) return '彻底删除的记录找不回来，不能撤销'
  return written.map(({ kind }) => recordKinds[kind].notUndoable).find((why) => why !== null) ?? null
}

function examine(db: ReadDb, planned: UndoPlan): Examined {
  const later = readLater(db, planned)
  const isBranch = ({ kind, change }: UndoStep) => kind === 'organization' && change.action === 'added'
  // A list's own branches simply stay when they were changed or somebody else has come to them since.
  const mayStay = (step: UndoStep) =>
    (planned.importKind === 'roster' || planned.importKind === 'development') && isBranch(step)
  let steps = withoutBelongings(db, planned.steps).filter(
    (step) => !mayStay(step) || laterOf(later, step).length === 0,
  )
  let hanging = readHanging(db, steps)
  for (;;) {
    const staying = new Set(hanging.map(({ id }) => id))
    const fewer = steps.filter((step) => !mayStay(step) || !staying.has(step.id))
    if (fewer.length === steps.length) break
    steps = fewer
    hanging = readHanging(db, steps)
  }
  const plan = { ...planned, steps }
  const own = steps.flatMap((step) => laterProblem(plan, step, later) ?? [])
  const known = new Set(own.map(({ kind, id }) => `${kind} ${id}`))
  const rest = [...hanging, ...rulesProblems(db, steps)].filter(({ kind, id }) => !known.has(`${kind} ${id}`))
  const problems = [...own, ...rest]
  // What follows a record stands in the way for the same reason as the record, which people know by its name.
  const main = problems.filter(({ kind }) => !sideKinds.includes(kind))
  return { ...plan, problems: main.length > 0 ? main : problems }
}

function readHanging(db: ReadDb, steps: readonly UndoStep[]): readonly UndoProblem[] {
  return hangingProblems(db, steps, (kind, row) => {
    const place = kind === 'organization' ? textIn(row, 'id') : textIn(row, 'organization_id')
    const of = textIn(row, 'member_id')
    const name =
      textIn(row, tableOf(kind).name ?? '') ?? (of === null ? null : (getMember(db, of)?.name ?? null))
    return name === null || (place !== null && !isInScope(db, place)) ? '' : `“${name}”`
  })
}

function rulesProblems(db: ReadDb, steps: readonly UndoStep[]): readonly UndoProblem[] {
  return [...Map.groupBy(steps, ({ kind }) => kind)].flatMap(
    ([kind, ofKind]) => recordKinds[kind].problems?.(db, ofKind, steps) ?? [],
  )
}

export function checkUndo(db: ReadDb, seq: number, undoer: Undoer, moment: WriteMoment): UndoCheck {
  const examined = examineUndo(db, seq, undoer, moment)
  return { blockers: readBlockers(db, examined), changeCount: countRecords(examined.steps) }
}

/** Takes an entry back: all of it or nothing, as a write like any other. Throws CONFLICT with what was built on it since. */
export function undoEntry(tx: WriteDb, seq: number, undoer: Undoer, moment: WriteMoment): number {
  const examined = examineUndo(tx, seq, undoer, moment)
  if (examined.problems.length > 0) throw builtOn(tx, examined)
  applyUndo(tx, examined, moment)
  return countRecords(examined.steps)
}

/** Without what merely follows a record, unless that is all there is. */
function countRecords(steps: readonly UndoStep[]): number {
  return steps.filter(({ kind }) => !sideKinds.includes(kind)).length || steps.length
}

function builtOn(db: ReadDb, examined: Examined): AppError {
  const blockers = readBlockers(db, examined)
  const some = blockers
    .slice(0, 3)
    .map(({ at, accountName, title, what }) => `${what}（${formatInShanghai(at)} ${accountName} ${title}）`)
    .join('；')
  const more = blockers.length > 3 ? `；等 ${blockers.length} 次操作` : ''
  return new AppError('CONFLICT', 'built on since', {
    messageZh: `现在不能撤销：${some}${more}。没有改动任何数据，请先撤销后来的操作，或到记录的修改历史里逐项放回`,
  })
}

/** Writes an undo without problems. */
export function applyUndo(
  tx: WriteDb,
  { entry, steps }: Pick<UndoPlan, 'entry' | 'steps'>,
  moment: WriteMoment,
): void {
  tx.audit.undoes(entry.seq)
  for (const step of steps) writeStep(tx, step, moment)
  for (const [kind, ofKind] of Map.groupBy(steps, ({ kind }) => kind))
    recordKinds[kind].after?.(tx, ofKind, moment, steps)
}

function writeStep(tx: WriteDb, step: UndoStep, { at }: WriteMoment): void {
  const { kind, id, deed, now, next, set } = step
  if (deed === 'delete') return deleteRow(tx, kind, id)
  const versioned = (row: RawRow | null): RawRow => ({
    ...(typeof row?.version === 'number' ? { version: row.version + 1 } : {}),
    ...(row && Object.hasOwn(row, 'updated_at') ? { updated_at: at } : {}),
  })
  if (deed === 'insert') return insertRow(tx, kind, { ...next, ...versioned(next) })
  updateRow(tx, kind, id, { ...set, ...recordKinds[kind].derived?.(step), ...versioned(now) })
}
