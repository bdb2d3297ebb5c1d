import { AsyncLocalStorage } from 'node:async_hooks'
import type { Files, StoredFile } from '#core/ports.ts'
import { AppError } from '#shared/contract/errors.ts'

/** What the shelf of the core offers; the handles it gives out are unguessable. */
export type FileShelf = Pick<Files, 'read' | 'put'>

export interface SessionFiles {
  /** Given to the core: what it puts while answering a session belongs to that session. */
  readonly port: Files
  runAs<T>(sessionId: string, work: () => T): T
  /** Forgets whose files these were, so nobody can fetch them any more. */
  forget(sessionId: string): void
}

export function createSessionFiles(shelf: FileShelf): SessionFiles {
  const current = new AsyncLocalStorage<string>()
  const ownerOf = new Map<string, string>()

  function read(handle: string): StoredFile {
    const owner = ownerOf.get(handle)
    if (owner === undefined || owner !== current.getStore()) {
      throw new AppError('FILE_GONE', 'the handle is unknown to this session', {
        messageZh: '文件已不在内存中，请重新选择或重新导出',
      })
    }
    return shelf.read(handle)
  }

  function put(file: StoredFile): string {
    const sessionId = current.getStore()
    if (sessionId === undefined) throw new Error('a file was put outside any session')
    const handle = shelf.put(file)
    ownerOf.set(handle, sessionId)
    return handle
  }

  return {
    port: {
      read,
      put,
      choose: () => Promise.reject(new AppError('UNSUPPORTED', 'the page uploads files itself')),
      deliver: () => Promise.reject(new AppError('UNSUPPORTED', 'the page downloads files itself')),
    },
    runAs: (sessionId, work) => current.run(sessionId, work),
    forget: (sessionId) => {
      for (const [handle, owner] of ownerOf) if (owner === sessionId) ownerOf.delete(handle)
    },
  }
}
