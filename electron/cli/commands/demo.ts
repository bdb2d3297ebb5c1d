import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/contract/errors.ts'
import { type Role, roleLabels } from '#shared/contract/rights.ts'
import { needed, wholeNumber } from '../args.ts'
import { type Desk, deskPassword } from '../deskSession.ts'
import type { Command } from './command.ts'

const demoPassword = 'Demo-2026'

interface Person {
  readonly user: string
  readonly displayName: string
  readonly role: Role
}

const administrator = {
  user: 'sysadmin',
  displayName: '演示管理员',
  role: 'systemAdministrator',
} as const satisfies Person

const others: readonly Person[] = [
  { user: 'community', displayName: '演示社区干事', role: 'communityClerk' },
  { user: 'leader', displayName: '演示书记', role: 'leader' },
  { user: 'auditor', displayName: '演示审计员', role: 'auditor' },
]

/** A street of invented people, and one account of each role that can be used at once. */
export const demo: Command = {
  user: 'admin',
  mayMakeFolder: true,
  // Everybody may know a demo's password: there is nothing to make guessing it slow for.
  passwordCost: 12,
  run: async (desk, { values }, user) => {
    const password = deskPassword() ?? demoPassword
    const clerk: Person = { user, displayName: '演示干事', role: 'streetClerk' }
    await desk.call('accounts.createFirst', {
      administrator: { user: administrator.user, displayName: administrator.displayName, password },
      clerk: { user, displayName: clerk.displayName, password },
    })
    const members = wholeNumber(values.members, '--members')
    const counts = await desk.call('system.fillDemo', { members, seed: wholeNumber(values.seed, '--seed') })
    const community = await firstCommunity(desk)
    const manager = desk.another()
    await manager.signIn(administrator.user, password)
    for (const person of others)
      await hire(desk.another(), manager, {
        ...person,
        password,
        organizationId: tieOf(person, community.id),
      })
    const accounts = [administrator, clerk, ...others].map((person) => ({
      user: person.user,
      password,
      role: person.role,
      roleName: roleLabels[person.role],
      organization: tieOf(person, community.shortName),
    }))
    return { data: needed(values.data, '--data'), accounts, ...counts }
  },
}

const tieOf = ({ role }: Person, organization: string) => (role === 'communityClerk' ? organization : null)

async function firstCommunity(desk: Desk): Promise<{ readonly id: string; readonly shortName: string }> {
  const { nodes } = await desk.call('organizations.tree', { includeEnded: false })
  const community = nodes.find((node) => node.type === 'SQW')
  if (community) return community
  throw new AppError('NOT_FOUND', 'demo without a community', { messageZh: '演示数据里没有社区党委' })
}

interface Hired extends Person {
  readonly password: string
  readonly organizationId: string | null
}

/** A given password has to be changed before anything else: so that is done, too. */
async function hire(own: Desk, manager: Desk, { password, ...person }: Hired): Promise<void> {
  const given = `Given-${randomBytes(9).toString('base64url')}`
  await manager.call('accounts.create', { ...person, password: given, ownPassword: password })
  await own.signIn(person.user, given)
  await own.call('accounts.changePassword', { ownPassword: given, password })
}
