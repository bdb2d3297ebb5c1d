import { type ChangeAction, type RecordKind, sideKinds } from '#shared/contract/activity.ts'
import { auditOnlyRoutes } from '#shared/labels/activities.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { changeColumns, entryColumns, type LoggedChange, type LoggedEntry } from './undo.ts'

export interface ActivityFilter {
  readonly accountId: string | null
  readonly kind: RecordKind | null
  readonly from: Instant | null
  /** Exclusive. */
  readonly before: Instant | null
  readonly text: string | null
}

interface Condition {
  readonly sql: string
  readonly params: SqlParams
}

/** Writes of the office: what the auditor alone looks at is left out. */
const ofTheOffice = `e.change_count > 0 and e.route not in (${auditOnlyRoutes.map((route) => `'${route}'`).join(', ')})`

/** Changes `c` of entry `e` the reader may see: of its organisations, and its own that belong to none. */
function seenChange({ scope }: ReadDb, readerId: string): Condition {
  if (scope === null) return { sql: 'true', params: {} }
  return {
    sql: `(c.organization_id in (select value from json_each(@scope))
      or (c.organization_id is null and e.account_id = @readerId))`,
    params: { scope: JSON.stringify(scope), readerId },
  }
}

/** Entries `e` with such a change. */
function seenEntry({ scope }: ReadDb, readerId: string): Condition {
  if (scope === null) return { sql: 'true', params: {} }
  return {
    sql: `(e.seq in (select entry from audit_changes where organization_id in (select value from json_each(@scope)))
      or (e.account_id = @readerId
        and exists (select 1 from audit_changes c where c.entry = e.seq and c.organization_id is null)))`,
    params: { scope: JSON.stringify(scope), readerId },
  }
}

function wanted(db: ReadDb, readerId: string, filter: ActivityFilter): Condition {
  const { accountId, kind, from, before, text } = filter
  const seen = seenEntry(db, readerId)
  const ofChange = [
    ...(kind === null ? [] : ['c.kind = @kind']),
    ...(text === null ? [] : ['instr(c.name, @text) > 0']),
  ]
  const conditions = [
    ofTheOffice,
    seen.sql,
    ...(accountId === null ? [] : ['e.account_id = @accountId']),
    ...(from === null ? [] : ['e.at >= @from']),
    ...(before === null ? [] : ['e.at < @before']),
    ...(ofChange.length === 0
      ? []
      : [`e.seq in (select c.entry from audit_changes c where ${ofChange.join(' and ')})`]),
  ]
  return {
    sql: conditions.join(' and '),
    params: {
      ...seen.params,
      ...(accountId === null ? {} : { accountId }),
      ...(from === null ? {} : { from }),
      ...(before === null ? {} : { before }),
      ...(kind === null ? {} : { kind }),
      ...(text === null ? {} : { text }),
    },
  }
}

/** Newest first. */
export function listActivities(
  db: ReadDb,
  readerId: string,
  filter: ActivityFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly LoggedEntry[] {
  const { sql, params } = wanted(db, readerId, filter)
  return db.sql.all<LoggedEntry>(
    `select ${entryColumns} from audit_entries e where ${sql} order by e.seq desc limit @limit offset @offset`,
    { ...params, limit, offset },
  )
}

export function countActivities(db: ReadDb, readerId: string, filter: ActivityFilter): number {
  const { sql, params } = wanted(db, readerId, filter)
  return db.sql.get<{ n: number }>(`select count(*) as n from audit_entries e where ${sql}`, params)?.n ?? 0
}

/** An entry of the office the reader may see something of. */
export function getActivity(db: ReadDb, readerId: string, seq: number): LoggedEntry | undefined {
  const seen = seenEntry(db, readerId)
  return db.sql.get<LoggedEntry>(
    `select ${entryColumns} from audit_entries e where e.seq = @seq and ${ofTheOffice} and ${seen.sql}`,
    { ...seen.params, seq },
  )
}

export interface TouchedRecord {
  readonly kind: RecordKind
  readonly id: string
  readonly name: string | null
  readonly action: ChangeAction
}

/** The first records an entry touched, as far as the reader may see them. */
export function firstTouched(
  db: ReadDb,
  readerId: string,
  seq: number,
  limit: number,
): readonly TouchedRecord[] {
  const seen = seenChange(db, readerId)
  return db.sql.all<TouchedRecord>(
    `select c.kind, c.record_id as id, c.name, c.action from audit_changes c join audit_entries e on e.seq = c.entry
     where c.entry = @seq and c.action <> 'noted' and ${seen.sql} order by c.id limit @limit`,
    { ...seen.params, seq, limit },
  )
}

/** Changes of an entry; `records` leaves out what merely follows a record that is named itself. */
export function countChanges(
  db: ReadDb,
  readerId: string,
  seq: number,
  what: 'all' | 'records' = 'all',
): number {
  const seen = seenChange(db, readerId)
  const isCounted = what === 'all' ? 'true' : 'c.kind not in (select value from json_each(@sideKinds))'
  return (
    db.sql.get<{ n: number }>(
      `select count(*) as n from audit_changes c join audit_entries e on e.seq = c.entry
       where c.entry = @seq and c.action <> 'noted' and ${isCounted} and ${seen.sql}`,
      { ...seen.params, seq, ...(what === 'all' ? {} : { sideKinds: JSON.stringify(sideKinds) }) },
    )?.n ?? 0
  )
}

export function pageOfChanges(
  db: ReadDb,
  readerId: string,
  { seq, offset, limit }: { readonly seq: number; readonly offset: number; readonly limit: number },
): readonly LoggedChange[] {
  const seen = seenChange(db, readerId)
  return db.sql.all<LoggedChange>(
    `select ${changeColumns} from audit_changes c join audit_entries e on e.seq = c.entry
     where c.entry = @seq and c.action <> 'noted' and ${seen.sql} order by c.id limit @limit offset @offset`,
    { ...seen.params, seq, limit, offset },
  )
}

/** So far back Ctrl+Z looks. */
const ownEntries = 500

/** What this session wrote to such records, newest first; undos are left out. */
export function listOwn(
  db: ReadDb,
  who: { readonly accountId: string; readonly sessionId: string },
  { kinds, recordId }: { readonly kinds: readonly RecordKind[]; readonly recordId: string | null },
): readonly LoggedEntry[] {
  return db.sql.all<LoggedEntry>(
    `select ${entryColumns} from (
       select * from audit_entries where account_id = @accountId order by seq desc limit ${ownEntries}) e
     where e.session_id = @sessionId and e.undoes is null and ${ofTheOffice} and exists (
       select 1 from audit_changes c where c.entry = e.seq and c.action <> 'noted'
         and c.kind in (select value from json_each(@kinds)) and (@recordId is null or c.record_id = @recordId))
     order by e.seq desc`,
    { ...who, kinds: JSON.stringify(kinds), recordId },
  )
}

/** Who may have written what the reader sees, for the filter. */
export function listWriters(db: ReadDb): readonly { readonly id: string; readonly displayName: string }[] {
  const { scope } = db
  return db.sql.all(
    `select id, display_name as displayName from accounts
     where role in ('streetClerk', 'communityClerk', 'systemAdministrator')
       ${scope === null ? '' : 'and (organization_id is null or organization_id in (select value from json_each(@scope)))'}
     order by display_name, id`,
    scope === null ? {} : { scope: JSON.stringify(scope) },
  )
}
