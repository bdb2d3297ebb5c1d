import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import type { FileOnDisk, FileShelf, StoredFile } from '../ports.ts'

/** Oldest files give way when together they are more than this; the newest always stays. */
const maxBytes = 200 * 2 ** 20

/** Files between a dialog or an upload and their use. An exported roster stays in memory: it must not lie about in a temp folder. */
export function createFileShelf(): FileShelf {
  const shelf = new Map<string, StoredFile>()
  const places = new Map<string, FileOnDisk>()
  return {
    put: (file) => {
      const handle = randomUUID()
      shelf.set(handle, file)
      makeRoom(shelf)
      return handle
    },
    putOnDisk: (file) => {
      const handle = randomUUID()
      places.set(handle, file)
      return handle
    },
    read: (handle) => {
      const place = places.get(handle)
      if (place) return readFromDisk(place)
      const file = shelf.get(handle)
      if (file) return file
      throw gone()
    },
    onDisk: (handle) => {
      const place = places.get(handle)
      if (place && existsSync(place.path)) return place
      if (shelf.has(handle)) return null
      throw gone()
    },
    drop: (handle) => {
      shelf.delete(handle)
      places.delete(handle)
    },
  }
}

function gone(): AppError {
  return new AppError('FILE_GONE', 'unknown file handle', {
    messageZh: '文件已不在内存中，请重新选择或重新导出',
  })
}

function readFromDisk({ name, path }: FileOnDisk): StoredFile {
  let bytes: Uint8Array
  try {
    if (statSync(path).size > maxBytes)
      throw new AppError('FILE_TOO_LARGE', 'too large to be held in memory', {
        messageZh: '文件超过 200 MB，这里读不了这么大的文件',
      })
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw gone()
  }
  return { name, bytes }
}

function makeRoom(shelf: Map<string, StoredFile>): void {
  let bytes = [...shelf.values()].reduce((sum, file) => sum + file.bytes.byteLength, 0)
  for (const [handle, file] of shelf) {
    if (bytes <= maxBytes || shelf.size === 1) return
    shelf.delete(handle)
    bytes -= file.bytes.byteLength
  }
}
