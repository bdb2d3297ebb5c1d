import type { ChangeAction, Doing, RecordKind } from '#shared/contract/activity.ts'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, SqlValue } from '../database.ts'

export interface LogFilter {
  readonly accountId: string | null
  readonly kind: RecordKind | null
  /** The first instant. */
  readonly from: Instant | null
  /** The first instant after the last. */
  readonly before: Instant | null
  /** Part of a record's name. */
  readonly text: string | null
  readonly route: string | null
}

/** An entry as it stands in the log. The auditor's: not cut to any scope. */
export interface StoredEntry {
  readonly seq: number
  readonly at: Instant
  readonly accountId: string | null
  readonly accountName: string
  readonly role: Role | null
  readonly via: Doing['via']
  readonly route: string
  readonly undoes: number | null
  readonly detail: string | null
  readonly changeCount: number
  readonly hash: string
}

interface Page {
  readonly offset: number
  readonly limit: number
}

function condition({ accountId, kind, from, before, text, route }: LogFilter): {
  readonly sql: string
  readonly params: SqlParams
} {
  const params: Record<string, SqlValue> = {}
  const when = (value: string | null, name: string, sql: string): readonly string[] => {
    if (value === null || value === '') return []
    params[name] = value
    return [sql]
  }
  const ofChange = [
    ...when(kind, 'kind', 'c.kind = @kind'),
    ...when(text, 'text', 'instr(c.name, @text) > 0'),
  ]
  const all = [
    ...when(accountId, 'accountId', 'e.account_id = @accountId'),
    ...when(route, 'route', 'e.route = @route'),
    ...when(from, 'from', 'e.at >= @from'),
    ...when(before, 'before', 'e.at < @before'),
    ...(ofChange.length === 0
      ? []
      : [`e.seq in (select c.entry from audit_changes c where ${ofChange.join(' and ')})`]),
  ]
  return { sql: all.length === 0 ? 'true' : all.join(' and '), params }
}

/** Newest first. */
export function listEntries(db: ReadDb, filter: LogFilter, { offset, limit }: Page): readonly StoredEntry[] {
  const { sql, params } = condition(filter)
  return db.sql.all<StoredEntry>(
    `select e.seq, e.at, e.account_id as accountId, e.account_name as accountName, e.role, e.via, e.route, e.undoes,
       e.detail, e.change_count as changeCount, e.hash
     from audit_entries e where ${sql} order by e.seq desc limit @limit offset @offset`,
    { ...params, offset, limit },
  )
}

export function countEntries(db: ReadDb, filter: LogFilter): number {
  const { sql, params } = condition(filter)
  return db.sql.get<{ n: number }>(`select count(*) as n from audit_entries e where ${sql}`, params)?.n ?? 0
}

/** Every route that ever wrote. */
export function listLoggedRoutes(db: ReadDb): readonly string[] {
  return db.sql
    .all<{ route: string }>('select distinct route from audit_entries order by route')
    .map(({ route }) => route)
}

export interface StoredLogChange {
  readonly id: number
  readonly kind: RecordKind
  readonly recordId: string
  readonly name: string | null
  readonly action: ChangeAction
  /** Masked. */
  readonly diff: string | null
}

/** In the order the records were first touched. */
export function listChangesOf(db: ReadDb, seq: number, { offset, limit }: Page): readonly StoredLogChange[] {
  return db.sql.all<StoredLogChange>(
    `select id, kind, record_id as recordId, name, action, diff from audit_changes
     where entry = @seq order by id limit @limit offset @offset`,
    { seq, offset, limit },
  )
}

export function countChangesOf(db: ReadDb, seq: number): number | undefined {
  return db.sql.get<{ n: number }>('select change_count as n from audit_entries where seq = @seq', { seq })?.n
}

/** Kind and name of the first records of each entry, at most so many each. */
export function firstNames(
  db: ReadDb,
  seqs: readonly number[],
  most: number,
): ReadonlyMap<number, readonly { readonly kind: RecordKind; readonly name: string | null }[]> {
  const rows = db.sql.all<{
    readonly entry: number
    readonly kind: RecordKind
    readonly name: string | null
  }>(
    `select s.value as entry, c.kind, c.name from json_each(@seqs) s
     join audit_changes c on c.id in (
       select id from audit_changes where entry = s.value order by id limit @most)
     order by s.value, c.id`,
    { seqs: JSON.stringify(seqs), most },
  )
  return Map.groupBy(rows, ({ entry }) => entry)
}
