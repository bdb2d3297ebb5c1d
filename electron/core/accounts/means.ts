import type { z } from 'zod'
import type { Database, Ledger } from '#db/database.ts'
import { systemWriter } from '#db/audit/writer.ts'
import { listAccounts, type StoredAccount } from '#db/queries/accounts.ts'
import type { accountsRoutes, SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Ports } from '../ports.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import { isSameUser } from '../system/keyRing.ts'
import { isUsableAdministrator } from './checks.ts'
import { createSeats, type Seats } from './sessions.ts'

/** What a route of this slice is given. */
export type AccountInput<R extends keyof typeof accountsRoutes> = z.output<
  (typeof accountsRoutes)[R]['input']
>

/** What every part of this slice works with. */
export interface Means {
  readonly host: LedgerHost
  readonly config: CoreConfig
  readonly ports: Ports
  readonly seats: Seats
  readonly attempts: Attempts
  /** Exponent of scrypt's N for new passwords. */
  readonly cost: number
  readonly now: () => Instant
  bySystem(ledger: Ledger, route: string): Database
  /** For what happens before or beside a call of the account: signing in, locking. */
  byAccount(ledger: Ledger, account: StoredAccount, sessionId: string, route: string): Database
  accounts(ledger: Ledger): readonly StoredAccount[]
  /** Also true while the key file cannot be read: nobody can be given a key then. */
  hasAdministrator(ledger: Ledger): boolean
  /** By its name; undefined when there is none or it is disabled. */
  activeAccount(ledger: Ledger, user: string): StoredAccount | undefined
}

export function createMeans(host: LedgerHost, config: CoreConfig, ports: Ports): Means {
  const now = () => ports.clock.now()
  const bySystem = (ledger: Ledger, route: string) => ledger.as(systemWriter(route, now))
  const accounts = (ledger: Ledger) => listAccounts(bySystem(ledger, 'accounts').read)
  return {
    host,
    config,
    ports,
    seats: createSeats(now),
    attempts: createAttempts(config.dataDir, ports),
    cost: config.passwordCost ?? 17,
    now,
    bySystem,
    byAccount: (ledger, account, sessionId, route) =>
      ledger.as({ account, sessionId, via: config.shell, route, scopeRoot: null, now }),
    accounts,
    hasAdministrator: (ledger) => {
      try {
        const keys = host.keys.read()
        return accounts(ledger).some((account) => isUsableAdministrator(keys, account))
      } catch (error) {
        if (error instanceof AppError) return true
        throw error
      }
    },
    activeAccount: (ledger, user) =>
      accounts(ledger).find((account) => isSameUser(account.user, user) && account.disabledAt === null),
  }
}

export function signedInAccount(account: StoredAccount): SignedInAccount {
  const { id, user, displayName, role, organizationId, mustChangePassword } = account
  return { id, user, displayName, role, organizationId, mustChangePassword }
}
