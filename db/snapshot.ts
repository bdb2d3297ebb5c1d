import Sqlite from 'better-sqlite3'
import type { AuditHead } from './audit/chain.ts'
import { readHead } from './audit/chain.ts'
import { type ReadSql, readSql } from './database.ts'
import { fromSqlite } from './errors.ts'
import { appliedMigrations } from './migrationGate.ts'
import { countOf, listTables, quickCheckTable } from './soundness.ts'
import { checkFile, unlock } from './unlock.ts'

/** A copy of the database that is only looked at: nothing in it is written, migrated or locked for long. */
export interface Snapshot {
  readonly sql: ReadSql
  readonly migrations: number
  readonly tables: readonly string[]
  /** First complaint of SQLite, or null. Reads every page of the table and its indexes. */
  check(table: string): string | null
  count(table: string): number
  /** Null in a database of before the log. */
  auditHead(): AuditHead | null
  close(): void
}

/** Throws AppError as `openDatabase` does: DATABASE_FOREIGN when the key does not fit. */
export function openSnapshot(file: string, key: Uint8Array): Snapshot {
  checkFile({ file, key, create: false })
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true })
    unlock(sqlite, { file, key, create: false })
    return snapshot(sqlite)
  } catch (error) {
    sqlite?.close()
    throw fromSqlite(error, 'opening') ?? error
  }
}

function snapshot(sqlite: Sqlite.Database): Snapshot {
  const sql = readSql(sqlite)
  const tables = listTables(sqlite)
  return {
    sql,
    migrations: appliedMigrations(sqlite).length,
    tables,
    check: (table) => quickCheckTable(sqlite, table),
    count: (table) => countOf(sqlite, table),
    auditHead: () => (tables.includes('audit_entries') ? readHead(sql) : null),
    close: () => sqlite.close(),
  }
}
