import { hostname } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { lockFolder } from '#db/folderLock.ts'
import { AppError, type Result } from '#shared/contract/errors.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import { createAccounts } from './accounts/service.ts'
import { accountsHandlers } from './accounts/handlers.ts'
import { activityHandlers } from './activity/handlers.ts'
import { attachmentsHandlers } from './attachments/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { createBackups } from './backup/service.ts'
import { beginCall } from './beginCall.ts'
import { bridgeHandlers } from './bridge/handlers.ts'
import type { Session } from './call.ts'
import { developmentRegistersHandlers } from './developmentRegisters/handlers.ts'
import { developmentHandlers } from './development/handlers.ts'
import { takeStep } from './development/steps.ts'
import { developmentPapersHandlers } from './documents/developmentHandlers.ts'
import { meetingPapersHandlers } from './documents/meetingHandlers.ts'
import { reviewPapersHandlers } from './documents/reviewHandlers.ts'
import { documentsHandlers } from './documents/handlers.ts'
import { enterprisesHandlers } from './enterprises/handlers.ts'
import { electionsHandlers } from './elections/handlers.ts'
import { filesHandlers } from './files/handlers.ts'
import { findingsHandlers } from './findings/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { parseInWorker } from './imports/parseInWorker.ts'
import { createImports } from './imports/service.ts'
import { jobsHandlers } from './jobs/handlers.ts'
import { lostCasesHandlers } from './lostCases/handlers.ts'
import { meetingsHandlers } from './meetings/handlers.ts'
import { updateMember } from './members/commands.ts'
import { meetingComplianceHandlers } from './meetingCompliance/handlers.ts'
import { meetingPlansHandlers } from './meetingPlans/handlers.ts'
import { membersHandlers } from './members/handlers.ts'
import { membershipsHandlers } from './memberships/handlers.ts'
import { editOrganization } from './organizations/commands.ts'
import { mobilityHandlers } from './mobility/handlers.ts'
import { organizationLifeHandlers } from './organizationLife/handlers.ts'
import { organizationsHandlers } from './organizations/handlers.ts'
import type { Ports } from './ports.ts'
import { dispatch, type Handlers } from './router.ts'
import { postsHandlers } from './posts/handlers.ts'
import { createBallotFiles } from './reviewBallots/files.ts'
import { reviewBallotsHandlers } from './reviewBallots/handlers.ts'
import { reviewScoresHandlers } from './reviewScores/handlers.ts'
import { reviewsHandlers } from './reviews/handlers.ts'
import { systemHandlers } from './system/handlers.ts'
import { rectificationsHandlers } from './rectifications/handlers.ts'
import { responsibilityHandlers } from './responsibility/handlers.ts'
import { termsHandlers } from './terms/handlers.ts'
import { createInFlight } from './system/inFlight.ts'
import { createJobs } from './system/jobs.ts'
import { createLedgerHost } from './system/ledgerHost.ts'
import { transferPapersHandlers } from './documents/transferHandlers.ts'
import { transfersHandlers } from './transfers/handlers.ts'
import { trashHandlers } from './trash/handlers.ts'
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
  /** Told of every session that is signed out, or in as somebody else. */
  onLeft(listener: (sessionId: string) => void): void
  /** The computer goes to sleep or is locked: every signed-in session asks for its password again. */
  lockSessions(): void
  /** Signs everybody out, backs up what changed, closes the database. */
  close(): Promise<void>
}

/** Takes the data folder for itself. Throws AppError FOLDER_IN_USE, FOLDER_READ_ONLY or DISK_FULL with a Chinese sentence. */
export function createCore(config: CoreConfig, ports: Ports): Core {
  const lock = lockFolder(config.dataDir, {
    shell: config.shell,
    host: hostname(),
    since: formatInShanghai(ports.clock.now()),
  })
  const sessions = new Map<string, Session>()
  const host = createLedgerHost(config.dataDir, ports.resources)
  const backups = createBackups(host, config, ports)
  const jobs = createJobs()
  const inFlight = createInFlight()
  const accounts = createAccounts(host, config, ports, {
    newDay: async () => {
      const end = inFlight.begin()
      await setImmediate() // Whoever signs in is answered first.
      try {
        if (host.current()) await backups.daily()
      } finally {
        end()
      }
    },
    settle: () => {
      jobs.cancelAll()
      return inFlight.settled()
    },
    whenLastLeaves: () => backups.atExit(),
  })
  const imports = createImports()
  accounts.onLeft((sessionId) => imports.forget(sessionId))
  const ballotFiles = createBallotFiles((bytes, { jobs, ports: { resources } }) =>
    jobs.run(null, ({ signal }) => parseInWorker(resources.parseWorker, bytes, signal)),
  )
  accounts.onLeft((sessionId) => ballotFiles.forget(sessionId))
  const handlers: Handlers = {
    ...accountsHandlers(accounts),
    ...organizationsHandlers,
    ...organizationLifeHandlers,
    ...membersHandlers,
    ...membershipsHandlers,
    ...mobilityHandlers,
    ...lostCasesHandlers,
    ...enterprisesHandlers,
    ...transfersHandlers,
    ...transferPapersHandlers,
    ...developmentHandlers,
    ...developmentRegistersHandlers,
    ...meetingComplianceHandlers,
    ...meetingPlansHandlers,
    ...meetingsHandlers({ takeStep }),
    ...attachmentsHandlers,
    ...rectificationsHandlers,
    ...responsibilityHandlers,
    ...findingsHandlers,
    ...importsHandlers(imports),
    ...documentsHandlers,
    ...developmentPapersHandlers,
    ...meetingPapersHandlers,
    ...reviewPapersHandlers,
    ...bridgeHandlers,
    ...electionsHandlers,
    ...termsHandlers,
    ...postsHandlers,
    ...reviewsHandlers,
    ...reviewScoresHandlers,
    ...reviewBallotsHandlers(ballotFiles),
    ...activityHandlers({ member: updateMember, organization: editOrganization }),
    ...auditHandlers(backups),
    ...trashHandlers(accounts),
    ...backupHandlers(backups, { host, config, guard: accounts, inFlight }),
    ...workspaceHandlers,
    ...jobsHandlers,
    ...filesHandlers,
    ...systemHandlers(backups),
  }
  return {
    openSession: () => {
      const session = { id: ports.ids.next() }
      sessions.set(session.id, session)
      return session
    },
    closeSession: (session) => {
      sessions.delete(session.id)
      accounts
        .signOut(session)
        .catch((error: unknown) =>
          ports.logger.error('closing a session failed', { name: error instanceof Error ? error.name : '' }),
        )
    },
    call: async (route, input, session) => {
      if (!sessions.has(session.id))
        return { ok: false, error: new AppError('SIGN_IN_REQUIRED', 'unknown session').toBody() }
      const { call, end } = beginCall(
        { accounts, backups, host, inFlight, jobs, ports, via: config.shell },
        session,
        route,
      )
      try {
        const result = await dispatch(handlers, route, input, call, ports.logger)
        if (!result.ok && result.error.code === 'DATABASE_DAMAGED') host.reportDamage(result.error.detail)
        return result
      } finally {
        end()
      }
    },
    onLeft: (listener) => accounts.onLeft(listener),
    lockSessions: () => accounts.lockAll(),
    close: async () => {
      try {
        await accounts.close()
      } finally {
        lock.release()
      }
    },
  }
}
