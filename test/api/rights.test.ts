import { describe, expect, it } from 'vitest'
import { type Right, rights, type Role, roles } from '#shared/contract/rights.ts'
import { routes } from '#shared/contract/routes.ts'
import { aStaffedOffice, type StaffedOffice } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

const clerks: readonly Role[] = ['streetClerk', 'communityClerk']

/** Who may do what, written down a second time: a change of the table in `shared` has to be made here too. */
const holders: Readonly<Record<Right, readonly Role[]>> = {
  public: roles,
  signedIn: roles,
  'organization.read': [...clerks, 'leader'],
  'organization.write': clerks,
  'member.read': [...clerks, 'leader'],
  'member.write': clerks,
  'member.reveal': clerks,
  'import.write': clerks,
  'document.export': [...clerks, 'leader'],
  'activity.read': [...clerks, 'leader'],
  'activity.undo': clerks,
  'trash.restore': clerks,
  'trash.purge': ['systemAdministrator'],
  'account.manage': ['systemAdministrator'],
  'backup.make': ['streetClerk', 'systemAdministrator'],
  'backup.manage': ['systemAdministrator'],
  'system.verify': ['systemAdministrator', 'streetClerk', 'auditor'],
  'audit.read': ['auditor'],
  'calendar.write': ['systemAdministrator', 'streetClerk'],
  'meeting.check': ['streetClerk'],
}

const table: readonly (readonly [string, Right])[] = Object.entries(routes).map(([name, { right }]) => [
  name,
  right,
])

/** What a role's call of each route answers, by its error code; the input is wrong, so that no handler runs. */
async function codesOf(office: StaffedOffice, role: Role): Promise<ReadonlyMap<string, string>> {
  const { session } = office.as(role)
  const codes = new Map<string, string>()
  for (const [name] of table) {
    const answer = await office.core.call(name, { nonsense: true }, session)
    codes.set(name, answer.ok ? 'OK' : answer.error.code)
  }
  return codes
}

describe('rights', () => {
  it.each(roles)('%s is answered where the table says so, and FORBIDDEN everywhere else', async (role) => {
    const codes = await codesOf(await aStaffedOffice(), role)
    const expected = table.map(([name, right]) => [
      name,
      holders[right].includes(role) ? 'VALIDATION_FAILED' : 'FORBIDDEN',
    ])
    expect([...codes]).toEqual(expected)
  })

  it('every route has one of them, and somebody holds each', () => {
    expect(table.length).toBeGreaterThan(60)
    expect(table.filter(([, right]) => !rights.includes(right))).toEqual([])
    expect(rights.filter((right) => holders[right].length === 0)).toEqual([])
    expect(Object.keys(holders).toSorted()).toEqual(rights.toSorted())
  })

  it('every one of them is asked for by a route', () => {
    const asked = new Set(table.map(([, right]) => right))
    expect(rights.filter((right) => !asked.has(right))).toEqual([])
  })

  it('nobody both manages accounts and reads the audit log', () => {
    expect(holders['account.manage'].filter((role) => holders['audit.read'].includes(role))).toEqual([])
  })

  it('the administrator sees no member and no organisation, the auditor the log only', () => {
    const of = (role: Role) => rights.filter((right) => holders[right].includes(role))
    expect(
      of('systemAdministrator').filter((right) => /^(member|organization|document|activity)\./.test(right)),
    ).toEqual([])
    expect(of('auditor')).toEqual(['public', 'signedIn', 'system.verify', 'audit.read'])
  })
})

describe('before any right', () => {
  it('a locked session is answered SESSION_LOCKED on every route but the public ones', async () => {
    const office = await aStaffedOffice()
    await office.as('systemAdministrator').call('accounts.lock', {})
    const codes = await codesOf(office, 'systemAdministrator')
    const open = table.filter(([, right]) => right === 'public').map(([name]) => name)
    expect([...codes].filter(([, code]) => code !== 'SESSION_LOCKED').map(([name]) => name)).toEqual(open)
  })

  it('an account whose password somebody else has set may do nothing but change it', async () => {
    const office = await aStaffedOffice()
    await office.as('systemAdministrator').call('accounts.create', {
      user: 'fresh',
      displayName: '新来的',
      role: 'streetClerk',
      organizationId: null,
      password: 'Given-2026',
      ownPassword: testAdministrator.password,
    })
    const fresh = openCaller(office)
    await fresh.call('accounts.signIn', { user: 'fresh', password: 'Given-2026' })
    const codes = await codesOf({ ...office, as: () => fresh }, 'streetClerk')
    const answered = [...codes]
      .filter(([, code]) => code !== 'PASSWORD_CHANGE_REQUIRED')
      .map(([name]) => name)
    const open = table.filter(([, right]) => right === 'public').map(([name]) => name)
    expect(answered.toSorted()).toEqual([...open, 'accounts.changePassword'].toSorted())
  })
})
