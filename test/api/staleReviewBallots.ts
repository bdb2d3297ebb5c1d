import type { RouteInput } from '#shared/contract/routes.ts'
import type { BatchMethod } from '#shared/domain/reviews/words.ts'
import { aBatch } from './reviewBallotsHarness.ts'
import { aCampaignWith } from './reviewHarness.ts'
import type { StaffedOffice } from './samples.ts'

/** An open batch that the community's clerk has written to since. */
async function anEditedBatch(office: StaffedOffice, method: BatchMethod) {
  const people = [{ organizationId: office.branchId }]
  const { campaign, schemeId, subjectIds } = await aCampaignWith(office, office.communityId, people)
  const [first = ''] = subjectIds
  const place = {
    campaignId: campaign.id,
    schemeId,
    organizationId: office.communityId,
    first,
    second: first,
  }
  const fields = aBatch(place, { method })
  const clerk = office.as('communityClerk')
  const { id, version } = await clerk.call('reviewBallots.open', { fields })
  await clerk.call('reviewBallots.update', { id, version, fields: { ...fields, tellers: '先改' } })
  return { seen: { id, version }, fields, subjectId: first }
}

export const staleReviewBallots = {
  'reviewBallots.update': async (office: StaffedOffice): Promise<RouteInput<'reviewBallots.update'>> => {
    const { seen, fields } = await anEditedBatch(office, 'keying')
    return { ...seen, fields: { ...fields, tellers: '后改' } }
  },
  'reviewBallots.cancel': async (office: StaffedOffice) => ({
    ...(await anEditedBatch(office, 'keying')).seen,
    reason: '登错了',
  }),
  'reviewBallots.close': async (office: StaffedOffice) => (await anEditedBatch(office, 'keying')).seen,
  'reviewBallots.closeTally': async (
    office: StaffedOffice,
  ): Promise<RouteInput<'reviewBallots.closeTally'>> => {
    const { seen, subjectId } = await anEditedBatch(office, 'tally')
    const none = { several: 0, illegible: 0, blank: 0, valid: 5 }
    return { ...seen, people: [{ subjectId, ...none, items: [] }] }
  },
} as const
