import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'

/**
 * The old file stays whole until the new one is on disk. At once, so that it fits into a transaction. Throws DISK_FULL,
 * FOLDER_READ_ONLY.
 */
export function writeFileAtomically(file: string, text: string): void {
  const temporary = `${file}.tmp`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      fill(handle, Buffer.from(text))
      renameSync(temporary, file)
    } catch (error) {
      rmSync(temporary, { force: true }) // Half a file on a full disk takes the room that is wanted.
      throw error
    }
    syncFolder(dirname(file))
  } catch (error) {
    throw explained(error, basename(file))
  }
}

function fill(handle: number, bytes: Buffer): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A new name is only safe from a power cut when its folder is on disk too. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return // Windows opens no folder for this; NTFS keeps names in its own log.
  const handle = openSync(dir, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function explained(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('DISK_FULL', `${name}: ${code}`, {
      messageZh: '磁盘已满，这一步没有保存，已有数据没有变化。请清理磁盘空间后重试',
      cause: error,
    })
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR', 'ENOENT', 'ENOTDIR'].includes(code))
    return new AppError('FOLDER_READ_ONLY', `${name}: ${code}`, {
      messageZh: `数据文件夹里的 ${name} 不能写入，这一步没有保存。请检查文件夹还在不在、权限对不对，关闭正在占用它的程序后重试`,
      cause: error,
    })
  return error
}
