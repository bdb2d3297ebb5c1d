import type { Instant } from '#shared/lib/dates.ts'
import type { Session } from '../call.ts'

/** Who sits at a session; the account itself is read anew for each call. */
export interface Seat {
  readonly sessionId: string
  readonly accountId: string
  lastCallAt: Instant
  /** Null while it is not locked. */
  lockedAt: Instant | null
}

export interface Seats {
  take(session: Session, accountId: string): void
  of(session: Session): Seat | undefined
  /** Whether nobody has used it for so long; with a clock set back nobody has waited. */
  isIdle(seat: Seat, idleMinutes: number): boolean
  leave(session: Session): void
  /** Every seat of one account. */
  leaveAll(accountId: string): void
  /** Every seat of one account but this. */
  leaveOthers(accountId: string, sessionId: string): void
  all(): readonly Seat[]
  clear(): void
  /** Told of every seat somebody gets up from, also for somebody else to sit down. */
  onLeft(listener: (sessionId: string) => void): void
}

const msPerMinute = 60_000

export function createSeats(now: () => Instant): Seats {
  const seats = new Map<string, Seat>()
  const listeners: ((sessionId: string) => void)[] = []
  const leave = (sessionId: string) => {
    if (seats.delete(sessionId)) for (const listener of listeners) listener(sessionId)
  }
  const leaveBut = (accountId: string, kept: string | null) => {
    for (const seat of seats.values())
      if (seat.accountId === accountId && seat.sessionId !== kept) leave(seat.sessionId)
  }
  return {
    take: (session, accountId) => {
      leave(session.id)
      seats.set(session.id, { sessionId: session.id, accountId, lastCallAt: now(), lockedAt: null })
    },
    of: (session) => seats.get(session.id),
    isIdle: (seat, idleMinutes) =>
      Date.parse(now()) - Date.parse(seat.lastCallAt) >= idleMinutes * msPerMinute,
    leave: (session) => leave(session.id),
    leaveAll: (accountId) => leaveBut(accountId, null),
    leaveOthers: (accountId, sessionId) => leaveBut(accountId, sessionId),
    all: () => [...seats.values()],
    clear: () => {
      for (const sessionId of seats.keys()) leave(sessionId)
    },
    onLeft: (listener) => listeners.push(listener),
  }
}
