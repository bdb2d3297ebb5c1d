import { existsSync, mkdirSync, openSync, readSync, closeSync, rmSync, statSync } from 'node:fs'
import { join, dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { AppError } from '#shared/contract/errors.ts'
import { type Database, type NotPromise, readSql, type WriteDb, writeSql } from './database.ts'
import { fromSqlite } from './errors.ts'
import { appliedMigrations, knownMigrations, refuseUnknownMigrations } from './migrationGate.ts'
import * as schema from './schema/index.ts'

interface OpenOptions {
  readonly file: string
  /** 32 random bytes; the caller unwraps them with the password and forgets them after. */
  readonly key: Uint8Array
  readonly create: boolean
  readonly migrationsDir: string
}

/** Marks our files among all SQLite files: "DWTZ". */
const applicationId = 0x4457545a
const pageSize = 4096

/** The only caller of migrate(). Throws AppError with a Chinese sentence for every way the file can be wrong; changes nothing then. */
export function openDatabase(options: OpenOptions): Database {
  checkFile(options)
  const wasUnclean = hasLeftoverLog(options.file)
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(options.file)
    unlock(sqlite, options)
    setPragmas(sqlite)
    if (wasUnclean) quickCheck(sqlite)
    bringUpToDate(sqlite, options)
    assertEncrypted(sqlite, options.file)
    return database(sqlite, options)
  } catch (error) {
    sqlite?.close()
    throw fromSqlite(error) ?? error
  }
}

function checkFile({ file, create }: OpenOptions): void {
  if (!existsSync(file)) {
    if (create) return
    throw new AppError('DATABASE_MISSING', 'ledger file missing', {
      messageZh: '数据文件夹里有密钥文件，却没有数据库文件 ledger.db。请把它从备份或原来的位置放回来',
    })
  }
  const { size } = statSync(file)
  if (size === 0 && create) return
  const header = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, header, 0, 16, 0)
  closeSync(handle)
  if (header.toString('latin1') === 'SQLite format 3\0')
    throw new AppError('DATABASE_NOT_ENCRYPTED', 'plain sqlite file', {
      messageZh: 'ledger.db 没有加密，不是党务台账保存的文件。请换回原来的文件',
    })
  if (size < pageSize || size % pageSize !== 0)
    throw new AppError('DATABASE_DAMAGED', `size ${size} is no whole number of pages`, {
      messageZh: '数据库文件不完整（可能没有复制完，或磁盘曾经写满）。请用最近的备份恢复；文件没有改动',
    })
}

/** A write-ahead log that was not folded in: the last run did not close the file. */
function hasLeftoverLog(file: string): boolean {
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0
}

function unlock(sqlite: Sqlite.Database, { file, key, create }: OpenOptions): void {
  if (key.length !== 32) throw new Error('the database key must be 32 bytes')
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  sqlite.pragma('locking_mode = EXCLUSIVE')
  // Plain better-sqlite3 ignores the key without a word; only the cipher build knows this function.
  sqlite.prepare('select sqlite3mc_version()').get()
  const tables = Number(sqlite.prepare('select count(*) from sqlite_master').pluck().get())
  const id = sqlite.pragma('application_id', { simple: true })
  if (tables > 0 && id !== applicationId)
    throw new AppError('DATABASE_FOREIGN', `application_id ${String(id)}`, {
      messageZh: 'ledger.db 不是党务台账的数据库。请换回原来的文件',
    })
  if (tables === 0 && !create)
    throw new AppError('DATABASE_FOREIGN', 'empty database', { messageZh: 'ledger.db 是空的。请用备份恢复' })
  const pages = Number(sqlite.pragma('page_count', { simple: true }))
  if (tables > 0 && !hasLeftoverLog(file) && statSync(file).size < pages * pageSize)
    throw new AppError('DATABASE_DAMAGED', 'file is shorter than its page count', {
      messageZh: '数据库文件被截短了，后面的数据不在。请用最近的备份恢复；文件没有改动',
    })
  if (tables === 0) sqlite.pragma(`application_id = ${applicationId}`)
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
  sqlite.pragma('secure_delete = FAST')
  sqlite.pragma('foreign_keys = ON')
}

function quickCheck(sqlite: Sqlite.Database): void {
  const answer = sqlite.pragma('quick_check(1)', { simple: true })
  if (answer === 'ok') return
  throw new AppError('DATABASE_DAMAGED', 'quick_check failed', {
    messageZh: '数据库文件已损坏（上次没有正常关闭）。请用最近的备份恢复；文件没有改动',
  })
}

function bringUpToDate(sqlite: Sqlite.Database, { file, migrationsDir }: OpenOptions): void {
  const known = knownMigrations(migrationsDir)
  const applied = appliedMigrations(sqlite)
  refuseUnknownMigrations(applied, known)
  if (applied.length === known.length) return
  if (applied.length > 0) copyBeforeMigration(sqlite, file, applied.length)
  // A table rebuild with foreign keys on deletes child rows without an error (reproduced with drizzle 0.45).
  sqlite.pragma('foreign_keys = OFF')
  migrate(drizzle(sqlite), { migrationsFolder: migrationsDir })
  const broken = sqlite.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0)
    throw new AppError('DATABASE_DAMAGED', 'migration broke foreign keys', {
      messageZh: `升级数据库时发现数据缺损，请把 backups 文件夹里的 before-upgrade-${applied.length}.db 交给维护人员`,
    })
  sqlite.pragma('foreign_keys = ON')
}

function copyBeforeMigration(sqlite: Sqlite.Database, file: string, version: number): void {
  const dir = join(dirname(file), 'backups')
  mkdirSync(dir, { recursive: true })
  const copy = join(dir, `before-upgrade-${version}.db`)
  rmSync(copy, { force: true })
  sqlite.prepare('vacuum into ?').run(copy)
}

function assertEncrypted(sqlite: Sqlite.Database, file: string): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const header = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, header, 0, 16, 0)
  closeSync(handle)
  if (header.toString('latin1').startsWith('SQLite format 3'))
    throw new Error('the database file is not encrypted')
}

function database(sqlite: Sqlite.Database, { migrationsDir }: OpenOptions): Database {
  const orm = drizzle(sqlite, { schema })
  const reader = readSql(sqlite)
  const writer: WriteDb = { orm, sql: writeSql(sqlite) }
  return {
    read: { orm, sql: reader },
    write: <T>(body: (db: WriteDb) => NotPromise<T>): T => sqlite.transaction(() => body(writer)).immediate(),
    copyTo: (file) => {
      sqlite.prepare('vacuum into ?').run(file)
    },
    integrity: () => {
      const foreignKeys = sqlite.pragma('foreign_key_check')
      return {
        integrity: String(sqlite.pragma('integrity_check(1)', { simple: true })),
        foreignKeyProblems: Array.isArray(foreignKeys) ? foreignKeys.length : 0,
        migrations: Math.min(appliedMigrations(sqlite).length, knownMigrations(migrationsDir).length),
      }
    },
    close: () => {
      sqlite.close()
    },
  }
}
