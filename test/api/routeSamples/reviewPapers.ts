import type { Place, StandardOffice } from '../office.ts'
import { decideOne, rateByVector } from '../reviewScoresHarness.ts'
import type { SamplesOf } from './sample.ts'

type PaperRoute = `documents.${
  | 'exportReviewScheme'
  | 'exportReviewBallot'
  | 'exportReviewTally'
  | 'exportReviewSummary'
  | 'exportReviewNotice'
  | 'exportReviewFeedback'
  | 'exportRectifications'
  | 'exportRectifyReport'
  | 'exportResponsibility'}`

/** Somebody whose grade is decided; nothing is announced before. */
async function announced({ as }: StandardOffice, place: Place) {
  const { campaignId, schemeId, branchId, subjectId } = place
  const { street } = as
  const { score } = await street.call('reviews.subject', { id: subjectId })
  if (score.grade === null) {
    await rateByVector(street, { campaignId, schemeId, organizationId: branchId }, subjectId)
    await decideOne(street, campaignId, subjectId, 'good')
  }
  return { campaignId }
}

export const reviewPaperSamples: SamplesOf<PaperRoute> = {
  'documents.exportReviewScheme': { input: (_, { campaignId }) => ({ campaignId }) },
  'documents.exportReviewBallot': {
    input: (_, { campaignId, schemeId, subjectId, freshSubjectId }) => ({
      campaignId,
      schemeId,
      componentId: 'down',
      subjectIds: [subjectId, freshSubjectId],
      layout: 'each',
      jobId: null,
    }),
  },
  'documents.exportReviewTally': {
    input: (_, { campaignId, schemeId, subjectId }) => ({
      campaignId,
      schemeId,
      componentId: 'up',
      subjectId,
      isBlank: true,
    }),
  },
  'documents.exportReviewSummary': { input: (_, { campaignId }) => ({ campaignId, format: 'docx' }) },
  'documents.exportReviewNotice': { input: announced },
  'documents.exportReviewFeedback': {
    input: (_, { campaignId, subjectId }) => ({ campaignId, subjectId, jobId: null }),
  },
  'documents.exportRectifications': {
    input: (_, { campaignId }) => ({ campaignId, subjectId: null, format: 'xlsx' }),
  },
  'documents.exportRectifyReport': {
    input: (_, { campaignId, subjectId }) => ({ campaignId, subjectId }),
  },
  'documents.exportResponsibility': {
    input: (_, { communityId }) => ({ organizationId: communityId, year: 2026 }),
  },
}
