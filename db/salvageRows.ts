import type Sqlite from 'better-sqlite3'
import { fromSqlite } from './errors.ts'

export type RawRow = readonly unknown[]

/** Row numbers to try, in order. */
export interface Candidates {
  readonly rowids: readonly number[]
  /** Exactly the rows there are: what is not read of them is lost. */
  readonly isExact: boolean
}

/** Row numbers tried one by one where nothing says which there were. */
const mostTried = 200_000
/** The same where nothing says that there are any more: some pages of rows. */
const triedPastTheEnd = 2000
const batch = 200
/** Rows with bytes of scans, some MB each: all of a batch are in memory at once. */
const heavyBatch = 4

/** Undefined where the damage does not let it be read. Everything that is no damage is thrown on. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (fromSqlite(error)?.code === 'DATABASE_DAMAGED') return undefined
    throw error
  }
}

/** As far as it goes. */
function collect(source: Sqlite.Database, sql: string): Candidates {
  const rowids: number[] = []
  const isExact =
    attempt(() => {
      for (const rowid of source.prepare(sql).pluck().iterate()) rowids.push(Number(rowid))
      return true
    }) ?? false
  return { rowids, isExact }
}

/**
 * The table's own numbers, else those of an index, which stands on other pages and knows them all; else what both ends of the
 * table and of its indexes tell, and the numbers between.
 */
export function candidatesOf(source: Sqlite.Database, table: string): Candidates {
  const scan = `select rowid from "${table}" not indexed order by rowid`
  const forward = collect(source, scan)
  if (forward.isExact) return forward
  const told = new Set(forward.rowids)
  for (const index of indexesOf(source, table)) {
    const found = collect(source, `select rowid from "${table}" indexed by "${index}"`)
    if (found.isExact) return { rowids: found.rowids.toSorted((a, b) => a - b), isExact: true }
    for (const rowid of found.rowids) told.add(rowid)
  }
  for (const rowid of collect(source, `${scan} desc`).rowids) told.add(rowid)
  const from = (forward.rowids.at(-1) ?? 0) + 1
  const next = [...told].reduce((least, rowid) => (rowid >= from ? Math.min(least, rowid) : least), Infinity)
  const to = Math.min(next, from + (next === Infinity ? triedPastTheEnd : mostTried))
  for (let rowid = from; rowid < to; rowid += 1) told.add(rowid)
  return { rowids: [...told].toSorted((a, b) => a - b), isExact: false }
}

/** Those that have every row. */
function indexesOf(source: Sqlite.Database, table: string): readonly string[] {
  const sql = 'select name from pragma_index_list(?) where partial = 0'
  return attempt(() => source.prepare(sql).pluck().all(table).map(String)) ?? []
}

function hasBytes(source: Sqlite.Database, table: string): boolean {
  const sql = `select 1 from pragma_table_info(?) where lower(type) = 'blob'`
  return attempt(() => source.prepare(sql).get(table)) !== undefined
}

/** Rows in batches; where one cannot be read as a whole, row by row. */
export function* readRows(
  source: Sqlite.Database,
  table: string,
  columns: string,
  rowids: readonly number[],
): Generator<readonly RawRow[]> {
  const all = source
    .prepare<[number, number], RawRow>(
      `select rowid, ${columns} from "${table}" not indexed where rowid between ? and ? order by rowid`,
    )
    .raw()
  const one = source
    .prepare<[number], RawRow>(`select rowid, ${columns} from "${table}" not indexed where rowid = ?`)
    .raw()
  const size = hasBytes(source, table) ? heavyBatch : batch
  for (let i = 0; i < rowids.length; i += size) {
    const part = rowids.slice(i, i + size)
    const [first = 0, last = first] = [part[0], part.at(-1)]
    yield (
      attempt(() => all.all(first, last)) ??
      part.flatMap((rowid) => {
        const row = attempt(() => one.get(rowid))
        return row ? [row] : []
      })
    )
  }
}
