import type { MemberRecord } from '#shared/contract/members.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMember, anIdNo, type Office } from './samples.ts'
import { testUser } from './testCore.ts'

/** Branches of `anOffice`. */
export const first = '东环第一党支部'
export const second = '东环第二党支部'

/** 王小明 in the first branch since 1995-07-01, unless said otherwise. */
export async function add(office: Office, fields: Partial<MemberRecord> = {}) {
  return office.call('members.create', { fields: aMember({ organizationId: office.branchId, ...fields }) })
}

export async function update({ call }: Office, id: string, fields: Partial<MemberRecord>) {
  const { version } = await call('members.get', { id })
  return call('members.update', { id, version, fields })
}

/** Days pass; the screen locks itself meanwhile. */
export async function dayIs(office: Office, day: string): Promise<void> {
  office.clock.set(`${day}T02:00:00Z`)
  await office.call('accounts.unlock', { password: testUser.password })
}

/** The n-th other ID number. */
export const order = (n: number): string => anIdNo('1970-05-04', n * 2 + 1)

/** Into the second branch on 2026-03-01. */
export const move = (
  office: Office,
  fields: Partial<RouteInput<'memberships.move'>>,
): RouteInput<'memberships.move'> => ({
  members: [],
  toId: office.otherBranchId,
  groupId: null,
  how: 'moved',
  on: dateOnly('2026-03-01'),
  reason: '住址变动',
  docNo: '测街党〔2026〕3号',
  ...fields,
})

export const asOf = (
  on: string,
  fields: Partial<RouteInput<'memberships.list'>> = {},
): RouteInput<'memberships.list'> => ({
  organizationId: null,
  on: dateOnly(on),
  personType: null,
  status: null,
  sort: 'branch',
  offset: 0,
  limit: 50,
  ...fields,
})
