import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { scopeOfRole } from '#shared/contract/rights.ts'
import type { Accounts } from './accounts/service.ts'
import type { Call, Session } from './call.ts'
import type { CoreConfig } from './createCore.ts'
import type { Ports } from './ports.ts'
import type { InFlight } from './system/inFlight.ts'
import type { Jobs } from './system/jobs.ts'
import type { LedgerHost } from './system/ledgerHost.ts'

interface Surroundings {
  readonly accounts: Accounts
  readonly backups: Call['backups']
  readonly host: Pick<LedgerHost, 'refuseDamaged'>
  readonly inFlight: InFlight
  readonly jobs: Jobs
  readonly ports: Ports
  readonly via: CoreConfig['shell']
}

/** Who calls is found out once, at its first use: what had begun when the screen locked goes on. */
export function beginCall(
  { accounts, backups, host, inFlight, jobs, ports, via }: Surroundings,
  session: Session,
  route: string,
): { readonly call: Call; readonly end: () => void } {
  let admitted: SignedInAccount | undefined
  let end: (() => void) | undefined
  const account = () => {
    host.refuseDamaged()
    return (admitted ??= accounts.accountOf(session))
  }
  const ledger = () => {
    account()
    const open = accounts.ledgerFor(session)
    end ??= inFlight.begin()
    return open
  }
  return {
    call: {
      session,
      backups: {
        before: (reason) => {
          ledger() // Held open until the call ends.
          return backups.before(reason)
        },
      },
      ports,
      jobs,
      get account() {
        return account()
      },
      get ledger() {
        return ledger()
      },
      get db() {
        return ledger().as({
          account: account(),
          sessionId: session.id,
          via,
          route,
          scopeRoot: scopeRootOf(account()),
          now: () => ports.clock.now(),
        })
      },
    },
    end: () => end?.(),
  }
}

/** No organisation means the whole street: for a role that must have one it means a mistake. */
function scopeRootOf({ role, organizationId }: SignedInAccount): string | null {
  if (organizationId !== null || scopeOfRole(role) !== 'required') return organizationId
  throw new AppError('FORBIDDEN', 'role without its organisation', {
    messageZh: '这个账号还没有指定管理的党组织，请联系系统管理员',
  })
}
