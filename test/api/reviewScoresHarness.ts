import type { RouteInput } from '#shared/contract/routes.ts'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import { overallId } from '#shared/domain/reviews/scheme.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { anOrganization, aStaffedOffice, type Office, type StaffedOffice } from './samples.ts'
import type { Caller } from './testCore.ts'

/** 好、较好、一般、差 on the whole. */
export type Four = readonly [best: number, good: number, fair: number, poor: number]

/** Void ballots of the batch beside the valid ones. */
interface Papers {
  readonly issued?: number
  readonly blank?: number
}

interface Rating {
  readonly campaignId: string
  readonly schemeId: string
  readonly organizationId: string
}

export type Direction = 'superiors' | 'party' | 'public'

const componentOf = { superiors: 'up', party: 'down', public: 'down' } as const

/** What a batch is opened with: one group on these people, called out. */
export function aBatchOf(
  rating: Rating,
  groupId: Direction,
  subjects: RouteInput<'reviewBallots.open'>['fields']['subjects'],
): RouteInput<'reviewBallots.open'>['fields'] {
  return {
    ...rating,
    componentId: componentOf[groupId],
    groupId,
    heldOn: dateOnly('2026-11-18'),
    should: null,
    present: null,
    method: 'tally',
    supervisors: null,
    tellers: null,
    subjects,
  }
}

/** Opens a batch of one group, calls it out and closes it; only the whole was marked. */
export async function rate(
  { call }: Caller,
  rating: Rating,
  groupId: Direction,
  people: readonly (readonly [subjectId: string, four: Four, papers?: Papers])[],
): Promise<string> {
  const counted = people.map(([subjectId, four, { issued, blank = 0 } = {}]) => {
    const valid = four.reduce((sum, count) => sum + count, 0)
    const returned = valid + blank
    return { subjectId, four, valid, blank, returned, issued: issued ?? returned }
  })
  const { id, version, items } = await call('reviewBallots.open', {
    fields: aBatchOf(
      rating,
      groupId,
      counted.map(({ subjectId, issued, returned }) => ({ subjectId, issued, returned })),
    ),
  })
  const gradesOf = ([best, good, fair, poor]: Four): Record<Grade, number> => ({ best, good, fair, poor })
  await call('reviewBallots.closeTally', {
    id,
    version,
    people: counted.map(({ subjectId, four, valid, blank }) => ({
      subjectId,
      several: 0,
      illegible: 0,
      blank,
      valid,
      items: items.map(({ id: itemId, by }) => {
        if (by === 'points') return { by, itemId, votes: 0, sum: 0, abstained: valid }
        const isWhole = itemId === overallId
        return { by, itemId, counts: gradesOf(isWhole ? four : [0, 0, 0, 0]), abstained: isWhole ? 0 : valid }
      }),
    })),
  })
  return id
}

/** Gives the daily score of the usual scheme. */
export async function giveDaily({ call }: Caller, id: string, hundredths: number | null) {
  const { version } = await call('reviews.subject', { id })
  const score = { partId: 'dailyScore', basis: null, scoredOn: null, scoredBy: null }
  return call('reviews.saveDaily', { id, version, scores: [{ ...score, hundredths }] })
}

/** The vector of domain 5.5: U 84.5, D 88.75, R 90. */
export async function rateByVector(caller: Caller, rating: Rating, subjectId: string): Promise<void> {
  await rate(caller, rating, 'superiors', [[subjectId, [5, 3, 2, 0]]])
  await rate(caller, rating, 'party', [[subjectId, [40, 15, 5, 0]]])
  await giveDaily(caller, subjectId, 90_00)
}

export const theMeeting = { decidedOn: dateOnly('2026-11-20'), decidedAt: '党工委第十次会议' } as const

/** Decides one person's grade; nothing else of the decision is given. */
export async function decideOne({ call }: Caller, campaignId: string, id: string, grade: Grade) {
  const { version } = await call('reviews.subject', { id })
  const decision = { id, version, grade, vetoIds: [], reason: null, handling: null }
  return call('reviews.decide', { campaignId, ...theMeeting, decisions: [decision] })
}

/** A campaign of the street over two secretaries: the first scored 87.98 较好, the second not rated yet. */
export async function aScoredCampaign() {
  const office = await aStaffedOffice()
  const { rootId, branchId, otherBranchId } = office
  const { campaign, schemeId, subjectIds } = await aCampaignWith(office, rootId, [
    { organizationId: branchId },
    { organizationId: otherBranchId },
  ])
  const [first = '', second = ''] = subjectIds
  const rating = { campaignId: campaign.id, schemeId, organizationId: rootId }
  await rateByVector(office, rating, first)
  return { office, campaignId: campaign.id, rating, first, second }
}

/** What a decision is made on: the version and the score as they are now. */
export const seen = async ({ call }: StaffedOffice, id: string) => {
  const { version, score } = await call('reviews.subject', { id })
  return { id, version, score }
}

/** A decision without a word besides. */
export const words = { vetoIds: [], reason: null, handling: null }

/** One secretary under a campaign of the street. */
export async function oneSecretary(office: Office, year = 2026) {
  const { campaign, schemeId, subjectIds } = await aCampaignWith(
    office,
    office.rootId,
    [{ organizationId: office.branchId }],
    { year },
  )
  const [subjectId = ''] = subjectIds
  const rating = { campaignId: campaign.id, schemeId, organizationId: office.rootId }
  return { campaignId: campaign.id, rating, subjectId }
}

/** Five secretaries of five branches under a campaign of the street. */
export async function fiveSecretaries(office: Office) {
  const { communityId: parentId, branchId, otherBranchId, call } = office
  const more: string[] = []
  for (const shortName of ['甲支部', '乙支部', '丙支部'])
    more.push((await call('organizations.create', { parentId, fields: anOrganization({ shortName }) })).id)
  const { campaign, schemeId, subjectIds } = await aCampaignWith(
    office,
    office.rootId,
    [branchId, otherBranchId, ...more].map((organizationId) => ({ organizationId })),
  )
  const rating = { campaignId: campaign.id, schemeId, organizationId: office.rootId }
  return { campaignId: campaign.id, rating, subjectIds }
}

/** Everybody of the only scheme. */
export const rowsOf = async ({ call }: Caller, campaignId: string) => {
  const [scheme] = await call('reviews.scores', { campaignId })
  if (!scheme) throw new Error('no scheme')
  return scheme.rows
}
