import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AccountRow } from '#shared/contract/accounts.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { StaffedOffice } from './samples.ts'
import { testAdministrator } from './testCore.ts'

export const ownPassword = testAdministrator.password

export const aClerk = {
  user: 'second',
  displayName: '第二干事',
  role: 'streetClerk',
  organizationId: null,
  password: 'Given-2026',
  ownPassword,
} as const satisfies RouteInput<'accounts.create'>

export async function rowOf(office: StaffedOffice, user: string): Promise<AccountRow> {
  const { rows } = await office.as('systemAdministrator').call('accounts.list', {})
  const row = rows.find((each) => each.user === user)
  if (!row) throw new Error(`no account ${user}`)
  return row
}

const keyFileShape = z.object({
  keys: z.object({ accounts: z.array(z.object({ user: z.string(), key: z.unknown() })) }),
})

/** Wrapped key of each account, as it stands in the file. */
export function keysOf(office: StaffedOffice): ReadonlyMap<string, string> {
  const text = readFileSync(join(office.dataDir, 'keys.json'), 'utf8')
  const { keys } = keyFileShape.parse(JSON.parse(text))
  return new Map(keys.accounts.map(({ user, key }) => [user, JSON.stringify(key)]))
}
