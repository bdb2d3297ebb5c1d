import { z } from 'zod'
import { type AccountRow, createAccountInput, updateAccountInput } from '#shared/contract/accounts.ts'
import { type Role, roles, scopeOfRole } from '#shared/contract/rights.ts'
import { isRepeated, notRepeated } from './newPassword.ts'

interface Tied {
  readonly role: Role
  readonly organizationId: string | null
}

function isTied({ role, organizationId }: Tied): boolean {
  return scopeOfRole(role) !== 'required' || organizationId !== null
}

const notTied = { path: ['organizationId'], message: '请选择这个账号管的党组织' }

/** A role without an organisation keeps none, whatever was chosen before the role was. */
export function tieOf({ role, organizationId }: Tied): string | null {
  return scopeOfRole(role) === 'none' ? null : organizationId
}

export const newAccountSchema = createAccountInput
  .extend({ repeat: z.string() })
  .refine(isRepeated, notRepeated)
  .refine(isTied, notTied)

export const editAccountSchema = updateAccountInput.omit({ id: true, version: true }).refine(isTied, notTied)

export const blankAccount: z.input<typeof newAccountSchema> = {
  user: '',
  displayName: '',
  role: 'communityClerk',
  organizationId: null,
  password: '',
  repeat: '',
  ownPassword: '',
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

const stateLabels: Readonly<Record<AccountRow['state'], string>> = {
  active: '正常',
  disabled: '已停用',
  noKey: '要重设密码',
}

/** One word or two for the table; a lock-out that is over says nothing. */
export function accountStateText(
  { state, lockedUntil, mustChangePassword }: AccountRow,
  now: string,
): string {
  if (state !== 'active') return stateLabels[state]
  if (lockedUntil !== null && lockedUntil > now) return '密码输错，暂时锁住'
  return mustChangePassword ? '待本人换密码' : stateLabels.active
}
