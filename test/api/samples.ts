import type { MemberRecord } from '#shared/contract/members.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { checkDigit } from '#shared/lib/idNumber.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { signedInCore, type TestCore } from './testCore.ts'

export function anOrganization(fields: Partial<OrganizationFields> = {}): OrganizationFields {
  return {
    code: null,
    fullName: `中共测试街道${fields.shortName ?? '第一党支部'}`,
    shortName: '第一党支部',
    type: 'ZB',
    branchKind: null,
    foundedOn: null,
    foundedDoc: null,
    approvedBy: null,
    unitName: null,
    unitNature: null,
    jointUnits: [],
    secretaryName: null,
    contactName: null,
    contactPhone: null,
    contactFax: null,
    address: null,
    postcode: null,
    termYears: null,
    currentTermFrom: null,
    currentTermTo: null,
    committeeSeats: null,
    hasApprovalRight: false,
    standardLevel: null,
    isWeak: false,
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
    name: '王小明',
    nameReading: null,
    formerName: null,
    idNo: anIdNo('1970-05-04', 1),
    idNoReason: null,
    gender: '1',
    birthDate: partialDate('1970-05-04'),
    ethnicity: '01',
    nativePlace: null,
    isTaiwanNative: null,
    education: '21',
    degree: null,
    school: null,
    major: null,
    workStartedOn: null,
    marital: null,
    personType: '1',
    groupId: null,
    jointUnit: null,
    joinedOn: partialDate('1995-07-01'),
    joinKind: null,
    joinBranch: null,
    introducers: null,
    regularOn: partialDate('1996-07-01'),
    regularKind: null,
    probationExtendedMonths: null,
    partyAgeCorrectionMonths: null,
    partyStatus: 'ZC',
    partyStatusKind: null,
    partyStatusOn: null,
    partyStatusDoc: null,
    archiveUnit: null,
    enteredKind: null,
    enteredOn: null,
    jobPost: null,
    unitDuty: null,
    techTitle: null,
    newStratum: null,
    frontline: null,
    isMigrantWorker: null,
    isSocialWorker: null,
    mobile: null,
    phone: null,
    hukou: null,
    address: null,
    gridNo: null,
    manageClass: null,
    skills: [],
    isHardship: null,
    hardshipKind: null,
    cannotAttend: null,
    isLost: null,
    lostSince: null,
    isFloating: null,
    floatingTo: null,
    abroadSince: null,
    remark: null,
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

/** Everybody by name, first page. */
export const anyList: RouteInput<'members.list'> = {
  organizationId: null,
  text: null,
  filters: [],
  sort: { field: 'name', descending: false },
  offset: 0,
  limit: 50,
}
