import type { accountsRoutes } from '#shared/contract/accounts.ts'
import type { HandlersOf } from '../call.ts'
import type { Accounts } from './service.ts'

export function accountsHandlers(accounts: Accounts): HandlersOf<typeof accountsRoutes> {
  return {
    'accounts.status': (_, { session }) => accounts.status(session),
    'accounts.createFirst': (input, { session }) => accounts.createFirst(session, input),
    'accounts.signIn': (input, { session }) => accounts.signIn(session, input),
    'accounts.recover': (input, { session }) => accounts.recover(session, input),
    'accounts.signOut': (_, { session }) => {
      accounts.signOut(session)
      return null
    },
  }
}
