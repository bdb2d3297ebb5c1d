import { dateOnly } from '#shared/lib/dates.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const period = { from: dateOnly('2025-12-31'), to: dateOnly('2026-12-31') } as const
const page = { personType: null, offset: 0, limit: 50 } as const

export const bridgeSamples: SamplesOf<RoutesOf<'bridge'>> = {
  'bridge.compute': {
    input: (_, { communityId }) => ({ organizationId: communityId, ...period }),
    everything: { organizationId: null, ...period },
  },
  'bridge.names': {
    input: (_, { communityId }) => ({ organizationId: communityId, ...period, number: 'closing', ...page }),
    everything: { organizationId: null, ...period, number: 'closing', ...page },
  },
  'bridge.freezes': {
    input: () => ({}),
    everything: {},
    namesNone: 'frozen days of the whole street, counted in the caller’s reach',
  },
  'bridge.freeze': {
    input: () => ({ year: 2025 }),
    namesNone: 'the whole street’s, refused to who is tied to a part',
  },
  'bridge.unfreeze': {
    input: async ({ as }) => {
      const { id, version } = await as.street.call('bridge.freeze', { year: 2025 })
      return { id, version, reason: '更正后重新冻结' }
    },
    namesNone: 'the whole street’s, refused to who is tied to a part',
  },
}

export const bridgeDocumentSamples: SamplesOf<'documents.exportBridge'> = {
  'documents.exportBridge': {
    input: (_, { communityId }) => ({ organizationId: communityId, format: 'xlsx', ...period }),
    everything: { organizationId: null, format: 'docx', ...period },
  },
}
