import type { CampaignFields, SubjectFields } from '#shared/contract/reviewInputs.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { type Scheme } from '#shared/domain/reviews/scheme.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { FlowStepKey } from '#shared/domain/reviews/flow.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMember, anIdNo, type Office, type Street } from './samples.ts'
import { aPost } from './termsHarness.ts'
import type { Caller } from './testCore.ts'

export function aCampaign(
  fields: Partial<CampaignFields> & { readonly organizationId: string },
): CampaignFields {
  return {
    year: 2026,
    name: '2026 年度双向述职双向测评',
    startOn: dateOnly('2026-11-01'),
    endOn: dateOnly('2026-12-31'),
    leftOutSteps: [],
    noticeNo: null,
    noticeOn: null,
    remark: null,
    ...fields,
  }
}

/** 30/30/40 of the secretaries, changed as said. */
export function aScheme(fields: Partial<Scheme> = {}): Scheme {
  return { ...usualScheme(usualWeights.usual), ...fields }
}

export function aSubject(
  fields: Partial<SubjectFields> & { readonly schemeId: string; readonly organizationId: string },
): SubjectFields {
  return { kind: 'secretary', memberId: null, name: '王书记', duty: '书记', ...fields }
}

export const usual = { kind: 'usual', weights: 'usual' } as const

/** A campaign with the usual scheme and these people; ids of people are read off the board. */
export async function aCampaignWith(
  { call }: Caller,
  organizationId: string,
  people: readonly (Partial<SubjectFields> & { readonly organizationId: string })[],
  fields: Partial<CampaignFields> = {},
): Promise<{
  readonly campaign: CampaignDetail
  readonly schemeId: string
  readonly subjectIds: readonly string[]
}> {
  const made = await call('reviews.create', { fields: aCampaign({ organizationId, ...fields }), from: usual })
  const schemeId = made.schemes[0]?.id ?? ''
  if (people.length === 0) return { campaign: made, schemeId, subjectIds: [] }
  const subjects = people.map((person, index) =>
    aSubject({ schemeId, name: `${'甲乙丙丁戊己庚辛壬癸'[index] ?? index}书记`, ...person }),
  )
  const campaign = await call('reviews.addSubjects', { campaignId: made.id, subjects })
  const board = await call('reviews.board', { campaignId: made.id })
  return { campaign, schemeId, subjectIds: board.map(({ id }) => id) }
}

/** A member with the post of a secretary there; another `n` for everybody. */
export async function aSecretary(office: Office, organizationId: string, name: string, n: number) {
  const { branchId } = office
  const fields = aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', n) })
  const { id: memberId } = await office.call('members.create', { fields })
  const post = aPost({ memberId })
  const { ids } = await office.call('posts.enter', { organizationId, posts: [post], replaces: null })
  return { memberId, postId: ids[0] ?? '' }
}

export type Step = RouteInput<'reviews.registerStep'>['step']

export const aStep = (fields: Partial<Step> = {}): Step => ({
  key: 'scheme',
  doneOn: dateOnly('2026-11-15'),
  meetingId: null,
  note: null,
  ...fields,
})

/** Registers these steps one after the other for these people, on one day. */
export async function passSteps(
  { call }: Caller,
  campaignId: string,
  subjectIds: readonly string[],
  keys: readonly FlowStepKey[],
  doneOn = dateOnly('2026-11-15'),
): Promise<void> {
  for (const key of keys) {
    const board = await call('reviews.board', { campaignId })
    const subjects = board
      .filter(({ id }) => subjectIds.includes(id))
      .map(({ id, version }) => ({ id, version }))
    await call('reviews.registerStep', { subjects, step: { key, doneOn, meetingId: null, note: null } })
  }
}

/** A campaign of the community for its two branches, and ids of the two people. */
export async function aSmallCampaign(office: Caller & Street) {
  const { branchId, otherBranchId } = office
  const people = [{ organizationId: branchId }, { organizationId: otherBranchId }]
  const { campaign, schemeId, subjectIds } = await aCampaignWith(office, office.communityId, people)
  const [first = '', second = ''] = subjectIds
  return { campaignId: campaign.id, schemeId, first, second }
}

/** As the board has them, for a command on all of them. */
export async function peopleOn({ call }: Caller, campaignId: string) {
  const board = await call('reviews.board', { campaignId })
  return board.map(({ id, version }) => ({ id, version }))
}

/** One step of one person. */
export async function cellOf({ call }: Caller, campaignId: string, id: string, key: FlowStepKey) {
  const row = (await call('reviews.board', { campaignId })).find((each) => each.id === id)
  return row?.steps.find((cell) => cell.key === key)
}

export interface ReviewPlace {
  /** Of the community, with the usual scheme. */
  readonly campaignId: string
  readonly schemeId: string
  /** Nobody is under it. */
  readonly spareSchemeId: string
  /** Of `branchId`, its secretary `memberId`. */
  readonly subjectId: string
  /** Of `otherBranchId`; nothing is recorded of it yet. */
  readonly freshSubjectId: string
}

/** A campaign of the community over its branches; every text begins with its name. */
export async function addReviews(
  caller: Caller,
  {
    stem,
    communityId,
    branchId,
    otherBranchId,
    memberId,
  }: {
    readonly stem: string
    readonly communityId: string
    readonly branchId: string
    readonly otherBranchId: string
    readonly memberId: string
  },
): Promise<ReviewPlace> {
  const { campaign, schemeId, subjectIds } = await aCampaignWith(
    caller,
    communityId,
    [
      { organizationId: branchId, memberId, name: `${stem}甲`, duty: `${stem}书记` },
      { organizationId: otherBranchId, name: `${stem}乙书记`, duty: `${stem}书记` },
    ],
    { name: `${stem}述职测评`, remark: `${stem}备注` },
  )
  const [subjectId = '', freshSubjectId = ''] = subjectIds
  await passSteps(caller, campaign.id, [subjectId], ['scheme', 'selfReview', 'reportCheck', 'upMeeting'])
  const board = await caller.call('reviews.board', { campaignId: campaign.id })
  const reported = await caller.call('reviews.saveReport', {
    id: subjectId,
    version: board.find(({ id }) => id === subjectId)?.version ?? 0,
    report: { achievements: `${stem}成绩`, problems: `${stem}问题`, plans: `${stem}打算` },
  })
  await caller.call('reviews.saveComments', {
    id: subjectId,
    version: reported.version,
    comments: [{ commenter: `${stem}领导`, content: `${stem}点评`, saidOn: dateOnly('2026-11-15') }],
  })
  const { schemes } = await caller.call('reviews.addScheme', {
    campaignId: campaign.id,
    name: `${stem}兼职委员`,
    scheme: aScheme({ subjects: ['partTimeMember'] }),
  })
  const spareSchemeId = schemes[1]?.id ?? ''
  return { campaignId: campaign.id, schemeId, spareSchemeId, subjectId, freshSubjectId }
}
