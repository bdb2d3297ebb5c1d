import type { accountsRoutes } from '#shared/contract/accounts.ts'
import type { HandlersOf } from '../call.ts'
import { accountRows, tiableOrganizations } from './accountRows.ts'
import type { Accounts } from './service.ts'

export function accountsHandlers(accounts: Accounts): HandlersOf<typeof accountsRoutes> {
  const { accountKeys, management, means, own } = accounts
  return {
    'accounts.status': (_, { session }) => accounts.status(session),
    'accounts.createFirst': (input, { session }) => accounts.createFirst(session, input),
    'accounts.signIn': (input, { session }) => accounts.signIn(session, input),
    'accounts.recover': (input, { session }) => accounts.recover(session, input),
    'accounts.signOut': async (_, { session }) => {
      await accounts.signOut(session)
      return null
    },
    'accounts.lock': (_, { session }) => {
      accounts.lock(session)
      return null
    },
    'accounts.unlock': ({ password }, { session }) => accounts.unlock(session, password),
    'accounts.changePassword': (input, call) => own.changePassword(call, input),
    'accounts.createAdministrator': (input, call) => own.createAdministrator(call, input),
    'accounts.list': (_, { db }) => ({ rows: accountRows(means, db.read) }),
    'accounts.organizations': (_, { db }) => ({ rows: tiableOrganizations(db.read) }),
    'accounts.create': (input, call) => management.create(call, input),
    'accounts.update': (input, call) => management.update(call, input),
    'accounts.resetPassword': (input, call) => accountKeys.resetPassword(call, input),
    'accounts.disable': (input, call) => accountKeys.disable(call, input),
    'accounts.enable': (input, call) => accountKeys.enable(call, input),
    'accounts.renewRecoveryCode': (input, call) => management.renewRecoveryCode(call, input),
    'accounts.changeSettings': (input, call) => management.changeSettings(call, input),
  }
}
