import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { type AuditAnchor, type AuditHead, hasHead, readHead } from './audit/chain.ts'
import { createCollector } from './audit/collector.ts'
import { type HeadFile, openHeadFile } from './audit/headFile.ts'
import { idsBelow } from './audit/scopeGuard.ts'
import { verifyChain } from './audit/verifyChain.ts'
import type { Writer } from './audit/writer.ts'
import {
  type Database,
  type Ledger,
  type NotPromise,
  type ReadSql,
  readSql,
  type WriteDb,
  writeSql,
} from './database.ts'
import { fromSqlite } from './errors.ts'
import { watchPlace } from './inPlace.ts'
import { appliedMigrations, knownMigrations, refuseUnknownMigrations } from './migrationGate.ts'
import * as schema from './schema/index.ts'
import { addShownText } from './shownText.ts'
import {
  countRows,
  fullCheckTable,
  isCheckedAtOpening,
  listTables,
  quickCheckTable,
  refuseDamaged,
} from './soundness.ts'
import { assertEncrypted, checkFile, hasLeftoverLog, type LockedFile, unlock } from './unlock.ts'

interface OpenOptions extends LockedFile {
  readonly migrationsDir: string
  /** Called with the file still as it was, before pending migrations change it. */
  readonly beforeUpgrade: (ledger: UpgradingLedger) => void
  /** Keeps the log's head outside the database, beside it; off for copies that are only looked at. */
  readonly keepsHead: boolean
  /** Damage was seen before: the whole file is checked, however large. */
  readonly isSuspect?: boolean
}

/** An old database about to be migrated: what a backup of it needs. */
export interface UpgradingLedger {
  readonly migrations: number
  copyTo(file: string): void
  counts(): Readonly<Record<string, number>>
  /** Null when it is of before the log. */
  auditHead(): AuditHead | null
}

/** The only caller of migrate(). Throws AppError with a Chinese sentence for every way the file can be wrong; changes nothing then. */
export function openDatabase(options: OpenOptions): Ledger {
  checkFile(options)
  const wasUnclean = hasLeftoverLog(options.file)
  let sqlite: Sqlite.Database | undefined
  let isUnlocked = false
  try {
    sqlite = new Sqlite(options.file)
    unlock(sqlite, options)
    isUnlocked = true
    setPragmas(sqlite)
    refuseDamaged(sqlite, options.file, wasUnclean || options.isSuspect === true)
    bringUpToDate(sqlite, options)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    assertEncrypted(options.file)
    return ledger(sqlite, options)
  } catch (error) {
    sqlite?.close()
    throw fromSqlite(error, isUnlocked ? 'work' : 'opening') ?? error
  }
}

function setPragmas(sqlite: Sqlite.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  // Encrypted pages are dear to read again: below the table's size scans slow down five-fold (measured).
  sqlite.pragma('cache_size = -65536')
  // Temporary files are never encrypted.
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  // ON, not FAST: pages freed by emptying the trash are overwritten too.
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('foreign_keys = ON')
}

function bringUpToDate(sqlite: Sqlite.Database, { migrationsDir, beforeUpgrade }: OpenOptions): void {
  const known = knownMigrations(migrationsDir)
  const applied = appliedMigrations(sqlite)
  refuseUnknownMigrations(applied, known)
  if (applied.length === known.length) return
  if (applied.length > 0)
    beforeUpgrade({
      migrations: applied.length,
      copyTo: (file) => copy(sqlite, file),
      counts: () => countRows(sqlite),
      auditHead: () => (listTables(sqlite).includes('audit_entries') ? readHead(readSql(sqlite)) : null),
    })
  // A table rebuild with foreign keys on deletes child rows without an error (reproduced with drizzle 0.45).
  sqlite.pragma('foreign_keys = OFF')
  migrate(drizzle(sqlite), { migrationsFolder: migrationsDir })
  const broken = sqlite.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0)
    throw new AppError('DATABASE_DAMAGED', 'migration broke foreign keys', {
      messageZh:
        '升级数据库时发现数据缺损。升级前的数据已备份在 backups 文件夹，请用它恢复，并把日志交给维护人员',
    })
  sqlite.pragma('foreign_keys = ON')
}

function copy(sqlite: Sqlite.Database, file: string): void {
  try {
    sqlite.prepare('vacuum into ?').run(file)
  } catch (error) {
    throw fromSqlite(error) ?? error
  }
}

function ledger(sqlite: Sqlite.Database, { file, keepsHead, migrationsDir }: OpenOptions): Ledger {
  const orm = drizzle(sqlite, { schema })
  const reader = readSql(sqlite)
  const sql = writeSql(sqlite)
  const collector = createCollector(sqlite)
  addShownText(sqlite)
  const place = watchPlace(file)
  const headFile: HeadFile | null = keepsHead ? openHeadFile(file, (head) => hasHead(reader, head)) : null

  const as = (writer: Writer): Database => {
    let scope: readonly string[] | null | undefined
    const currentScope = () => (scope ??= scopeIds(reader, writer.scopeRoot))
    // Nobody looks at what the program reads for itself.
    const mayReveal = writer.account !== null && roleHasRight(writer.account.role, 'member.reveal')
    return {
      read: {
        orm,
        sql: reader,
        mayReveal,
        get scope() {
          return currentScope()
        },
      },
      write: <T>(body: (db: WriteDb) => NotPromise<T>): T => {
        place.check()
        const audit = collector.begin(writer)
        const db: WriteDb = {
          orm,
          sql,
          mayReveal,
          audit,
          get scope() {
            return currentScope()
          },
        }
        try {
          const { answer, head } = sqlite
            .transaction(() => ({ answer: body(db), head: collector.seal(sql) }))
            .immediate()
          if (head !== null) headFile?.write(head)
          return answer
        } finally {
          collector.end()
          scope = undefined
        }
      },
    }
  }
  return {
    as,
    copyTo: (to) => copy(sqlite, to),
    emptyWal: () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    },
    integrity: () => {
      const foreignKeys = sqlite.pragma('foreign_key_check')
      return {
        integrity: String(sqlite.pragma('integrity_check(1)', { simple: true })),
        foreignKeyProblems: Array.isArray(foreignKeys) ? foreignKeys.length : 0,
        migrations: Math.min(appliedMigrations(sqlite).length, knownMigrations(migrationsDir).length),
      }
    },
    tables: () => listTables(sqlite),
    isCheckedAtOpening: isCheckedAtOpening(file),
    quickCheck: (table) => quickCheckTable(sqlite, table),
    fullCheck: (table) => fullCheckTable(sqlite, table),
    auditHead: () => readHead(reader),
    verifyAudit: (anchors: readonly AuditAnchor[]) =>
      verifyChain(reader, [...(headFile?.witnesses() ?? []), ...anchors]),
    counts: () => countRows(sqlite),
    close: () => {
      headFile?.close()
      sqlite.close()
    },
  }
}

function scopeIds(sql: ReadSql, root: string | null): readonly string[] | null {
  return root === null ? null : idsBelow(sql, root)
}
