import type { AuditedTable } from '#db/audit/auditedTable.ts'
import { tableOf } from '#db/audit/auditedTables.ts'
import type { ReadDb } from '#db/database.ts'
import { clearDiff } from '#db/queries/auditDiffs.ts'
import { type LoggedChange, type LoggedEntry } from '#db/queries/undo.ts'
import { type RawRow, rowsOf } from '#db/queries/undoRows.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { type ImportKind, importKinds } from '#shared/contract/imports.ts'
import type { Reader } from '#shared/domain/memberMasks.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { recordName } from './recordChanges.ts'

/** One record of an undo: what it is now and what it would be. */
export interface UndoStep {
  readonly kind: RecordKind
  readonly id: string
  readonly name: string
  readonly deed: 'update' | 'insert' | 'delete'
  readonly change: LoggedChange
  /** Null when there is no such row now. */
  readonly now: RawRow | null
  /** Null when the row would go. */
  readonly next: RawRow | null
  /** Columns an update writes. */
  readonly set: RawRow
  /** What the entry left in these columns: what they must still hold. */
  readonly left: RawRow
}

export interface UndoPlan {
  readonly entry: LoggedEntry
  /** In the order they are written: last done, first undone. */
  readonly steps: readonly UndoStep[]
  /** An import is taken back as it was brought: whole, or not at all. */
  readonly importKind: ImportKind | null
}

/** Why something cannot be taken back. */
export type UndoReason =
  | 'edited'
  | 'trashed'
  | 'gone'
  | 'ended'
  | 'inUse'
  | 'idNoTaken'
  | 'nameTaken'
  | 'placeGone'
  | 'misplaced'

export interface UndoProblem {
  readonly kind: RecordKind
  readonly id: string
  readonly name: string
  readonly reason: UndoReason
  /** Chinese, with the record's name. */
  readonly sentence: string
  /** The later entry that did it; otherwise the newest one on `because` is looked up. */
  readonly by: number | null
  readonly because: { readonly kind: RecordKind; readonly id: string } | null
}

/** Reason of members an import brought and its withdrawal took away: the same people import again as new. */
export const withdrawnReason = '撤回导入批次'

const trashReason = (title: string, importKind: ImportKind | null) =>
  importKind === null ? `撤销：${title}`.slice(0, 200) : withdrawnReason

interface PlanContext {
  readonly title: string
  readonly at: Instant
}

/** The inverse of an entry's changes, before anybody has asked whether it may be. */
export function planUndo(
  db: ReadDb,
  entry: LoggedEntry,
  changes: readonly LoggedChange[],
  { title, at }: PlanContext,
): UndoPlan {
  const rows = new Map(
    [...Map.groupBy(changes, (change) => change.kind)].map(([kind, ofKind]) => [
      kind,
      rowsOf(
        db,
        kind,
        ofKind.map((change) => change.recordId),
      ),
    ]),
  )
  const rowOf = ({ kind, recordId }: LoggedChange) => rows.get(kind)?.get(recordId) ?? null
  const batch = changes.find(({ kind, action }) => kind === 'importBatch' && action === 'added')
  const batchKind = batch === undefined ? null : rowOf(batch)?.kind
  const importKind = importKinds.find((kind) => kind === batchKind) ?? null
  const reason = trashReason(title, importKind)
  const steps = changes.flatMap((change) => stepOf(change, rowOf(change), { at, reason, reader: db }) ?? [])
  return { entry, steps: steps.toReversed(), importKind }
}

function stepOf(
  change: LoggedChange,
  now: RawRow | null,
  { at, reason, reader }: { readonly at: Instant; readonly reason: string; readonly reader: Reader },
): UndoStep | null {
  const { kind, recordId: id } = change
  const table = tableOf(kind)
  const base = { kind, id, change, now, name: nameOf(change, now, table, reader), left: {} }
  const update = (set: RawRow, left: RawRow = {}): UndoStep => ({
    ...base,
    deed: 'update',
    set,
    left,
    next: { ...now, ...set },
  })
  if (change.action === 'added') {
    if (table.undoInsert === 'trash') return update({ deleted_at: at, deleted_reason: reason })
    if (table.undoInsert === 'delete') return { ...base, deed: 'delete', set: {}, next: null }
    return kind === 'importBatch' ? update({ withdrawn_at: at }) : null
  }
  // Columns somebody matched by hand stay known when the import is withdrawn.
  if (kind === 'importMapping') return null
  const diff = Object.entries(clearDiff(change))
  const before = Object.fromEntries(diff.map(([column, [old]]) => [column, old]))
  if (change.action === 'removed') return { ...base, deed: 'insert', set: {}, next: before }
  return update(before, Object.fromEntries(diff.map(([column, [, left]]) => [column, left])))
}

function nameOf(change: LoggedChange, now: RawRow | null, { name }: AuditedTable, reader: Reader): string {
  const current = name === null ? null : now?.[name]
  return recordName({ ...change, name: typeof current === 'string' ? current : change.name }, reader) ?? ''
}

const text = (row: RawRow | null, column: string): string | null => {
  const value = row?.[column]
  return typeof value === 'string' ? value : null
}

export { text as textIn }

/** There, and not in the trash. */
export function isLiving(row: RawRow | null): row is RawRow {
  return row !== null && (row.deleted_at ?? null) === null
}

/** An organisation that was dissolved or merged. */
export function isEndedRow(row: RawRow | null): boolean {
  const status = text(row, 'status')
  return status === 'dissolved' || status === 'merged'
}

/** Rows as they would be, for the checks that look beyond the undo's own records. */
export function overlay(steps: readonly UndoStep[]): (kind: RecordKind, row: RawRow) => RawRow | null {
  const byRecord = new Map(steps.map((step) => [`${step.kind} ${step.id}`, step.next]))
  return (kind, row) => {
    const next = byRecord.get(`${kind} ${String(row[tableOf(kind).key])}`)
    return next === undefined ? row : next
  }
}
