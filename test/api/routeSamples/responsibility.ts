import type { Place, StandardOffice } from '../office.ts'
import { aCheck, aGoal, aResponsibilityList } from '../rectificationHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** As it stands, told by the street's clerk, who sees everything. */
async function list({ as }: StandardOffice, { responsibilityId: id }: Place) {
  const { version, fields } = await as.street.call('responsibility.get', { id })
  return { seen: { id, version }, fields }
}

export const responsibilitySamples: SamplesOf<RoutesOf<'responsibility'>> = {
  'responsibility.list': {
    input: (_, { communityId }) => ({ organizationId: communityId, year: 2026 }),
    everything: { organizationId: null, year: 2026 },
  },
  'responsibility.get': { input: (_, { responsibilityId: id }) => ({ id }) },
  'responsibility.create': {
    input: (_, { branchId }) => ({
      fields: aResponsibilityList({ organizationId: branchId, goals: [aGoal()], checks: [aCheck()] }),
    }),
  },
  'responsibility.copy': { input: (_, { communityId }) => ({ organizationId: communityId, year: 2027 }) },
  'responsibility.update': {
    input: async (office, place) => {
      const { seen, fields } = await list(office, place)
      return { ...seen, fields: { ...fields, goals: [...fields.goals, aGoal({ level: 'general' })] } }
    },
  },
  'responsibility.trash': {
    input: async (office, place) => ({ ...(await list(office, place)).seen, reason: '登错了' }),
  },
}
