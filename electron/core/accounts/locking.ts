import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Session } from '../call.ts'
import { type Means, signedInAccount } from './means.ts'
import type { Proof } from './proof.ts'
import type { Seat } from './sessions.ts'

export interface Locking {
  /** Nothing where nobody is signed in. */
  lock(session: Session): void
  /** Also of a session that is not locked: the page may have hidden itself alone. */
  unlock(session: Session, password: string): Promise<SignedInAccount>
  /** Every session that is signed in: the computer sleeps or is locked. Never throws. */
  lockAll(): void
  /** Locks a seat nobody has used for so long. */
  lockIfIdle(seat: Seat, idleMinutes: number): void
}

export function createLocking(means: Means, proof: Proof): Locking {
  const { host, seats, now, ports } = means
  /** Locked whatever becomes of the log: a full disk must not leave the screen open. */
  const lock = (seat: Seat, why: string): void => {
    if (seat.lockedAt !== null) return
    seat.lockedAt = now()
    note(seat, 'accounts.lock', why)
  }
  const note = (seat: Seat, route: string, text: string): void => {
    const ledger = host.current()
    const account = ledger && means.accounts(ledger).find(({ id }) => id === seat.accountId)
    if (!account) return
    try {
      means.byAccount(ledger, account, seat.sessionId, route).write((tx) => tx.audit.detail(text))
    } catch (error) {
      ports.logger.error('locking not logged', { name: error instanceof Error ? error.name : '' })
    }
  }
  return {
    lock: (session) => {
      const seat = seats.of(session)
      if (seat) lock(seat, '锁屏')
    },
    lockAll: () => {
      for (const seat of seats.all()) lock(seat, '自动：电脑休眠或锁定')
    },
    lockIfIdle: (seat, idleMinutes) => {
      if (seats.isIdle(seat, idleMinutes)) lock(seat, `自动：${idleMinutes} 分钟没有操作`)
    },
    unlock: (session, password) =>
      host.oneAtATime(async () => {
        const ledger = host.current()
        const seat = seats.of(session)
        const account = ledger && means.accounts(ledger).find(({ id }) => id === seat?.accountId)
        if (!seat || account?.disabledAt !== null)
          throw new AppError('SIGN_IN_REQUIRED', 'nobody sits here', { messageZh: '已退出登录，请重新登录' })
        if (!(await proof.password(account.user, password)))
          throw new AppError('SIGN_IN_FAILED', 'wrong password', {
            messageZh: '密码不对。请检查大小写和输入法后重试；换别人使用请先退出登录',
          })
        if (seats.of(session) !== seat || host.current() !== ledger)
          throw new AppError('SIGN_IN_REQUIRED', 'left meanwhile', { messageZh: '已退出登录，请重新登录' })
        const wasLocked = seat.lockedAt !== null
        seat.lockedAt = null
        seat.lastCallAt = now()
        if (wasLocked) note(seat, 'accounts.unlock', '解锁')
        return signedInAccount(account)
      }),
  }
}
