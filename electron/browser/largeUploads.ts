import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors.ts'

/** Backups sent by the page: too large for memory, so each lies in a file until the next one of its session. */
export interface LargeUploads {
  /**
   * Path of the file the body was written to; undefined when it had more than `limitBytes`: the rest is read and dropped,
   * because a browser shows our answer only after it has sent everything. Rejects with the system's error.
   */
  receive(sessionId: string, body: Readable, limitBytes: number): Promise<string | undefined>
  forget(sessionId: string): void
  clear(): void
}

/** The refusal for what the disk said; undefined for anything else. */
export function fromSystem(error: unknown): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') {
    return new AppError('DISK_FULL', 'no room for the uploaded backup', {
      messageZh: '数据文件夹所在的磁盘空间不足，备份文件没有读进来。请清理磁盘后再选一次。',
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new AppError('FOLDER_READ_ONLY', 'the data folder takes no uploaded backup', {
      messageZh: '数据文件夹不能写入，备份文件没有读进来。请检查文件夹权限后再选一次。',
      cause: error,
    })
  }
  return undefined
}

/** What cannot be removed now (a virus scanner reads it) goes at the next start. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Nothing depends on it.
  }
}

/** `dir` is for this alone and is emptied: what an earlier run left there belongs to nobody. */
export function createLargeUploads(dir: string): LargeUploads {
  const latest = new Map<string, string>()
  const forget = (sessionId: string): void => {
    const path = latest.get(sessionId)
    latest.delete(sessionId)
    if (path !== undefined) remove(path)
  }
  const clear = (): void => {
    latest.clear()
    remove(dir)
  }
  clear()
  return {
    receive: async (sessionId, body, limitBytes) => {
      forget(sessionId)
      mkdirSync(dir, { recursive: true })
      const path = join(dir, randomUUID())
      latest.set(sessionId, path)
      let size = 0
      const upToLimit = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size <= limitBytes) yield chunk
        }
      }
      try {
        await pipeline(body, upToLimit, createWriteStream(path))
      } catch (error) {
        remove(path)
        throw error
      }
      if (size <= limitBytes) return path
      forget(sessionId)
      return undefined
    },
    forget,
    clear,
  }
}
