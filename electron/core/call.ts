import type { Database, Ledger } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { Route } from '#shared/contract/define.ts'
import type { z } from 'zod'
import type { Ports } from './ports.ts'
import type { Jobs } from './system/jobs.ts'

/** One window or one browser cookie. Opaque: the core knows who is signed in to it. */
export interface Session {
  readonly id: string
}

/** What a handler may use. `db`, `ledger` and `account` throw SIGN_IN_REQUIRED on public routes called before signing in. */
export interface Call {
  readonly session: Session
  readonly account: SignedInAccount
  /** As this account sees it, through this route: reads cut to its organisations, writes logged under its name. */
  readonly db: Database
  /** For what concerns the file as a whole. */
  readonly ledger: Ledger
  /** Rejects when the backup fails: what was to follow must not begin. */
  readonly backups: { before(reason: 'beforeImport'): Promise<void> }
  readonly ports: Ports
  readonly jobs: Jobs
}

type RouteTable = Readonly<Record<string, Route<z.ZodType, unknown>>>

type OutputOf<R> = R extends Route<z.ZodType, infer O> ? O : never

/** Exactly one handler for each route of a slice: a missing or an extra one does not compile. */
export type HandlersOf<T extends RouteTable> = {
  readonly [R in keyof T]: (
    input: z.output<T[R]['input']>,
    call: Call,
  ) => OutputOf<T[R]> | Promise<OutputOf<T[R]>>
}
