import type Sqlite from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { AuditVerification } from '#shared/contract/audit.ts'
import type { AuditAnchor, AuditHead } from './audit/chain.ts'
import type { AuditPen } from './audit/collector.ts'
import type { Writer } from './audit/writer.ts'
import type * as schema from './schema/index.ts'

type Orm = BetterSQLite3Database<typeof schema>

export type SqlValue = string | number | null
export type SqlParams = Readonly<Record<string, SqlValue>>

/** Raw SQL that SQLite itself says is read-only; for the few queries where drizzle is in the way of the plan. */
export interface ReadSql {
  all<Row>(sql: string, params?: SqlParams): readonly Row[]
  get<Row>(sql: string, params?: SqlParams): Row | undefined
}

export interface WriteSql extends ReadSql {
  /** Returns the number of rows changed. */
  run(sql: string, params?: SqlParams): number
}

/** Can only read: it has no method that writes. */
export interface ReadDb {
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | '$count'>
  readonly sql: ReadSql
  /** Ids of the organisations the caller is tied to, trashed and ended ones too; null for all. Every query is cut to it (`queries/scope.ts`). */
  readonly scope: readonly string[] | null
  /**
   * Whether the caller may look at whole ID numbers, phones and addresses. What is shown is masked by it
   * (`shared/domain/memberMasks.ts`), and no query matches parts of them for who may not (`queries/hiddenFields.ts`).
   */
  readonly mayReveal: boolean
}

/** Only given inside `Database.write`. */
export interface WriteDb {
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'>
  readonly sql: WriteSql
  readonly scope: readonly string[] | null
  readonly mayReveal: boolean
  readonly audit: AuditPen
}

/** A write body that answers a promise would leave the transaction before its work is done: it does not compile. */
export type NotPromise<T> = T extends PromiseLike<unknown> ? never : T

/** The database as one writer sees it. */
export interface Database {
  readonly read: ReadDb
  /** One transaction: everything or nothing, with its entry in the log. Throws FORBIDDEN when it reaches outside the writer's scope. */
  write<T>(body: (db: WriteDb) => NotPromise<T>): T
}

/** One open database file. */
export interface Ledger {
  as(writer: Writer): Database
  /** A consistent, still encrypted copy. Throws DISK_FULL, FOLDER_READ_ONLY. */
  copyTo(file: string): void
  /** Folds the write-ahead log into the file and leaves it empty: what was deleted for good stands in neither (REV-06). */
  emptyWal(): void
  integrity(): {
    readonly integrity: string
    readonly foreignKeyProblems: number
    readonly migrations: number
  }
  tables(): readonly string[]
  /** A small file was checked as a whole when it was opened; of a large one each table is checked after. */
  readonly isCheckedAtOpening: boolean
  /** First complaint of SQLite about one table and its indexes, or null. In steps, so that calls run in between. */
  quickCheck(table: string): string | null
  /** The same, and whether every index entry and every foreign key has its row. */
  fullCheck(table: string): string | null
  auditHead(): AuditHead
  verifyAudit(anchors: readonly AuditAnchor[]): AuditVerification
  /** Rows of every table. */
  counts(): Readonly<Record<string, number>>
  close(): void
}

export function readSql(sqlite: Sqlite.Database): ReadSql {
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql)
    if (known) return known
    const statement = sqlite.prepare(sql)
    if (!statement.readonly) throw new Error('a read was asked to write')
    statements.set(sql, statement)
    return statement
  }
  return {
    // Row types are declared beside each SQL text and held by the query tests; SQLite gives unknown.
    all: <Row>(sql: string, params: SqlParams = {}) => prepare(sql).all(params) as readonly Row[],
    get: <Row>(sql: string, params: SqlParams = {}) => prepare(sql).get(params) as Row | undefined,
  }
}

export function writeSql(sqlite: Sqlite.Database): WriteSql {
  const statements = new Map<string, Sqlite.Statement>()
  return {
    ...readSql(sqlite),
    run: (sql, params = {}) => {
      let statement = statements.get(sql)
      if (!statement) {
        statement = sqlite.prepare(sql)
        statements.set(sql, statement)
      }
      return statement.run(params).changes
    },
  }
}
