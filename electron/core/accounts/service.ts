import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { getAccount, insertAccount } from '#db/queries/accounts.ts'
import { tableCounts } from '#db/queries/counts.ts'
import type {
  AccountsStatus,
  createFirstInput,
  RecoveryCode,
  recoverInput,
  SignedInAccount,
  signInInput,
} from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Session } from '../call.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Ports } from '../ports.ts'
import { refreshDailyFindings, refreshedBeforeSignIn } from '../records/dailyFindings.ts'
import { keyFile } from './keyFile.ts'
import { newRecoveryCode, readRecoveryCode, unwrapKey, wrapKey } from './keyWrap.ts'

export interface Accounts {
  status(session: Session): AccountsStatus
  createFirst(session: Session, input: z.output<typeof createFirstInput>): Promise<RecoveryCode>
  signIn(session: Session, input: z.output<typeof signInInput>): Promise<SignedInAccount>
  /** Opens with the printed code, sets a new password, answers the code's successor. */
  recover(session: Session, input: z.output<typeof recoverInput>): Promise<RecoveryCode>
  signOut(session: Session): void
  accountOf(session: Session): SignedInAccount
  databaseFor(session: Session): Database
  close(): void
}

const wrongPassword = () =>
  new AppError('SIGN_IN_FAILED', 'unknown account or wrong password', {
    messageZh: '账号或密码不对。请检查大小写和输入法后重试；忘记密码可用恢复码打开',
  })

export function createAccounts(config: CoreConfig, ports: Ports): Accounts {
  const ledger = join(config.dataDir, 'ledger.db')
  const keys = keyFile(config.dataDir, ledger)
  const cost = config.passwordCost ?? 17
  const signedIn = new Map<string, SignedInAccount>()
  let database: Database | undefined
  let closing = new AbortController()
  /** A program left open over midnight judges anew at the first call of the day. */
  let refreshedOn: DateOnly | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** What reads the key file, waits for scrypt and writes it again must not meet another of its kind in between. */
  const oneAtATime = <T>(body: () => Promise<T>): Promise<T> => {
    const mine = last.then(body, body)
    last = mine.catch(() => undefined)
    return mine
  }

  const open = (key: Uint8Array, create: boolean): Database => {
    if (database) return database
    const opened = openDatabase({ file: ledger, key, create, migrationsDir: ports.resources.migrationsDir })
    database = opened
    closing = new AbortController()
    return opened
  }
  const refreshBeside = (db: Database): void => {
    refreshedOn = ports.clock.today()
    refreshDailyFindings(db, ports, closing.signal).catch((error: unknown) => {
      ports.logger.error('daily findings stopped', {
        name: error instanceof Error ? error.name : typeof error,
      })
    })
  }
  const refresh = async (db: Database): Promise<void> => {
    if ((tableCounts(db.read)['members'] ?? 0) > refreshedBeforeSignIn) return refreshBeside(db)
    refreshedOn = ports.clock.today()
    return refreshDailyFindings(db, ports, closing.signal)
  }
  const admit = (session: Session, db: Database, user: string): SignedInAccount => {
    const account = getAccount(db.read, user)
    if (!account) throw wrongPassword()
    signedIn.set(session.id, account)
    return account
  }
  const close = () => {
    signedIn.clear()
    closing.abort()
    database?.close()
    database = undefined
  }

  return {
    status: (session) => {
      const state = keys.state()
      const account = signedIn.get(session.id) ?? null
      return {
        state: state === 'new' ? 'new' : account ? 'open' : 'locked',
        account,
        dataDir: config.dataDir,
        appVersion: config.appVersion,
        shell: config.shell,
      }
    },
    createFirst: (session, { user, displayName, password }) =>
      oneAtATime(async () => {
        if (keys.state() !== 'new')
          throw new AppError('ALREADY_SET_UP', 'key file exists', {
            messageZh: '这个数据文件夹已经建好，请直接登录',
          })
        const key = randomBytes(32)
        const recoveryCode = newRecoveryCode()
        keys.prepare({
          version: 1,
          accounts: [{ user, key: await wrapKey(key, password, cost) }],
          recovery: await wrapKey(key, readRecoveryCode(recoveryCode), cost),
        })
        try {
          const db = open(key, true)
          const account = {
            id: ports.ids.next(),
            user,
            displayName,
            role: 'streetClerk',
            createdAt: ports.clock.now(),
          } as const
          db.write((tx) => insertAccount(tx, account))
        } catch (error) {
          close()
          for (const file of [ledger, `${ledger}-wal`]) rmSync(file, { force: true })
          throw error
        }
        keys.confirm()
        admit(session, open(key, false), user)
        return { recoveryCode }
      }),
    signIn: (session, { user, password }) =>
      oneAtATime(async () => {
        requireSetUp(keys.state())
        const entry = keys.read().accounts.find((account) => account.user === user)
        const key = entry && (await unwrapKey(entry.key, password))
        if (!key) throw wrongPassword()
        const db = open(key, false)
        const account = admit(session, db, user)
        await refresh(db)
        return account
      }),
    recover: (session, { user, recoveryCode, password }) =>
      oneAtATime(async () => {
        requireSetUp(keys.state())
        const old = keys.read()
        const key = await unwrapKey(old.recovery, readRecoveryCode(recoveryCode))
        const isKnown = old.accounts.some((account) => account.user === user)
        if (!key || !isKnown)
          throw new AppError('SIGN_IN_FAILED', 'unknown account or wrong recovery code', {
            messageZh: '账号或恢复码不对。恢复码是首次启动时打印的 8 组字符，每组 4 个',
          })
        const db = open(key, false)
        const next = newRecoveryCode()
        const wrapped = await wrapKey(key, password, cost)
        keys.write({
          version: 1,
          accounts: old.accounts.map((account) => (account.user === user ? { user, key: wrapped } : account)),
          recovery: await wrapKey(key, readRecoveryCode(next), cost),
        })
        admit(session, db, user)
        await refresh(db)
        return { recoveryCode: next }
      }),
    signOut: (session) => {
      signedIn.delete(session.id)
      if (signedIn.size === 0) close()
    },
    accountOf: (session) => {
      const account = signedIn.get(session.id)
      if (account) return account
      throw new AppError('SIGN_IN_REQUIRED', 'session is not signed in', { messageZh: '请先登录' })
    },
    databaseFor: (session) => {
      if (signedIn.has(session.id) && database) {
        if (refreshedOn !== ports.clock.today()) refreshBeside(database)
        return database
      }
      throw new AppError('SIGN_IN_REQUIRED', 'session is not signed in', { messageZh: '请先登录' })
    },
    close,
  }
}

function requireSetUp(state: 'new' | 'ready'): void {
  if (state === 'new')
    throw new AppError('NOT_SET_UP', 'no key file', {
      messageZh: '这个数据文件夹还没有建账号，请先完成首次设置',
    })
}
