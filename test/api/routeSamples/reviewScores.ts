import type { Place, StandardOffice } from '../office.ts'
import { decideOne, rateByVector } from '../reviewScoresHarness.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { SamplesOf } from './sample.ts'

/** As they stand, told by the street's clerk, who sees everything. */
async function seen({ as }: StandardOffice, id: string) {
  const { version } = await as.street.call('reviews.subject', { id })
  return { id, version }
}

/** Somebody whose grade the committee has decided. */
async function decided(office: StandardOffice, { campaignId, schemeId, branchId, subjectId }: Place) {
  const { street } = office.as
  await rateByVector(street, { campaignId, schemeId, organizationId: branchId }, subjectId)
  await decideOne(street, campaignId, subjectId, 'good')
  return seen(office, subjectId)
}

type ScoreRoute = `reviews.${'subject' | 'scores' | 'decide' | 'saveDaily' | 'saveFeedback'}`

export const reviewScoreSamples: SamplesOf<ScoreRoute> = {
  'reviews.subject': { input: (_, { subjectId: id }) => ({ id }) },
  'reviews.scores': { input: (_, { campaignId }) => ({ campaignId }) },
  'reviews.decide': {
    input: async (office, place) => ({
      campaignId: place.campaignId,
      decidedOn: null,
      decidedAt: null,
      decisions: [
        {
          ...(await seen(office, place.subjectId)),
          grade: null,
          vetoIds: ['violation'],
          reason: null,
          handling: null,
        },
      ],
    }),
  },
  'reviews.saveDaily': {
    input: async (office, { freshSubjectId }) => ({
      ...(await seen(office, freshSubjectId)),
      scores: [
        {
          partId: 'dailyScore',
          hundredths: 88_50,
          basis: '台账齐全',
          scoredOn: dateOnly('2026-11-15'),
          scoredBy: '考核组',
        },
      ],
    }),
  },
  'reviews.saveFeedback': {
    input: async (office, place) => ({
      ...(await decided(office, place)),
      feedback: {
        feedbackOn: dateOnly('2026-11-21'),
        feedbackBy: '李书记',
        feedbackWords: '肯定成绩，指出不足',
        signedOn: null,
      },
    }),
  },
}
