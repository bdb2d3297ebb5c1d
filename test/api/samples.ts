import type { MemberRecord } from '#shared/contract/members.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { checkDigit } from '#shared/lib/idNumber.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { Role } from '#shared/contract/rights.ts'
import { type Caller, signedInAs, signedInCore, type TestCore } from './testCore.ts'

export function anOrganization(fields: Partial<OrganizationFields> = {}): OrganizationFields {
  return {
    ...unfilledOrganization,
    fullName: `中共测试街道${fields.shortName ?? '第一党支部'}`,
    shortName: '第一党支部',
    type: 'ZB',
    ...fields,
  }
}

/** A valid invented ID number: region 110105, this birthday, this order number (odd: male). */
export function anIdNo(birth: string, order: number): string {
  const first17 = `110105${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return first17 + checkDigit(first17)
}

export function aMember(fields: Partial<MemberRecord> & { readonly organizationId: string }): MemberRecord {
  return {
    ...unfilledMember,
    name: '王小明',
    idNo: anIdNo('1970-05-04', 1),
    gender: '1',
    birthDate: partialDate('1970-05-04'),
    ethnicity: '01',
    education: '21',
    personType: '1',
    joinedOn: partialDate('1995-07-01'),
    regularOn: partialDate('1996-07-01'),
    partyStatus: 'ZC',
    ...fields,
  }
}

export interface Street {
  readonly rootId: string
  readonly communityId: string
  readonly branchId: string
  readonly otherBranchId: string
}

/** 党工委 over one community over two branches. */
export async function aStreet(test: TestCore): Promise<Street> {
  const create = async (parentId: string | null, fields: Partial<OrganizationFields>) =>
    (await test.call('organizations.create', { parentId, fields: anOrganization(fields) })).id
  const rootId = await create(null, { type: 'DGW', shortName: '测试街道党工委' })
  const communityId = await create(rootId, { type: 'SQW', shortName: '东环社区党委' })
  const branchId = await create(communityId, { shortName: '东环第一党支部', code: '001001' })
  const otherBranchId = await create(communityId, { shortName: '东环第二党支部', code: '001002' })
  return { rootId, communityId, branchId, otherBranchId }
}

export interface Office extends TestCore, Street {}

export async function anOffice(): Promise<Office> {
  const test = await signedInCore()
  return { ...test, ...(await aStreet(test)) }
}

export interface StaffedOffice extends Office {
  /** The community's account is tied to `communityId`. */
  readonly as: (role: Role) => Caller
}

export async function aStaffedOffice(): Promise<StaffedOffice> {
  const office = await anOffice()
  return { ...office, as: await signedInAs(office, office.communityId) }
}

/** Everybody by name, first page. */
export const anyList: RouteInput<'members.list'> = {
  organizationId: null,
  text: null,
  filters: [],
  sort: { field: 'name', descending: false },
  offset: 0,
  limit: 50,
}
