import { timingSafeEqual } from 'node:crypto'
import type { Ledger } from '#db/database.ts'
import { AppError } from '#shared/contract/errors.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { Session } from '../call.ts'
import { readRecoveryCode, unwrapKey, type WrappedKey, wrapKey } from '../system/keyWrap.ts'
import { type Counter, counterOf, type Untold } from './attempts.ts'
import { keyOf } from '../system/keyRing.ts'
import type { Means } from './means.ts'

/**
 * Tries of secrets, each counted. All of them run within `host.oneAtATime`: side by side, any number could be tried before
 * the first is counted.
 */
export interface Proof {
  /** The database key; undefined when account or password is wrong. Throws SIGN_IN_LOCKED_OUT. */
  password(user: string, password: string): Promise<Uint8Array | undefined>
  recoveryCode(typed: string): Promise<Uint8Array | undefined>
  /** A secret held against another key file, such as a backup's. A good one ends no lock-out: the file may be anybody's. */
  elsewhere(attempt: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined>
  /** Of whoever sits at the session, before something that needs it. Throws VALIDATION_FAILED at `ownPassword`. */
  own(session: Session, password: string): Promise<Uint8Array>
  /** The database key wrapped with another password, once whoever sits at the session has proved their own. */
  wrapFor(session: Session, ownPassword: string, password: string): Promise<WrappedKey>
  /** Puts the failures counted so far into the log. */
  tell(ledger: Ledger): void
}

export function createProof(means: Means): Proof {
  const { host, attempts, seats, ports } = means

  const tell = (ledger: Ledger): void => {
    const untold = attempts.untold()
    if (untold.length === 0) return
    try {
      for (const each of untold)
        means.bySystem(ledger, 'accounts.signIn').write((tx) => tx.audit.detail(failureZh(each)))
      attempts.told()
    } catch (error) {
      // They stay counted for the next time; the answer to the one who tries must not depend on it.
      ports.logger.error('failed sign-ins not logged', { name: error instanceof Error ? error.name : '' })
    }
  }

  const counted = async (
    counter: Counter,
    attempt: () => Promise<Uint8Array | undefined>,
  ): Promise<Uint8Array | undefined> => {
    attempts.check(counter)
    const key = await attempt()
    if (key) return key
    attempts.failed(counter)
    const ledger = host.current()
    if (ledger) tell(ledger)
    return undefined
  }

  const password = async (user: string, typed: string): Promise<Uint8Array | undefined> => {
    const keys = host.keys.read()
    const entry = keyOf(keys, user)
    const counter = entry ? counterOf(user) : 'unknown'
    const key = await counted(counter, async () => {
      if (entry) return unwrapKey(entry, typed)
      // An account that is not there takes as long as one that is.
      const any = keys.accounts[0]
      if (any) await unwrapKey(any.key, typed)
      return undefined
    })
    if (!key) return undefined
    refuseForeign(means, key)
    attempts.succeeded(counter)
    return key
  }

  const own = async (session: Session, typed: string): Promise<Uint8Array> => {
    const ledger = host.current()
    const seat = seats.of(session)
    const account = ledger && means.accounts(ledger).find(({ id }) => id === seat?.accountId)
    if (!account) throw new AppError('SIGN_IN_REQUIRED', 'nobody sits here', { messageZh: '请先登录' })
    const key = await password(account.user, typed)
    if (key) return key
    throw new AppError('VALIDATION_FAILED', 'own password is wrong', {
      fields: { ownPassword: '您的密码不对，请重新输入' },
    })
  }

  return {
    password,
    recoveryCode: async (typed) => {
      const { recovery } = host.keys.read()
      const key = await counted('recovery', () => unwrapKey(recovery, readRecoveryCode(typed)))
      if (!key) return undefined
      refuseForeign(means, key)
      attempts.succeeded('recovery')
      return key
    },
    elsewhere: (attempt) => counted('rescue', attempt),
    own,
    wrapFor: async (session, ownPassword, next) => wrapKey(await own(session, ownPassword), next, means.cost),
    tell,
  }
}

/** While the database is open another key file may have been put in the place of its own: it lets nobody in. */
function refuseForeign({ host }: Means, key: Uint8Array): void {
  if (!host.current() || timingSafeEqual(key, host.key())) return
  throw new AppError('KEY_FILE_DAMAGED', 'key of another database', {
    messageZh: '密钥文件 keys.json 与正在使用的数据库不配套。请把原来的 keys.json 放回数据文件夹',
  })
}

function failureZh({ counter, times, lastAt }: Untold): string {
  const what: Readonly<Record<string, string>> = {
    unknown: '用不存在的账号登录',
    recovery: '恢复码不对',
    rescue: '打开备份的密码或恢复码不对',
  }
  const said = what[counter] ?? `账号 ${counter.replace('user:', '')} 的密码不对`
  return `${said}，${times} 次，最后一次在 ${formatInShanghai(lastAt)}`
}
