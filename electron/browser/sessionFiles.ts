import { AsyncLocalStorage } from 'node:async_hooks'
import type { Files, FileShelf } from '#core/ports.ts'
import { AppError } from '#shared/contract/errors.ts'

export interface SessionFiles {
  /** Given to the core: what it puts while answering a session belongs to that session. */
  readonly port: Files
  runAs<T>(sessionId: string, work: () => T): T
  /** Forgets whose files these were, so nobody can fetch them any more. */
  forget(sessionId: string): void
}

/** The handles a shelf gives out are unguessable; here each belongs to the session it was made for besides. */
export function createSessionFiles(shelf: FileShelf): SessionFiles {
  const current = new AsyncLocalStorage<string>()
  const ownerOf = new Map<string, string>()

  function own(handle: string): string {
    const owner = ownerOf.get(handle)
    if (owner === undefined || owner !== current.getStore()) {
      throw new AppError('FILE_GONE', 'the handle is unknown to this session', {
        messageZh: '文件已不在内存中，请重新选择或重新导出',
      })
    }
    return handle
  }

  function give(place: () => string): string {
    const sessionId = current.getStore()
    if (sessionId === undefined) throw new Error('a file was put outside any session')
    const handle = place()
    ownerOf.set(handle, sessionId)
    return handle
  }

  return {
    port: {
      read: (handle) => shelf.read(own(handle)),
      put: (file) => give(() => shelf.put(file)),
      putOnDisk: (file) => give(() => shelf.putOnDisk(file)),
      onDisk: (handle) => shelf.onDisk(own(handle)),
      drop: (handle) => {
        shelf.drop(own(handle))
        ownerOf.delete(handle)
      },
      choose: () => Promise.reject(new AppError('UNSUPPORTED', 'the page uploads files itself')),
      chooseFolder: () => Promise.reject(new AppError('UNSUPPORTED', 'a page has no dialog for folders')),
      deliver: () => Promise.reject(new AppError('UNSUPPORTED', 'the page downloads files itself')),
    },
    runAs: (sessionId, work) => current.run(sessionId, work),
    forget: (sessionId) => {
      for (const [handle, owner] of ownerOf) if (owner === sessionId) ownerOf.delete(handle)
    },
  }
}
