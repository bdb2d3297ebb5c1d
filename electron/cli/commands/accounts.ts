import type { AccountRow } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roles } from '#shared/contract/rights.ts'
import { type Args, needed, oneOf } from '../args.ts'
import { type Desk, neededNewPassword, neededPassword } from '../deskSession.ts'
import type { Command } from './command.ts'

type Action = (desk: Desk, args: Args) => Promise<unknown>

const actions: Readonly<Record<string, Action>> = {
  list: async (desk) => (await desk.call('accounts.list', {})).rows,
  create: async (desk, { positionals, values }) =>
    desk.call('accounts.create', {
      user: needed(positionals[2], '账号'),
      displayName: needed(values.name, '--name'),
      role: oneOf(values.role, roles, '--role'),
      organizationId: await organizationByName(desk, values.org),
      password: neededNewPassword(),
      ownPassword: neededPassword(),
    }),
  disable: async (desk, { positionals, values }) => {
    const { id, version } = await accountOf(desk, positionals[2])
    const reason = needed(values.reason, '--reason')
    await desk.call('accounts.disable', { id, version, reason, ownPassword: neededPassword() })
    return accountOf(desk, positionals[2])
  },
  enable: async (desk, { positionals }) => {
    const { id, version } = await accountOf(desk, positionals[2])
    const password = neededNewPassword()
    await desk.call('accounts.enable', { id, version, password, ownPassword: neededPassword() })
    return accountOf(desk, positionals[2])
  },
  'reset-password': async (desk, { positionals }) => {
    const { id } = await accountOf(desk, positionals[2])
    const password = neededNewPassword()
    await desk.call('accounts.resetPassword', { id, password, ownPassword: neededPassword() })
    return accountOf(desk, positionals[2])
  },
}

/** New passwords come from DESK_NEW_PASSWORD; whoever they are for changes them at the first sign-in. */
export const accounts: Command = {
  user: 'sysadmin',
  mayMakeFolder: false,
  run: async (desk, args, user) => {
    const name = oneOf(args.positionals[1], Object.keys(actions), '账号操作')
    await desk.signIn(user)
    return actions[name]?.(desk, args)
  },
}

async function accountOf(desk: Desk, user: string | undefined): Promise<AccountRow> {
  const wanted = needed(user, '账号')
  const { rows } = await desk.call('accounts.list', {})
  const found = rows.find((row) => row.user === wanted)
  if (found) return found
  throw new AppError('NOT_FOUND', 'no such account', { messageZh: `没有账号 ${wanted}` })
}

/** By its short name: whoever manages accounts sees nothing else of an organisation. */
async function organizationByName(desk: Desk, name: string | undefined): Promise<string | null> {
  if (name === undefined) return null
  const { rows } = await desk.call('accounts.organizations', {})
  const found = rows.filter((row) => row.shortName === name)
  const [only] = found
  if (only && found.length === 1) return only.id
  throw new AppError('NOT_FOUND', `${found.length} organisations of this name`, {
    messageZh: only ? `有 ${found.length} 个党组织都叫 ${name}，请在程序里选择` : `没有叫 ${name} 的党组织`,
  })
}
