import type { RouteInput } from '#shared/contract/routes.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { giveDaily } from './reviewScoresHarness.ts'
import type { StaffedOffice } from './samples.ts'

/** A person of the community's campaign, whose daily work the community's clerk has scored since. */
async function aScoredSubject(office: StaffedOffice) {
  const people = [{ organizationId: office.branchId }]
  const { campaign, subjectIds } = await aCampaignWith(office, office.communityId, people)
  const [id = ''] = subjectIds
  const { version } = await office.call('reviews.subject', { id })
  await giveDaily(office.as('communityClerk'), id, 80_00)
  return { campaignId: campaign.id, seen: { id, version } }
}

const score = { partId: 'dailyScore', hundredths: 90_00, basis: null, scoredOn: null, scoredBy: null }
const nothing = { feedbackOn: null, feedbackBy: null, feedbackWords: null, signedOn: null }

export const staleReviewScores = {
  'reviews.saveDaily': async (office: StaffedOffice): Promise<RouteInput<'reviews.saveDaily'>> => ({
    ...(await aScoredSubject(office)).seen,
    scores: [score],
  }),
  'reviews.saveFeedback': async (office: StaffedOffice): Promise<RouteInput<'reviews.saveFeedback'>> => ({
    ...(await aScoredSubject(office)).seen,
    feedback: nothing,
  }),
  'reviews.decide': async (office: StaffedOffice): Promise<RouteInput<'reviews.decide'>> => {
    const { campaignId, seen } = await aScoredSubject(office)
    const decision = { ...seen, grade: null, vetoIds: ['violation'], reason: null, handling: null }
    return { campaignId, decidedOn: null, decidedAt: null, decisions: [decision] }
  },
} as const
