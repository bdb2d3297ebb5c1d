import { hostname } from 'node:os'
import { lockFolder } from '#db/folderLock.ts'
import { AppError, type Result } from '#shared/contract/errors.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import { createAccounts } from './accounts/service.ts'
import { accountsHandlers } from './accounts/handlers.ts'
import type { Call, Session } from './call.ts'
import { documentsHandlers } from './documents/handlers.ts'
import { filesHandlers } from './files/handlers.ts'
import { findingsHandlers } from './findings/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { jobsHandlers } from './jobs/handlers.ts'
import { membersHandlers } from './members/handlers.ts'
import { organizationsHandlers } from './organizations/handlers.ts'
import type { Ports } from './ports.ts'
import { dispatch, type Handlers } from './router.ts'
import { systemHandlers } from './system/handlers.ts'
import { createJobs } from './system/jobs.ts'
import { workspaceHandlers } from './workspace/handlers.ts'

export type { Session } from './call.ts'

export interface CoreConfig {
  readonly dataDir: string
  readonly appVersion: string
  readonly shell: 'electron' | 'browser' | 'cli'
  /** Exponent of scrypt's N for new passwords; 17 (0.3 s) unless a test says otherwise. */
  readonly passwordCost?: number
}

export interface Core {
  openSession(): Session
  closeSession(session: Session): void
  /** Never rejects. */
  call(route: string, input: unknown, session: Session): Promise<Result<unknown>>
  close(): void
}

/** Takes the data folder for itself. Throws AppError FOLDER_IN_USE, FOLDER_READ_ONLY or DISK_FULL with a Chinese sentence. */
export function createCore(config: CoreConfig, ports: Ports): Core {
  const lock = lockFolder(config.dataDir, {
    shell: config.shell,
    host: hostname(),
    since: formatInShanghai(ports.clock.now()),
  })
  const sessions = new Map<string, Session>()
  const accounts = createAccounts(config, ports)
  const jobs = createJobs()
  const handlers: Handlers = {
    ...accountsHandlers(accounts),
    ...organizationsHandlers,
    ...membersHandlers,
    ...findingsHandlers,
    ...importsHandlers(),
    ...documentsHandlers,
    ...workspaceHandlers,
    ...jobsHandlers,
    ...filesHandlers,
    ...systemHandlers,
  }
  const callFor = (session: Session): Call => ({
    session,
    ports,
    jobs,
    get account() {
      return accounts.accountOf(session)
    },
    get db() {
      return accounts.databaseFor(session)
    },
  })
  return {
    openSession: () => {
      const session = { id: ports.ids.next() }
      sessions.set(session.id, session)
      return session
    },
    closeSession: (session) => {
      accounts.signOut(session)
      sessions.delete(session.id)
    },
    call: async (route, input, session) => {
      if (!sessions.has(session.id))
        return { ok: false, error: new AppError('SIGN_IN_REQUIRED', 'unknown session').toBody() }
      return dispatch(handlers, route, input, callFor(session), ports.logger)
    },
    close: () => {
      accounts.close()
      lock.release()
    },
  }
}
