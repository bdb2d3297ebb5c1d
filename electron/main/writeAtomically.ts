import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, type FileHandle, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { renamePatiently } from '#core/system/patientRename.ts'
import { AppError } from '#shared/contract/errors.ts'

/** The old file stays whole until the new one is on disk. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await replace(path, async (temporary) => {
    const file = await open(temporary, 'wx')
    await syncedAndClosed(file, () => file.writeFile(bytes))
  })
}

/** For what is too large to be read into memory. */
export async function copyAtomically(path: string, from: string): Promise<void> {
  await replace(path, async (temporary) => {
    await copyFile(from, temporary)
    await syncedAndClosed(await open(temporary, 'r+'), () => Promise.resolve())
  })
}

async function syncedAndClosed(file: FileHandle, write: () => Promise<void>): Promise<void> {
  try {
    await write()
    await file.sync()
  } finally {
    await file.close()
  }
}

async function replace(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await fill(temporary)
    await renamePatiently(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw explain(error, path)
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function explain(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOSPC') {
    return new AppError('DISK_FULL', 'no space left for the exported file', {
      messageZh: '磁盘空间不足，文件没有保存。请清理磁盘或换一个位置再保存',
      cause: error,
    })
  }
  if ((code === 'EBUSY' || code === 'EPERM') && existsSync(path)) {
    return new AppError('CONFLICT', `target file is locked: ${code}`, {
      messageZh: `文件正被 WPS 打开，请关闭后再保存：${basename(path)}`,
      cause: error,
    })
  }
  if (['EPERM', 'EACCES', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) {
    return new AppError('FOLDER_READ_ONLY', `cannot write there: ${code}`, {
      messageZh: '这个位置不能写入，请换一个文件夹保存',
      cause: error,
    })
  }
  return error
}
