import { dateOnly } from '#shared/lib/dates.ts'
import type { Place, StandardOffice } from '../office.ts'
import { aLastYearItem, aRectification } from '../rectificationHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const anything = {
  campaignId: null,
  year: null,
  organizationId: null,
  state: null,
  offset: 0,
  limit: 50,
} as const

/** As it stands, told by the street's clerk, who sees everything. */
async function item({ as }: StandardOffice, { rectificationId: id }: Place) {
  const { version, fields } = await as.street.call('rectifications.get', { id })
  return { seen: { id, version }, fields }
}

const lastYear = ({ as }: StandardOffice, { communityId, otherBranchId, stem }: Place) =>
  aLastYearItem(as.street, { organizationId: communityId, of: otherBranchId, name: `${stem}乙书记` })

export const rectificationSamples: SamplesOf<RoutesOf<'rectifications'>> = {
  'rectifications.list': {
    input: (_, { communityId, campaignId }) => ({ ...anything, campaignId, organizationId: communityId }),
    everything: anything,
  },
  'rectifications.get': { input: (_, { rectificationId: id }) => ({ id }) },
  'rectifications.create': {
    input: (_, { subjectId }) => ({ subjectId, fields: aRectification({ problem: '阵地不够规范' }) }),
  },
  'rectifications.update': {
    input: async (office, place) => {
      const { seen, fields } = await item(office, place)
      return { ...seen, fields: { ...fields, progress: 'underway', progressWords: '已走访两次' } }
    },
  },
  'rectifications.trash': {
    input: async (office, place) => ({ ...(await item(office, place)).seen, reason: '登错了' }),
  },
  'rectifications.carryOver': {
    input: async (office, place) => {
      await lastYear(office, place)
      return { subjectId: place.freshSubjectId }
    },
  },
  'rectifications.report': {
    input: async (office, place) => {
      const { id, version } = await lastYear(office, place)
      return {
        items: [{ id, version }],
        reportedOn: dateOnly('2026-11-15'),
        reportedWords: `${place.stem}已整改`,
      }
    },
  },
}
