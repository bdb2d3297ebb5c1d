import type { Place, StandardOffice } from '../office.ts'
import { aLifeMeeting, anAppraisal, anAppraised, aProblem } from '../organizationLifeHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const part = { offset: 0, limit: 50 } as const
const ofYear = { organizationId: null, year: 2025, ...part } as const
const anyTalk = { organizationId: null, year: 2026, relation: null, text: null, ...part } as const

/** As it stands, told by the street's clerk, who sees everything. */
async function life({ as }: StandardOffice, { lifeMeetingId: id }: Place) {
  const { version, fields } = await as.street.call('lifeMeetings.get', { id })
  return { id, version, fields }
}

async function appraised({ as }: StandardOffice, { appraisalId: id }: Place) {
  const { version, fields } = await as.street.call('appraisals.get', { id })
  return { id, version, fields }
}

async function talk({ as }: StandardOffice, { talkId: id }: Place) {
  const { version, fields } = await as.street.call('talks.get', { id })
  return { id, version, fields }
}

export const organizationLifeSamples: SamplesOf<RoutesOf<'lifeMeetings' | 'appraisals' | 'talks'>> = {
  'lifeMeetings.list': {
    input: (_, { communityId }) => ({ ...ofYear, organizationId: communityId }),
    everything: ofYear,
  },
  'lifeMeetings.without': {
    input: (_, { communityId }) => ({ ...ofYear, organizationId: communityId }),
    everything: ofYear,
  },
  'lifeMeetings.get': { input: (_, { lifeMeetingId: id }) => ({ id }) },
  'lifeMeetings.create': {
    input: (_, { otherBranchId, answeredId }) => ({
      fields: aLifeMeeting({
        organizationId: otherBranchId,
        problems: [aProblem({ owner: 'person', memberId: answeredId, personName: '某某' })],
      }),
    }),
  },
  'lifeMeetings.update': {
    input: async (office, place) => {
      const { fields, ...seen } = await life(office, place)
      return { ...seen, fields: { ...fields, theme: '新主题', problems: [...fields.problems, aProblem()] } }
    },
  },
  'lifeMeetings.trash': {
    input: async (office, place) => {
      const { id, version } = await life(office, place)
      return { id, version, reason: '登错了' }
    },
  },
  'appraisals.list': {
    input: (_, { communityId }) => ({ ...ofYear, organizationId: communityId }),
    everything: ofYear,
  },
  'appraisals.without': {
    input: (_, { communityId }) => ({ ...ofYear, organizationId: communityId }),
    everything: ofYear,
  },
  'appraisals.get': { input: (_, { appraisalId: id }) => ({ id }) },
  'appraisals.people': { input: (_, { branchId }) => ({ organizationId: branchId, on: '2026-02-10' }) },
  'appraisals.create': {
    input: (_, { otherBranchId, answeredId }) => ({
      fields: anAppraisal({
        organizationId: otherBranchId,
        people: [anAppraised({ memberId: answeredId, grade: 'qualified' })],
      }),
    }),
  },
  'appraisals.update': {
    input: async (office, place) => {
      const { fields, ...seen } = await appraised(office, place)
      return { ...seen, fields: { ...fields, decidedOn: '2026-02-11' } }
    },
  },
  'appraisals.trash': {
    input: async (office, place) => {
      const { id, version } = await appraised(office, place)
      return { id, version, reason: '登错了' }
    },
  },
  'appraisals.ofMember': { input: (_, { memberId }) => ({ memberId }) },
  'talks.list': {
    input: (_, { communityId }) => ({ ...anyTalk, organizationId: communityId }),
    everything: anyTalk,
  },
  'talks.get': { input: (_, { talkId: id }) => ({ id }) },
  'talks.without': { input: (_, { branchId }) => ({ organizationId: branchId, year: 2026 }) },
  'talks.save': {
    input: async (office, place) => {
      const { fields, ...seen } = await talk(office, place)
      return { ...seen, fields: { ...fields, feedback: '本人表示认可' } }
    },
  },
  'talks.trash': {
    input: async (office, place) => {
      const { id, version } = await talk(office, place)
      return { id, version, reason: '登错了' }
    },
  },
}
