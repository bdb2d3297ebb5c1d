import type { Place, StandardOffice } from '../office.ts'
import { firstAccounts, staffPassword, testAdministrator } from '../testCore.ts'
import { administratorOnly, type RoutesOf, type SamplesOf } from './sample.ts'

const ownPassword = testAdministrator.password
const namesNone = administratorOnly.accounts
const credentials = 'credentials, held against the key file before any record is read'
const ownSession = 'the caller’s own session'

async function versioned({ as }: StandardOffice, { accountId }: Place) {
  const { rows } = await as.administrator.call('accounts.list', {})
  return { id: accountId, version: rows.find(({ id }) => id === accountId)?.version ?? 0 }
}

export const accountSamples: SamplesOf<RoutesOf<'accounts'>> = {
  'accounts.status': { input: () => ({}), namesNone: ownSession },
  'accounts.createFirst': { input: () => firstAccounts, namesNone: credentials },
  'accounts.signIn': {
    input: (_, { user }) => ({ user, password: staffPassword }),
    namesNone: credentials,
  },
  'accounts.recover': {
    input: (_, { user }) => ({
      user,
      recoveryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH',
      password: 'Fresh-2026',
    }),
    namesNone: credentials,
  },
  'accounts.signOut': { input: () => ({}), namesNone: ownSession },
  'accounts.lock': { input: () => ({}), namesNone: ownSession },
  'accounts.unlock': { input: () => ({ password: staffPassword }), namesNone: ownSession },
  'accounts.changePassword': {
    input: () => ({ ownPassword: staffPassword, password: 'Fresh-2026' }),
    namesNone: ownSession,
  },
  'accounts.createAdministrator': {
    input: () => ({
      user: 'second',
      displayName: '第二管理员',
      password: 'Fresh-2026',
      ownPassword: staffPassword,
    }),
    namesNone: 'only an administrator is made, who is tied to nothing',
  },
  'accounts.list': { input: () => ({}), namesNone },
  'accounts.organizations': { input: () => ({}), namesNone },
  'accounts.create': {
    input: (_, { communityId }) => ({
      user: 'newcomer',
      displayName: '新来的',
      role: 'communityClerk',
      organizationId: communityId,
      password: 'Given-2026',
      ownPassword,
    }),
  },
  'accounts.update': {
    input: async (office, place) => ({
      ...(await versioned(office, place)),
      displayName: '改了名的',
      role: 'communityClerk',
      organizationId: place.communityId,
      ownPassword,
    }),
  },
  'accounts.resetPassword': {
    input: (_, { accountId }) => ({ id: accountId, password: 'Given-2027', ownPassword }),
  },
  'accounts.disable': {
    input: async (office, place) => ({ ...(await versioned(office, place)), reason: '调离', ownPassword }),
  },
  'accounts.enable': {
    input: async (office, place) => ({
      ...(await versioned(office, place)),
      password: 'Given-2027',
      ownPassword,
    }),
  },
  'accounts.renewRecoveryCode': { input: () => ({ ownPassword }), namesNone },
  'accounts.changeSettings': { input: () => ({ idleMinutes: 5 }), namesNone },
}
