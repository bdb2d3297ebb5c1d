import type { StandardOffice } from '../office.ts'
import { aContact, anOutflow } from '../mobilityHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const everyOutflow = {
  direction: 'LC',
  state: 'open',
  organizationId: null,
  filter: null,
  place: null,
  text: null,
  offset: 0,
  limit: 50,
} as const

/** As it stands, told by the street's clerk, who sees everything. */
async function record({ as }: StandardOffice, id: string) {
  const { version } = await as.street.call('mobility.get', { id })
  return { id, version }
}

export const mobilitySamples: SamplesOf<RoutesOf<'mobility'>> = {
  'mobility.list': {
    input: (_, { communityId }) => ({ ...everyOutflow, organizationId: communityId }),
    everything: everyOutflow,
  },
  'mobility.get': { input: (_, { mobilityId }) => ({ id: mobilityId }) },
  'mobility.ofMember': { input: (_, { oddId }) => ({ memberId: oddId }) },
  'mobility.due': {
    input: (_, { communityId }) => ({ organizationId: communityId, limit: 50 }),
    everything: { organizationId: null, limit: 50 },
  },
  'mobility.places': {
    input: (_, { communityId }) => ({ direction: 'LC', organizationId: communityId }),
    everything: { direction: 'LR', organizationId: null },
  },
  'mobility.reveal': { input: (_, { inflowId }) => ({ id: inflowId }) },
  'mobility.create': { input: (_, { groupedId }) => anOutflow(groupedId) },
  'mobility.update': {
    input: async (office, { inflowId, otherBranchId }) => ({
      ...(await record(office, inflowId)),
      fields: { organizationId: otherBranchId, unit: '新单位' },
    }),
  },
  'mobility.close': {
    input: async (office, { mobilityId }) => ({
      ...(await record(office, mobilityId)),
      ending: { status: 'returned', on: '2026-11-01', reason: '回来了' },
    }),
  },
  'mobility.reopen': {
    input: async (office, { inflowId }) => {
      const ending = { status: 'ended', on: '2026-11-01', reason: null } as const
      const key = await record(office, inflowId)
      const { version } = await office.as.street.call('mobility.close', { ...key, ending })
      return { id: inflowId, version }
    },
  },
  'mobility.trash': {
    input: async (office, { mobilityId }) => ({ ...(await record(office, mobilityId)), reason: '录错了' }),
  },
  'mobility.addContact': {
    input: (_, { mobilityId }) => ({ recordId: mobilityId, contact: aContact('2026-11-02') }),
  },
  'mobility.updateContact': {
    input: (_, { contactId }) => ({ id: contactId, version: 1, contact: aContact('2026-10-03', false) }),
  },
  'mobility.removeContact': { input: (_, { contactId }) => ({ id: contactId, version: 1 }) },
}

const book = {
  document: 'LC',
  organizationId: null,
  format: 'xlsx',
  withClosed: true,
  unmasked: false,
  purpose: null,
} as const

export const mobilityDocumentSamples: SamplesOf<'documents.exportMobility'> = {
  'documents.exportMobility': {
    input: (_, { communityId }) => ({ ...book, organizationId: communityId }),
    everything: { ...book, document: 'summary' },
  },
}
