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
  /** Of a log that a restore has replaced. */
  readonly isReplaced: boolean
}

interface Page {
  readonly offset: number
  readonly limit: number
}

/** The log, and the logs of before a restore. */
const logs = {
  own: { entries: 'audit_entries', changes: 'audit_changes', key: 'seq' },
  replaced: { entries: 'replaced_entries', changes: 'replaced_changes', key: 'hash' },
} as const

type Log = (typeof logs)[keyof typeof logs]

function condition(
  { accountId, kind, from, before, text, route }: LogFilter,
  { changes, key }: Log,
): {
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
      : [`e.${key} in (select c.entry from ${changes} c where ${ofChange.join(' and ')})`]),
  ]
  return { sql: all.length === 0 ? 'true' : all.join(' and '), params }
}

const columns = `e.at, e.account_id as accountId, e.account_name as accountName, e.role, e.via, e.route, e.undoes,
  e.detail, e.change_count as changeCount, e.hash`

/** Newest first; entries a restore replaced stand below the entry that tells of it. */
export function listEntries(db: ReadDb, filter: LogFilter, { offset, limit }: Page): readonly StoredEntry[] {
  const own = condition(filter, logs.own)
  const replaced = condition(filter, logs.replaced)
  const rows = db.sql.all<Omit<StoredEntry, 'isReplaced'> & { readonly isReplaced: 0 | 1 }>(
    `select seq, at, accountId, accountName, role, via, route, undoes, detail, changeCount, hash, isReplaced from (
       select * from (
         select e.seq as place, 0 as isReplaced, e.seq, ${columns} from audit_entries e
         where ${own.sql} order by e.seq desc limit @most)
       union all select * from (
         select e.place, 1, e.seq, ${columns} from replaced_entries e
         where ${replaced.sql} order by e.place desc, e.at desc, e.seq desc limit @most))
     order by place desc, isReplaced, at desc, seq desc limit @limit offset @offset`,
    // Of each no more than can be on the page, in the order of its index: the log is long.
    { ...own.params, offset, limit, most: offset + limit },
  )
  return rows.map((row) => ({ ...row, isReplaced: row.isReplaced === 1 }))
}

export function countEntries(db: ReadDb, filter: LogFilter): number {
  const counts = Object.values(logs).map((log) => {
    const { sql, params } = condition(filter, log)
    return (
      db.sql.get<{ n: number }>(`select count(*) as n from ${log.entries} e where ${sql}`, params)?.n ?? 0
    )
  })
  return counts.reduce((sum, n) => sum + n, 0)
}

/** Every route that ever wrote. */
export function listLoggedRoutes(db: ReadDb): readonly string[] {
  return db.sql
    .all<{ route: string }>(
      'select route from audit_entries union select route from replaced_entries order by route',
    )
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

/** An entry: of the log by its number, of one that was replaced by its hash. */
export type EntryKey = number | string

const logOf = (entry: EntryKey): Log => (typeof entry === 'number' ? logs.own : logs.replaced)

/** In the order the records were first touched. */
export function listChangesOf(
  db: ReadDb,
  entry: EntryKey,
  { offset, limit }: Page,
): readonly StoredLogChange[] {
  return db.sql.all<StoredLogChange>(
    `select id, kind, record_id as recordId, name, action, diff from ${logOf(entry).changes}
     where entry = @entry order by id limit @limit offset @offset`,
    { entry, offset, limit },
  )
}

export function countChangesOf(db: ReadDb, entry: EntryKey): number | undefined {
  const { entries, key } = logOf(entry)
  return db.sql.get<{ n: number }>(`select change_count as n from ${entries} where ${key} = @entry`, {
    entry,
  })?.n
}

type Named = { readonly kind: RecordKind; readonly name: string | null }

/** Kind and name of the first records of each entry, at most so many each; by the entry's hash. */
export function firstNames(
  db: ReadDb,
  entries: readonly Pick<StoredEntry, 'seq' | 'hash' | 'isReplaced'>[],
  most: number,
): ReadonlyMap<string, readonly Named[]> {
  const rows = [false, true].flatMap((isReplaced) => {
    const { changes } = isReplaced ? logs.replaced : logs.own
    const wanted = entries
      .filter((entry) => entry.isReplaced === isReplaced)
      .map(({ seq, hash }) => [isReplaced ? hash : seq, hash])
    return db.sql.all<Named & { readonly hash: string }>(
      `select s.value ->> 1 as hash, c.kind, c.name from json_each(@wanted) s
       join ${changes} c on c.id in (
         select id from ${changes} where entry = s.value ->> 0 order by id limit @most)
       order by s.key, c.id`,
      { wanted: JSON.stringify(wanted), most },
    )
  })
  return Map.groupBy(rows, ({ hash }) => hash)
}
