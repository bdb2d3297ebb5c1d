import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsync, fsyncSync, openSync, readSync, statfsSync } from 'node:fs'
import { promisify } from 'node:util'
import { AppError } from '#shared/contract/errors.ts'
import type { SlowStep, Steps } from './steps.ts'

/** Read at a time: a few milliseconds of hashing. */
export const chunkBytes = 2 ** 20

const fsyncBeside = promisify(fsync)

/** Until the disk itself has it; on slow disks seconds. */
export function synced(handle: number): SlowStep {
  return { now: () => fsyncSync(handle), beside: () => fsyncBeside(handle) }
}

/** A file's contents from `at` on, piece by piece. The piece is reused. */
export function* eachChunk(
  path: string,
  at: number,
  bytes: number,
  take: (chunk: Uint8Array, isLast: boolean) => void,
): Steps<void> {
  const handle = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(chunkBytes, bytes))
    for (let done = 0; done < bytes;) {
      const read = readSync(handle, buffer, 0, Math.min(buffer.length, bytes - done), at + done)
      if (read === 0) throw new Error('a file ended before its end')
      done += read
      take(buffer.subarray(0, read), done === bytes)
      yield
    }
  } finally {
    closeSync(handle)
  }
}

export function* hashOf(path: string, at: number, bytes: number): Steps<string> {
  const hash: Hash = createHash('sha256')
  yield* eachChunk(path, at, bytes, (chunk) => hash.update(chunk))
  return hash.digest('hex')
}

/** Refused before the last bytes are taken from the database itself. Throws DISK_FULL. */
export function refuseWithoutRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= bytes) return
  throw new AppError('DISK_FULL', 'not enough room in the folder', {
    messageZh: `磁盘空间不足：还需要约 ${Math.ceil(bytes / 2 ** 20)} MB。请清理磁盘空间后重试`,
  })
}
