import type { ReadDb } from '#db/database.ts'
import { countChanges, getActivity, pageOfChanges } from '#db/queries/activity.ts'
import { eventsOf, type EventRow, historyOf, type HistoryRow, isWholeKind } from '#db/queries/history.ts'
import { shownDiff } from '#db/queries/auditDiffs.ts'
import { isInScope } from '#db/queries/scope.ts'
import { rowsOf } from '#db/queries/undoRows.ts'
import type { FieldChange, HistoryEntry, RecordChange, RecordKind } from '#shared/contract/activity.ts'
import { AppError } from '#shared/contract/errors.ts'
import { fieldChanges, organizationNamer, recordChanges } from '../records/recordChanges.ts'
import { columnText } from '../records/recordKindTexts.ts'
import { textIn } from '../records/undoPlan.ts'
import { readStanding } from '../records/undoStanding.ts'
import { readTitles } from '../records/undoTitles.ts'
import { readPartsHistory } from './partsHistory.ts'

export function changesOf(
  db: ReadDb,
  readerId: string,
  page: { readonly seq: number; readonly offset: number; readonly limit: number },
): { readonly rows: readonly RecordChange[]; readonly total: number } {
  if (!getActivity(db, readerId, page.seq))
    throw new AppError('NOT_FOUND', 'no such entry', { messageZh: '找不到这条操作记录，请刷新后重试' })
  return {
    rows: recordChanges(db, pageOfChanges(db, readerId, page)),
    total: countChanges(db, readerId, page.seq),
  }
}

/** Theirs is the auditor's to read. */
const withoutHistory: readonly RecordKind[] = ['account', 'setting']

/** A record in reach shows its whole history, also from where it was before; of others only what was done here. */
export function readHistory(db: ReadDb, kind: RecordKind, id: string): readonly HistoryEntry[] {
  if (withoutHistory.includes(kind)) return []
  const isWhole = isRecordInScope(db, kind, id)
  const isShown = ({ organizationId }: HistoryRow) =>
    isWhole || (organizationId !== null && isInScope(db, organizationId))
  const organizationName = organizationNamer(db)
  const own = historyOf(db, kind, id)
    .filter(isShown)
    .map((row) => ({ row, fields: fieldChanges(kind, shownDiff(row), organizationName, db) }))
  const events = (kind === 'organization' && isWhole ? eventsOf(db, id) : []).map((row) => ({
    row,
    fields: eventFields(row),
  }))
  const parts = isWholeKind(kind) ? readPartsHistory(db, kind, id, isShown, organizationName) : []
  const all = [...own, ...events, ...parts].toSorted(
    (a, b) => b.row.seq - a.row.seq || b.row.changeId - a.row.changeId,
  )
  const entries = all.map(({ row }) => row)
  const standing = readStanding(
    db,
    entries.map(({ seq }) => seq),
  )
  const titles = readTitles(db, entries)
  return all.map(({ row, fields }) => {
    const undone = standing.undoneBy(row.seq)
    return {
      seq: row.seq,
      at: row.at,
      accountId: row.accountId,
      accountName: row.accountName,
      via: row.via,
      route: row.route,
      title: titles.get(row.seq) ?? '',
      changeId: row.changeId,
      action: row.kind === kind ? row.action : 'changed',
      fields,
      undone: undone === null ? null : { seq: undone.seq, at: undone.at, accountName: undone.accountName },
    }
  })
}

function isRecordInScope(db: ReadDb, kind: RecordKind, id: string): boolean {
  if (db.scope === null) return true
  const row = rowsOf(db, kind, [id]).get(id) ?? null
  const place = kind === 'organization' ? textIn(row, 'id') : textIn(row, 'organization_id')
  return place !== null && isInScope(db, place)
}

function eventFields({ eventKind, fromText, toText }: EventRow): readonly FieldChange[] {
  const label = columnText('organizationEvent', 'kind')?.text(eventKind, String) ?? ''
  return [{ field: 'event', label, old: fromText ?? '', new: toText ?? '', canPutBack: false }]
}
