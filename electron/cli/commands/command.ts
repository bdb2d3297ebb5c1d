import type { Args } from '../args.ts'
import type { Desk } from '../deskSession.ts'

export interface Command {
  /** Answers what is written to stdout as JSON. */
  run(desk: Desk, args: Args, user: string): Promise<unknown>
  /** Whose account it works with unless `--user` says. */
  readonly user: 'admin' | 'sysadmin'
  /** Whether the data folder need not be there yet. */
  readonly mayMakeFolder: boolean
  /** Exponent of scrypt's N, where it is another than the core's own. */
  readonly passwordCost?: number
}
