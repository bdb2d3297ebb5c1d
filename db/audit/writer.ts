import type { Doing } from '#shared/contract/activity.ts'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'

/** Whose hand writes, through which door; every write belongs to one. */
export interface Writer {
  readonly account: { readonly id: string; readonly displayName: string; readonly role: Role } | null
  readonly sessionId: string | null
  readonly via: Doing['via']
  readonly route: string
  /** The organisation the writer is tied to; null for all. */
  readonly scopeRoot: string | null
  readonly now: () => Instant
}

/** The program itself: findings of a new day, backups, what follows from a restore. */
export function systemWriter(route: string, now: () => Instant): Writer {
  return { account: null, sessionId: null, via: 'system', route, scopeRoot: null, now }
}

export const systemName = '系统'
