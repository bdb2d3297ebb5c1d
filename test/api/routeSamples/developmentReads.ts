import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { SamplesOf } from './sample.ts'

const list: RouteInput<'development.list'> = {
  organizationId: null,
  text: null,
  states: [],
  finding: null,
  dueBy: null,
  sort: 'due',
  offset: 0,
  limit: 50,
}

const quarter = { from: dateOnly('2026-10-01'), to: dateOnly('2026-12-31') }

/** What only reads of 发展党员, and its yearly numbers. */
export const developmentReadSamples: SamplesOf<
  | 'development.list'
  | 'development.get'
  | 'development.plan'
  | 'development.calendar'
  | 'development.quotas'
  | 'development.setQuota'
> = {
  'development.list': {
    input: (_, { communityId }) => ({ ...list, organizationId: communityId }),
    everything: list,
  },
  'development.get': { input: (_, { developmentFileId }) => ({ id: developmentFileId }) },
  'development.plan': {
    input: (_, { developmentFileId }) => ({ id: developmentFileId, wishedOn: dateOnly('2027-06-01') }),
  },
  'development.calendar': {
    input: (_, { communityId }) => ({ organizationId: communityId, ...quarter }),
    everything: { organizationId: null, ...quarter },
  },
  'development.quotas': {
    input: () => ({ year: 2026 }),
    everything: { year: 2026 },
    namesNone: 'everything in the caller’s reach',
  },
  'development.setQuota': {
    input: (_, { communityId }) => ({
      organizationId: communityId,
      year: 2027,
      version: null,
      planned: 12,
      docNo: null,
    }),
  },
}
