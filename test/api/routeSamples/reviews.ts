import { dateOnly } from '#shared/lib/dates.ts'
import type { Place, StandardOffice } from '../office.ts'
import { aCampaign, aScheme, aSubject } from '../reviewHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** As they stand, told by the street's clerk, who sees everything. */
async function campaign({ as }: StandardOffice, { campaignId: id }: Place) {
  const { version, fields, schemes } = await as.street.call('reviews.campaign', { id })
  const [scheme] = schemes
  if (!scheme) throw new Error('no scheme')
  return { seen: { id, version }, fields, scheme }
}

async function subject({ as }: StandardOffice, id: string) {
  const { version, fields } = await as.street.call('reviews.subject', { id })
  return { seen: { id, version }, fields }
}

type ScoreRoute = `reviews.${'subject' | 'scores' | 'decide' | 'saveDaily' | 'saveFeedback'}`

export const reviewSamples: SamplesOf<Exclude<RoutesOf<'reviews'>, ScoreRoute>> = {
  'reviews.campaigns': {
    input: () => ({}),
    everything: {},
    namesNone: 'all there are in reach',
  },
  'reviews.campaign': { input: (_, { campaignId: id }) => ({ id }) },
  'reviews.create': {
    input: (_, { communityId, campaignId }) => ({
      fields: aCampaign({ organizationId: communityId, year: 2027, name: '明年度述职测评' }),
      from: { kind: 'campaign', id: campaignId, withSubjects: true },
    }),
  },
  'reviews.update': {
    input: async (office, place) => {
      const { seen, fields } = await campaign(office, place)
      return { ...seen, fields: { ...fields, remark: '改', leftOutSteps: ['fieldCheck'] } }
    },
  },
  'reviews.trash': {
    input: async (office, place) => ({ ...(await campaign(office, place)).seen, reason: '登错了' }),
  },
  'reviews.addScheme': {
    input: (_, { campaignId }) => ({
      campaignId,
      name: '兼职委员',
      scheme: aScheme({ subjects: ['partTimeMember'] }),
    }),
  },
  'reviews.saveScheme': {
    input: async (office, place) => {
      const { scheme } = await campaign(office, place)
      const { id, version, name } = scheme
      return { id, version, name, scheme: aScheme({ bestLimit: 30 }), reason: '上级要求' }
    },
  },
  'reviews.removeScheme': { input: (_, { spareSchemeId: id }) => ({ id, version: 1 }) },
  'reviews.candidates': { input: (_, { campaignId, schemeId }) => ({ campaignId, schemeId }) },
  'reviews.of': { input: (_, { communityId }) => ({ of: 'organization', id: communityId }) },
  'reviews.addSubjects': {
    input: (_, { campaignId, schemeId, otherBranchId, answeredId }) => ({
      campaignId,
      subjects: [aSubject({ schemeId, organizationId: otherBranchId, memberId: answeredId, name: '新书记' })],
    }),
  },
  'reviews.updateSubject': {
    input: async (office, { subjectId }) => {
      const { seen, fields } = await subject(office, subjectId)
      return { ...seen, fields: { ...fields, duty: '党支部书记' } }
    },
  },
  'reviews.removeSubject': {
    input: async (office, { freshSubjectId }) => ({
      ...(await subject(office, freshSubjectId)).seen,
      reason: '选错了人',
    }),
  },
  'reviews.board': { input: (_, { campaignId }) => ({ campaignId }) },
  'reviews.registerStep': {
    input: async (office, { freshSubjectId }) => ({
      subjects: [(await subject(office, freshSubjectId)).seen],
      step: { key: 'scheme', doneOn: dateOnly('2026-11-10'), meetingId: null, note: '已印发' },
    }),
  },
  'reviews.saveReport': {
    input: async (office, { freshSubjectId }) => ({
      ...(await subject(office, freshSubjectId)).seen,
      report: { achievements: '成绩', problems: '问题', plans: '打算' },
    }),
  },
  'reviews.saveComments': {
    input: async (office, { freshSubjectId }) => ({
      ...(await subject(office, freshSubjectId)).seen,
      comments: [{ commenter: '李书记', content: '补齐短板', saidOn: null }],
    }),
  },
}
