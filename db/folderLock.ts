import { readFileSync, writeFileSync, accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'

const holderSchema = z.object({ shell: z.string(), host: z.string(), since: z.string() })

/** Who has the folder open, as the sentence names it. */
export type LockHolder = Readonly<z.output<typeof holderSchema>>

export interface FolderLock {
  release(): void
}

const shellNames: Readonly<Record<string, string>> = {
  electron: '桌面窗口',
  browser: '浏览器方式',
  cli: '命令行',
}

/**
 * One program at a time per data folder. An exclusive SQLite lock is held by the system, so it is gone with the process,
 * however that ends. Throws FOLDER_IN_USE or FOLDER_READ_ONLY.
 */
export function lockFolder(dataDir: string, holder: LockHolder): FolderLock {
  prepare(dataDir)
  const lockFile = join(dataDir, '.lock')
  const infoFile = join(dataDir, '.lock.json')
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(lockFile, { timeout: 0 })
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.exec('begin exclusive')
  } catch (error) {
    sqlite?.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw inUse(infoFile)
    throw error
  }
  writeFileSync(infoFile, JSON.stringify(holder))
  const held = sqlite
  return {
    release: () => {
      rmSync(infoFile, { force: true })
      held.close()
    },
  }
}

function prepare(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK)
    const probe = join(dataDir, '.write-test')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC')
      throw new AppError('DISK_FULL', code, {
        messageZh: '磁盘已满，不能打开数据文件夹。请清理磁盘空间后重试',
      })
    throw new AppError('FOLDER_READ_ONLY', `data folder: ${code}`, {
      messageZh: `数据文件夹不能写入：${dataDir}。请检查文件夹权限，或用 --data 换一个可以写入的文件夹`,
      cause: error,
    })
  }
}

function inUse(infoFile: string): AppError {
  const holder = readHolder(infoFile)
  const who = holder
    ? `（${shellNames[holder.shell] ?? holder.shell}，电脑 ${holder.host}，打开于 ${holder.since}）`
    : ''
  return new AppError('FOLDER_IN_USE', 'data folder is locked', {
    messageZh: `这个数据文件夹正在使用${who}。请先关闭那一个党务台账，再打开`,
  })
}

function readHolder(infoFile: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(infoFile, 'utf8')))
  } catch {
    return undefined // Written after the lock is taken: it may not be there yet, or be cut short.
  }
}
