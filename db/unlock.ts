import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/contract/errors.ts'

export interface LockedFile {
  readonly file: string
  /** 32 random bytes; the caller unwraps them with the password and forgets them after. */
  readonly key: Uint8Array
  readonly create: boolean
}

/** Marks our files among all SQLite files: "DWTZ". */
const applicationId = 0x4457545a
const pageSize = 4096
const plainHeader = 'SQLite format 3\0'

function headerOf(file: string): string {
  const header = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, 16, 0)
  } finally {
    closeSync(handle)
  }
  return header.toString('latin1')
}

/** What can be said without the key. Throws DATABASE_MISSING, DATABASE_NOT_ENCRYPTED, DATABASE_DAMAGED. */
export function checkFile({ file, create }: LockedFile): void {
  if (!existsSync(file)) {
    if (create) return
    throw new AppError('DATABASE_MISSING', 'ledger file missing', {
      messageZh:
        '数据文件夹里有密钥文件，却没有数据库文件 ledger.db。请把它从备份或原来的位置放回来，或用备份恢复',
    })
  }
  const { size } = statSync(file)
  if (size === 0 && create) return
  if (headerOf(file) === plainHeader)
    throw new AppError('DATABASE_NOT_ENCRYPTED', 'plain sqlite file', {
      messageZh: 'ledger.db 没有加密，不是党务台账保存的文件。请换回原来的文件',
    })
  if (size < pageSize || size % pageSize !== 0)
    throw new AppError('DATABASE_DAMAGED', `size ${size} is no whole number of pages`, {
      messageZh: '数据库文件不完整（可能没有复制完，或磁盘曾经写满）。请用最近的备份恢复；文件没有改动',
    })
}

/** A write-ahead log that was not folded in: the last run did not close the file. */
export function hasLeftoverLog(file: string): boolean {
  const log = `${file}-wal`
  return existsSync(log) && statSync(log).size > 0
}

/** Gives SQLite the key and makes sure that it fits. */
export function unlock(sqlite: Sqlite.Database, { file, key, create }: LockedFile): void {
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

export function assertEncrypted(file: string): void {
  if (headerOf(file) === plainHeader) throw new Error('the database file is not encrypted')
}
