import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import type { Place, StandardOffice } from '../office.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const on = dateOnly('2026-11-01')
const listed = { on, personType: null, status: null, sort: 'branch', offset: 0, limit: 50 } as const

async function stay({ as }: StandardOffice, { memberId }: Place) {
  const { entries } = await as.street.call('memberships.ofMember', { id: memberId })
  const found = entries.find(({ kind }) => kind === 'stay')
  if (!found?.stay) throw new Error('no stay')
  return { stayId: found.id, version: found.stay.version }
}

async function versionOf({ as }: StandardOffice, id: string) {
  return (await as.street.call('members.get', { id })).version
}

export const membershipSamples: SamplesOf<RoutesOf<'memberships'>> = {
  'memberships.list': {
    input: (_, { communityId }) => ({ ...listed, organizationId: communityId }),
    everything: { ...listed, organizationId: null },
  },
  'memberships.counts': {
    input: () => ({ on }),
    everything: { on },
    namesNone: 'everything in the caller’s reach',
  },
  'memberships.voters': { input: (_, { communityId }) => ({ organizationId: communityId, on }) },
  'memberships.ofMember': { input: (_, { memberId }) => ({ id: memberId }) },
  'memberships.checkMove': {
    input: (_, { memberId, otherBranchId }) => ({
      ids: [memberId],
      toId: otherBranchId,
      groupId: null,
      how: 'moved',
      on,
    }),
  },
  'memberships.move': {
    input: async (office, { memberId, otherBranchId }) => ({
      members: [{ id: memberId, version: await versionOf(office, memberId) }],
      toId: otherBranchId,
      groupId: null,
      how: 'moved',
      on,
      reason: '住址变动',
      docNo: null,
    }),
  },
  'memberships.checkStatus': {
    input: (_, { memberId }) => ({ id: memberId, to: 'XQ', kind: null, on, doc: null, toId: null }),
  },
  'memberships.changeStatus': {
    input: async (office, { memberId }) => ({
      id: memberId,
      version: await versionOf(office, memberId),
      to: 'XQ',
      kind: null,
      on,
      doc: null,
      reason: null,
      toId: null,
    }),
  },
  'memberships.correct': {
    input: async (office, place) => ({
      ...(await stay(office, place)),
      organizationId: place.branchId,
      fromOn: partialDate('2001-03'),
      toOn: null,
      enteredBy: '2',
      leftBy: null,
      enteredDoc: null,
      leftDoc: null,
      reason: '按档案更正',
    }),
  },
}
