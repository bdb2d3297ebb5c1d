import type { RouteInput } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { aMember, anIdNo, anOrganization } from './samples.ts'
import { addDevelopment } from './developmentHarness.ts'
import { addDevelopmentRegisters, type RegistersPlace } from './developmentRegistersHarness.ts'
import { addElection } from './electionsPlace.ts'
import { addLostAndEnterprise } from './lostHarness.ts'
import { addMeetings, type MeetingPlace } from './meetingHarness.ts'
import { addMobility } from './mobilityHarness.ts'
import { addOrganizationLife, type OrganizationLifePlace } from './organizationLifeHarness.ts'
import { addRectifications, type RectificationPlace } from './rectificationHarness.ts'
import { addReviews, type ReviewPlace } from './reviewHarness.ts'
import { addTransfers } from './transfersHarness.ts'
import { addTerms } from './termsHarness.ts'
import { type Caller, someDay, type TestCore } from './testCore.ts'
import { importFile } from './importsHarness.ts'

/** Ids of the records of one community; every name in it begins with its own two characters. */
export interface Place
  extends RegistersPlace, OrganizationLifePlace, MeetingPlace, ReviewPlace, RectificationPlace {
  readonly stem: string
  readonly communityId: string
  /** 党总支, without members. */
  readonly generalId: string
  readonly branchId: string
  readonly otherBranchId: string
  readonly groupId: string
  /** Living, without members. */
  readonly emptyBranchId: string
  readonly endedBranchId: string
  readonly trashedBranchId: string
  /** Everything filled in; changed once by the community's own clerk. */
  readonly memberId: string
  /** Of the group. */
  readonly groupedId: string
  /** Has BIRTH_MISMATCH, which nobody has answered for. */
  readonly oddId: string
  /** Has it, answered for. */
  readonly answeredId: string
  readonly trashedMemberId: string
  /** An outflow of `oddId`, called once. */
  readonly mobilityId: string
  readonly contactId: string
  /** Somebody from elsewhere. */
  readonly inflowId: string
  /** Of `answeredId`, with one attempt. */
  readonly lostCaseId: string
  readonly attemptId: string
  readonly enterpriseId: string
  /** Transfers: of `answeredId` without a letter, of `oddId` with one, and of somebody who comes. */
  readonly waitingId: string
  readonly issuedId: string
  readonly comingId: string
  /** Of `branchId`, its secretary `memberId`. */
  readonly termId: string
  /** Of `otherBranchId`, nobody serves in it. */
  readonly bareTermId: string
  readonly postId: string
  /** A 兼职委员 of the community, who is nobody's member. */
  readonly partTimeId: string
  /** Of `otherBranchId`, voted on and not confirmed. */
  readonly electionId: string
  readonly electionRoundId: string
  /** Of `branchId`: one with its 志愿书 issued, and one whose person is a probationary member by it. */
  readonly developmentFileId: string
  readonly approvedFileId: string
  readonly probationerId: string
  readonly batchId: string
  readonly accountId: string
  readonly user: string
  /** Of `memberId`. */
  readonly idNo: string
  readonly mobile: string
}

/** Of `memberId` before its clerk changed it. */
export function firstAddress(stem: string): string {
  return `${stem}新苑12号楼3单元502室`
}

/** A community with branches, a group and what has ended, made by the street's clerk. */
export async function makeCommunity({ call }: Caller, rootId: string, stem: string, code: string) {
  const create = async (parentId: string, input: RouteInput<'organizations.create'>['fields']) =>
    (await call('organizations.create', { parentId, fields: input })).id
  const named = (name: string, fields: object = {}) =>
    anOrganization({ shortName: `${stem}${name}`, fullName: `中共${stem}${name}`, ...fields })
  const communityId = await create(rootId, named('社区党委', { type: 'SQW', code }))
  const generalId = await create(communityId, named('社区党总支', { type: 'ZZ', code: `${code}01` }))
  const branchId = await create(
    communityId,
    named('第一党支部', {
      code: `${code}02`,
      contactPhone: code === '001001' ? '13700000011' : '13700000022',
      address: `${stem}路88号3单元`,
    }),
  )
  const otherBranchId = await create(communityId, named('第二党支部', { code: `${code}03` }))
  const groupId = await create(branchId, named('第一党小组', { type: 'XZ' }))
  const emptyBranchId = await create(communityId, named('筹建党支部'))
  const endedBranchId = await create(communityId, named('旧党支部'))
  const trashedBranchId = await create(communityId, named('错录党支部'))
  const why = { docNo: null, reason: `${stem}调整`, happenedOn: someDay }
  await call('organizations.dissolve', { id: endedBranchId, version: 1, membersTo: null, ...why })
  await call('organizations.trash', { id: trashedBranchId, version: 1, reason: `${stem}录错了` })
  return {
    stem,
    communityId,
    generalId,
    branchId,
    otherBranchId,
    groupId,
    emptyBranchId,
    endedBranchId,
    trashedBranchId,
  }
}

/** Its members, a batch, an export and a draft, made by its own clerk. `order` tells the ID numbers apart. */
export async function fillCommunity(
  test: TestCore,
  clerk: Caller,
  community: Awaited<ReturnType<typeof makeCommunity>>,
  account: Pick<Place, 'accountId' | 'user'>,
  order: number,
): Promise<Place> {
  const { stem, branchId, otherBranchId, groupId } = community
  const add = async (name: string, n: number, fields: object = {}) => {
    const record = aMember({
      organizationId: branchId,
      name: `${stem}${name}`,
      idNo: anIdNo('1970-05-04', order + n),
      ...fields,
    })
    return clerk.call('members.create', { fields: record })
  }
  const idNo = anIdNo('1970-05-04', order + 1)
  const mobile = `1390000${String(order).padStart(4, '0')}`
  const member = await add('甲', 1, {
    mobile,
    phone: `010-6${order}8001`,
    hukou: `${stem}镇幸福村12号`,
    address: firstAddress(stem),
    remark: `${stem}备注`,
  })
  await clerk.call('members.update', {
    id: member.id,
    version: member.version,
    fields: { unitDuty: `${stem}单位职务`, address: `${stem}新苑15号楼1单元101室` },
  })
  const grouped = await add('乙', 3, { groupId })
  const wrongBirth = { birthDate: partialDate('1971-06-07') }
  const odd = await add('丙', 5, wrongBirth)
  const answered = await add('丁', 7, { ...wrongBirth, organizationId: otherBranchId })
  const target = { subject: 'member', subjectId: answered.id, code: 'BIRTH_MISMATCH' } as const
  await clerk.call('findings.override', { ...target, reason: `${stem}以档案为准` })
  const trashed = await add('戊', 9)
  await clerk.call('members.trash', {
    members: [{ id: trashed.id, version: trashed.version }],
    reason: `${stem}录重了`,
  })
  const row = personRow(1, {
    name: `${stem}己`,
    idNo: anIdNo('1970-05-04', order + 11),
    branch: `${stem}第二党支部`,
    mobile: `1380000${String(order).padStart(4, '0')}`,
  })
  const importer = { ...test, ...clerk }
  const { batch } = await importFile(importer, 'roster', `${stem}名册.xlsx`, rosterWorkbook([row]))
  await clerk.call('documents.exportRoster', {
    organizationId: null,
    format: 'xlsx',
    unmasked: true,
    purpose: `${stem}核对`,
    columns: null,
    asOf: null,
    jobId: null,
  })
  await clerk.call('workspace.put', { key: `draft:member:${member.id}`, value: `{"name":"${stem}草稿"}` })
  const development = await addDevelopment(clerk, { stem, branchId, order })
  const reviews = await addReviews(clerk, {
    stem,
    communityId: community.communityId,
    branchId,
    otherBranchId,
    memberId: member.id,
  })
  return {
    ...community,
    ...account,
    memberId: member.id,
    groupedId: grouped.id,
    oddId: odd.id,
    answeredId: answered.id,
    trashedMemberId: trashed.id,
    ...(await addMobility(clerk, {
      stem,
      branchId,
      memberId: odd.id,
      phone: `1360000${String(order).padStart(4, '0')}`,
    })),
    ...(await addLostAndEnterprise(clerk, { stem, branchId, memberId: answered.id, order })),
    ...(await addTransfers(clerk, {
      stem,
      branchId,
      waitingMemberId: answered.id,
      leavingMemberId: odd.id,
      order,
    })),
    ...(await addTerms(clerk, {
      stem,
      branchId,
      otherBranchId,
      communityId: community.communityId,
      memberId: member.id,
      phone: `1350000${String(order).padStart(4, '0')}`,
    })),
    ...(await addElection(clerk, { branchId: otherBranchId, memberId: answered.id })),
    ...development,
    ...(await addDevelopmentRegisters(test, clerk, {
      stem,
      communityId: community.communityId,
      fileId: development.developmentFileId,
    })),
    ...(await addOrganizationLife(clerk, { stem, branchId, memberId: member.id })),
    ...reviews,
    ...(await addRectifications(clerk, {
      stem,
      communityId: community.communityId,
      subjectId: reviews.subjectId,
    })),
    ...(await addMeetings(test, clerk, { stem, branchId, memberId: member.id })),
    batchId: batch ?? '',
    idNo,
    mobile,
  }
}
