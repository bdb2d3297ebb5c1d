import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/contract/errors.ts'
import type { Files, StoredFile } from '../ports.ts'

type FileShelf = Pick<Files, 'put' | 'read'>

/** Oldest files give way when together they are more than this; the newest always stays. */
const maxBytes = 200 * 2 ** 20

/** Files between a dialog or an upload and their use. In memory only: an exported roster must not lie about in a temp folder. */
export function createFileShelf(): FileShelf {
  const shelf = new Map<string, StoredFile>()
  return {
    put: (file) => {
      const handle = randomUUID()
      shelf.set(handle, file)
      makeRoom(shelf)
      return handle
    },
    read: (handle) => {
      const file = shelf.get(handle)
      if (file) return file
      throw new AppError('FILE_GONE', 'unknown file handle', {
        messageZh: '文件已不在内存中，请重新选择或重新导出',
      })
    },
  }
}

function makeRoom(shelf: Map<string, StoredFile>): void {
  let bytes = [...shelf.values()].reduce((sum, file) => sum + file.bytes.byteLength, 0)
  for (const [handle, file] of shelf) {
    if (bytes <= maxBytes || shelf.size === 1) return
    shelf.delete(handle)
    bytes -= file.bytes.byteLength
  }
}
