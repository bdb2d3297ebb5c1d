import type { Ledger } from '#db/database.ts'
import { getAccount, type StoredAccount } from '#db/queries/accounts.ts'
import { tableCounts } from '#db/queries/counts.ts'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Session } from '../call.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Ports } from '../ports.ts'
import { refreshDailyFindings, refreshedBeforeSignIn } from '../records/dailyFindings.ts'
import { refreshDailyDevelopment } from '../records/developmentStatus.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { remainsOf } from '../system/remains.ts'
import { accountSettings } from '../system/settings.ts'
import { type AccountKeys, createAccountKeys } from './accountKeys.ts'
import { createEntrance, type Entrance } from './entrance.ts'
import { createLocking, type Locking } from './locking.ts'
import { createManagement, type Management } from './management.ts'
import { createMeans, type Means, signedInAccount } from './means.ts'
import { createOwnAccount, type OwnAccount } from './ownAccount.ts'
import { createProof } from './proof.ts'
import type { Seat } from './sessions.ts'

export interface Accounts extends Entrance, Pick<Locking, 'lock' | 'unlock' | 'lockAll'> {
  readonly means: Means
  readonly management: Management
  readonly accountKeys: AccountKeys
  readonly own: OwnAccount
  status(session: Session): AccountsStatus
  /** The last one out closes the database. */
  signOut(session: Session): Promise<void>
  /** Reads the account anew, so that whatever was changed about it holds at once. Throws SIGN_IN_REQUIRED, SESSION_LOCKED. */
  accountOf(session: Session): SignedInAccount
  /** Also of a locked session: what it had begun goes on. Throws SIGN_IN_REQUIRED. */
  ledgerFor(session: Session): Ledger
  /** Told of every session that is signed out, or in as somebody else. */
  onLeft(listener: (sessionId: string) => void): void
  /** Proves anew who sits there; waits for `host.oneAtATime`. Throws VALIDATION_FAILED at `ownPassword`, SIGN_IN_LOCKED_OUT. */
  confirmOwnPassword(session: Session, password: string): Promise<void>
  /**
   * One try of a secret against another key file, where nobody is signed in: counted and locked out like a sign-in, and waits
   * for `host.oneAtATime`. `attempt` answers undefined when the secret is wrong. Throws SIGN_IN_FAILED, SIGN_IN_LOCKED_OUT.
   */
  tryElsewhere(attempt: () => Promise<Uint8Array | undefined>): Promise<Uint8Array>
  close(): Promise<void>
}

/** What is to happen around the open database. None of them rejects. */
export interface Housekeeping {
  /** The first sign-in of a day, or the first call when the program was left open over midnight. */
  newDay(): Promise<void>
  /** Nobody is signed in any more: resolves when what was begun has ended. */
  settle(): Promise<void>
  /** Then, before the database closes. Runs within `host.oneAtATime`: it must not wait for that again. */
  whenLastLeaves(): Promise<void>
}

const signInRequired = () =>
  new AppError('SIGN_IN_REQUIRED', 'session is not signed in', { messageZh: '请先登录' })

const sessionLocked = () =>
  new AppError('SESSION_LOCKED', 'session is locked', { messageZh: '屏幕已锁定，请输入密码继续' })

export function createAccounts(
  host: LedgerHost,
  config: CoreConfig,
  ports: Ports,
  housekeeping: Housekeeping,
): Accounts {
  const means = createMeans(host, config, ports)
  const { seats, now } = means
  const proof = createProof(means)
  const locking = createLocking(means, proof)
  let today: DateOnly | undefined
  host.onClosed(() => seats.clear())

  const beginDay = async (ledger: Ledger): Promise<void> => {
    today = ports.clock.today()
    void housekeeping.newDay()
    const db = means.bySystem(ledger, 'findings.daily')
    const counts = tableCounts(db.read)
    // A file has a whole life's dates to judge: it takes as long as several members.
    const judged = (counts['members'] ?? 0) + 5 * (counts['development_files'] ?? 0)
    const isLarge = judged > refreshedBeforeSignIn
    const refreshed = refreshDailyFindings(db, ports, host.closing())
      .then(() => refreshDailyDevelopment(db, ports, host.closing()))
      .catch((error: unknown) =>
        ports.logger.error('daily findings stopped', {
          name: error instanceof Error ? error.name : typeof error,
        }),
      )
    if (!isLarge) await refreshed
  }

  const accountAt = (seat: Seat | undefined): StoredAccount | undefined => {
    const ledger = host.current()
    const account = seat && ledger && getAccount(means.bySystem(ledger, 'accounts').read, seat.accountId)
    return account?.disabledAt === null ? account : undefined
  }
  const idleMinutes = (): number => {
    const ledger = host.current()
    return ledger ? accountSettings.read(means.bySystem(ledger, 'accounts').read).idleMinutes : 10
  }
  const noteLeaving = (seat: Seat, text: string): void => {
    const ledger = host.current()
    const account = accountAt(seat)
    if (!ledger || !account) return
    try {
      means
        .byAccount(ledger, account, seat.sessionId, 'accounts.signOut')
        .write((tx) => tx.audit.detail(text))
    } catch (error) {
      // Whoever leaves must be able to, also with a full disk.
      ports.logger.error('signing out not logged', { name: error instanceof Error ? error.name : '' })
    }
  }
  const closeWhenEmpty = async (): Promise<void> => {
    if (seats.all().length > 0) return
    await housekeeping.settle()
    await host.oneAtATime(async () => {
      if (seats.all().length > 0 || !host.current()) return
      await housekeeping.whenLastLeaves()
      host.close()
    })
  }

  return {
    means,
    management: createManagement(means, proof),
    accountKeys: createAccountKeys(means, proof),
    own: createOwnAccount(means, proof),
    ...createEntrance(means, proof, {
      beginEmpty: () => {
        today = ports.clock.today()
      },
      beginUnlessBegun: async (ledger) => {
        if (today !== ports.clock.today()) await beginDay(ledger)
      },
    }),
    ...locking,
    status: (session) => {
      const ledger = host.current()
      const seat = seats.of(session)
      const account = accountAt(seat)
      if (seat && account) locking.lockIfIdle(seat, idleMinutes())
      const isNew = !ledger && host.keys.state() === 'new'
      return {
        state: stateOf(isNew, account && seat),
        remains: isNew ? remainsOf(config.dataDir) : null,
        account: account ? signedInAccount(account) : null,
        idleMinutes: idleMinutes(),
        hasAdministrator: !ledger || !account || means.hasAdministrator(ledger),
        dataDir: config.dataDir,
        appVersion: config.appVersion,
        shell: config.shell,
      }
    },
    signOut: async (session) => {
      const seat = seats.of(session)
      if (seat) noteLeaving(seat, '退出登录')
      seats.leave(session)
      await closeWhenEmpty()
    },
    accountOf: (session) => {
      const seat = seats.of(session)
      const account = accountAt(seat)
      if (!seat || !account) {
        seats.leave(session)
        throw signInRequired()
      }
      locking.lockIfIdle(seat, idleMinutes())
      if (seat.lockedAt !== null) throw sessionLocked()
      seat.lastCallAt = now()
      return signedInAccount(account)
    },
    ledgerFor: (session) => {
      const ledger = host.current()
      if (!seats.of(session) || !ledger) throw signInRequired()
      if (today !== ports.clock.today()) void beginDay(ledger)
      return ledger
    },
    onLeft: (listener) => seats.onLeft(listener),
    confirmOwnPassword: (session, password) =>
      host.oneAtATime(async () => {
        await proof.own(session, password)
      }),
    tryElsewhere: (attempt) =>
      host.oneAtATime(async () => {
        const key = await proof.elsewhere(attempt)
        if (key) return key
        throw new AppError('SIGN_IN_FAILED', 'wrong secret of a backup', {
          messageZh: '账号、密码或恢复码不对。请填写做这份备份时的账号和密码，或当时有效的恢复码',
        })
      }),
    close: async () => {
      for (const seat of seats.all()) noteLeaving(seat, '关闭程序')
      seats.clear()
      await closeWhenEmpty()
    },
  }
}

function stateOf(isNew: boolean, seat: Seat | undefined): AccountsStatus['state'] {
  if (isNew) return 'new'
  if (!seat) return 'locked'
  return seat.lockedAt === null ? 'open' : 'idle'
}
