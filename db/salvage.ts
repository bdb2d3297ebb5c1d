import Sqlite from 'better-sqlite3'
import { AppError } from '#shared/contract/errors.ts'
import { fromSqlite } from './errors.ts'
import { appliedMigrations, firstMigrations, knownMigrations } from './migrationGate.ts'
import { openDatabase } from './open.ts'
import {
  dropBrokenReplacedLogs,
  dropOrphans,
  endLogWhereItHolds,
  letGoOfTheLost,
  standInForOrganizations,
} from './salvageMend.ts'
import { candidatesOf, readRows } from './salvageRows.ts'
import { standInForStays } from './salvageStays.ts'
import { countOf, listTables } from './soundness.ts'
import { unlock } from './unlock.ts'
import { ballotsTable } from './withoutBallots.ts'

interface SalvageOrder {
  /** A copy of the damaged file, with its write-ahead log beside it: it may be written. */
  readonly from: string
  /** A file that does not exist yet. */
  readonly to: string
  readonly key: Uint8Array
  readonly migrationsDir: string
}

export interface SalvagedTable {
  readonly table: string
  readonly saved: number
  /** Rows known to be missing; null when not even that could be found out. */
  readonly lost: number | null
}

export interface Salvaged {
  readonly tables: readonly SalvagedTable[]
  /** Organisations whose row is lost while others hang on it: put in under a name that says so. */
  readonly standIns: number
  /** The logs of before a restore could not be read as a whole: the log is to say so. */
  readonly lostReplacedLogs: boolean
}

/** Follow from the records, so they are made anew; ballots being keyed are in no copy; the migrations are those of the new file. */
const notCopied = [
  'member_search_keys',
  'member_findings',
  'development_status',
  'development_findings',
  'meeting_years',
  ballotsTable,
  '__drizzle_migrations',
]

/** Facts that hold no more: the findings are not there, the head is written where the log holds. */
const staleFacts = ['findings.refreshedOn', 'development.refreshedOn', 'backup.check']

/**
 * Reads what can be read of a damaged database into a new one with the same key: table by table, row by row where pages do not
 * decrypt. Yields between pieces of work. The caller makes search keys, findings and the years of meetings anew. Throws DATABASE_DAMAGED where nothing
 * at all can be read.
 */
export function* salvage({ from, to, key, migrationsDir }: SalvageOrder): Generator<undefined, Salvaged> {
  const source = openDamaged(from, key)
  try {
    createLike(source, { to, key, migrationsDir })
    const target = openTarget(to, key)
    try {
      const known = new Map<string, number | null>()
      for (const table of listTables(target)) {
        if (!notCopied.includes(table)) known.set(table, yield* copyTable(source, target, table))
      }
      const standIns = standInForOrganizations(target)
      letGoOfTheLost(target)
      dropOrphans(target)
      const stays = standInForStays(target)
      endLogWhereItHolds(target)
      const lostReplacedLogs = dropBrokenReplacedLogs(target)
      for (const fact of staleFacts) target.prepare('delete from database_facts where key = ?').run(fact)
      target.pragma('wal_checkpoint(TRUNCATE)')
      const tables = [...known].map(([table, rows]) => {
        const madeUp = table === 'organizations' ? standIns : table === 'memberships' ? stays : 0
        const saved = countOf(target, table) - madeUp
        return { table, saved, lost: rows === null ? null : Math.max(0, rows - saved) }
      })
      return { tables, standIns, lostReplacedLogs }
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

/** Without the checks of a normal opening: it is known to fail them. */
function openDamaged(file: string, key: Uint8Array): Sqlite.Database {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file)
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    sqlite.pragma('temp_store = MEMORY')
    // Reads on where the file is shorter than it says, and with as much of the schema as could be read.
    sqlite.unsafeMode(true)
    sqlite.pragma('writable_schema = ON')
    readSchema(sqlite)
    return sqlite
  } catch (error) {
    sqlite?.close()
    if (fromSqlite(error) === undefined) throw error
    throw new AppError('DATABASE_DAMAGED', 'the schema cannot be read', {
      messageZh: '数据库文件的开头已损坏，里面的内容读不出来，抢救不了。请用最近的备份恢复；文件没有改动',
      cause: error,
    })
  }
}

/** A schema that is read in part makes the first statement fail; what follows works with that part. */
function readSchema(sqlite: Sqlite.Database): void {
  try {
    listTables(sqlite)
  } catch (error) {
    if (fromSqlite(error)?.code !== 'DATABASE_DAMAGED') throw error
    if (columnsOf(sqlite, 'database_facts').length === 0) throw error
  }
}

/** An empty database of the same age; it is migrated when it is opened after. */
function createLike(source: Sqlite.Database, { to, key, migrationsDir }: Omit<SalvageOrder, 'from'>): void {
  const migrations = firstMigrations(migrationsDir, migrationCount(source, migrationsDir), `${to}-migrations`)
  try {
    openDatabase({
      file: to,
      key,
      create: true,
      migrationsDir: migrations.dir,
      beforeUpgrade: () => undefined,
      keepsHead: false,
    }).close()
  } finally {
    migrations.remove()
  }
}

/** As far as it can be read; a list of migrations that is gone means the newest. */
function migrationCount(source: Sqlite.Database, migrationsDir: string): number {
  const known = knownMigrations(migrationsDir)
  try {
    const applied = appliedMigrations(source)
    const isPrefix = applied.length > 0 && applied.every((when, i) => known[i] === when)
    return isPrefix ? applied.length : known.length
  } catch (error) {
    if (fromSqlite(error) === undefined) throw error
    return known.length
  }
}

function openTarget(file: string, key: Uint8Array): Sqlite.Database {
  const sqlite = new Sqlite(file)
  unlock(sqlite, { file, key, create: false })
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('foreign_keys = OFF')
  return sqlite
}

function columnsOf(sqlite: Sqlite.Database, table: string): readonly string[] {
  return sqlite.prepare('select name from pragma_table_info(?)').pluck().all(table).map(String)
}

/** Rows there were, or null when that cannot be known. */
function* copyTable(
  source: Sqlite.Database,
  target: Sqlite.Database,
  table: string,
): Generator<undefined, number | null> {
  const there = new Set(columnsOf(source, table))
  const columns = columnsOf(target, table).filter((column) => there.has(column))
  if (columns.length === 0) return null
  const { rowids, isExact } = candidatesOf(source, table)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const insert = target.prepare(`insert or ignore into "${table}" (rowid, ${names}) values (?, ${places})`)
  const insertAll = target.transaction((rows: readonly (readonly unknown[])[]) => {
    for (const row of rows) insert.run(...row)
  })
  for (const rows of readRows(source, table, names, rowids)) {
    insertAll.immediate(rows)
    yield
  }
  return isExact ? rowids.length : null
}
