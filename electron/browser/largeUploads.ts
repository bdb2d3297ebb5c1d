import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors.ts'

/** Backups sent by the page: too large for memory, so each lies in a file until the next one of its session. */
export interface LargeUploads {
  /**
   * Path of the file the body was written to; undefined when it had more than `limitBytes`: the rest is read and dropped,
   * because a browser shows our answer only after it has sent everything. Rejects with the system's error, CONFLICT while
   * the session sends another one, DISK_FULL before the disk has no room for the data themselves.
   */
  receive(
    sessionId: string,
    body: Readable,
    limitBytes: number,
    announcedBytes: number,
  ): Promise<string | undefined>
  forget(sessionId: string): void
  clear(): void
}

const noRoom = (cause?: unknown) =>
  new AppError('DISK_FULL', 'no room for the uploaded backup', {
    messageZh: '数据文件夹所在的磁盘空间不足，备份文件没有读进来。请清理磁盘后再选一次。',
    cause,
  })

const busy = () =>
  new AppError('CONFLICT', 'another backup is being uploaded', {
    messageZh: '上一份备份文件还在读取，请等它读完再选。',
  })

/** Left to the database, which lies on the same disk. */
const reserveBytes = 2 ** 26
const bytesBetweenLooks = 2 ** 23

function freeBytes(dir: string): number {
  const { bavail, bsize } = statfsSync(dir)
  return bavail * bsize
}

/** A browser shows our answer only after it has sent everything. */
async function drop(body: Readable): Promise<void> {
  for await (const chunk of body) void chunk
}

/** The refusal for what the disk said; undefined for anything else. */
export function fromSystem(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return noRoom(error)
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
export function createLargeUploads(dir: string, roomIn: (dir: string) => number = freeBytes): LargeUploads {
  const receiving = new Set<string>()
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
    receive: async (sessionId, body, limitBytes, announcedBytes) => {
      if (receiving.has(sessionId)) {
        await drop(body)
        throw busy()
      }
      forget(sessionId)
      mkdirSync(dir, { recursive: true })
      if (roomIn(dir) < announcedBytes + reserveBytes) {
        await drop(body)
        throw noRoom()
      }
      receiving.add(sessionId)
      const path = join(dir, randomUUID())
      latest.set(sessionId, path)
      let size = 0
      let nextLook = bytesBetweenLooks
      let isFull = false
      const upToLimit = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size >= nextLook) {
            nextLook += bytesBetweenLooks
            isFull ||= roomIn(dir) < reserveBytes
          }
          if (size <= limitBytes && !isFull) yield chunk
        }
        if (isFull) throw noRoom()
      }
      try {
        await pipeline(body, upToLimit, createWriteStream(path))
      } catch (error) {
        remove(path)
        throw error
      } finally {
        receiving.delete(sessionId)
      }
      if (size <= limitBytes) return path
      forget(sessionId)
      return undefined
    },
    forget,
    clear,
  }
}
