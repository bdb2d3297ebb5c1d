import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import type { StandardOffice } from '../office.ts'
import { aPost, aTerm } from '../termsHarness.ts'
import { someDay } from '../testCore.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** As it stands, told by the street's clerk. */
async function term({ as }: StandardOffice, organizationId: string, id: string) {
  const { terms } = await as.street.call('terms.of', { organizationId })
  return { id, version: terms.find((each) => each.id === id)?.version ?? 0 }
}

async function post({ as }: StandardOffice, organizationId: string, id: string) {
  const { all } = await as.street.call('posts.of', { organizationId, asOf: someDay })
  return { id, version: all.find((each) => each.id === id)?.version ?? 0 }
}

const page = { offset: 0, limit: 100 } as const

export const termSamples: SamplesOf<RoutesOf<'terms'>> = {
  'terms.list': {
    input: (_, { communityId }) => ({ ...page, state: null, trouble: null, organizationId: communityId }),
    everything: { ...page, state: null, trouble: null, organizationId: null },
  },
  'terms.of': { input: (_, { branchId }) => ({ organizationId: branchId }) },
  'terms.record': {
    input: (_, { emptyBranchId }) => ({ organizationId: emptyBranchId, fields: aTerm({ termNo: 1 }) }),
  },
  'terms.update': {
    input: async (office, { branchId, termId }) => ({
      ...(await term(office, branchId, termId)),
      fields: { termNo: 4 },
    }),
  },
  'terms.extend': {
    input: async (office, { branchId, termId }) => ({
      ...(await term(office, branchId, termId)),
      extendedTo: dateOnly('2027-09-20'),
      doc: '测街党〔2026〕9号',
      approvedOn: someDay,
      reason: '区划调整',
    }),
  },
  'terms.trash': {
    input: async (office, { otherBranchId, bareTermId }) => ({
      ...(await term(office, otherBranchId, bareTermId)),
      reason: '录错了',
    }),
  },
}

export const postSamples: SamplesOf<RoutesOf<'posts'>> = {
  'posts.of': { input: (_, { branchId }) => ({ organizationId: branchId, asOf: someDay }) },
  'posts.ofMember': { input: (_, { memberId }) => ({ memberId }) },
  'posts.contacts': {
    input: (_, { communityId }) => ({ ...page, organizationId: communityId, text: null }),
    everything: { ...page, organizationId: null, text: null },
  },
  'posts.reveal': { input: (_, { partTimeId }) => ({ id: partTimeId }) },
  'posts.enter': {
    input: (_, { branchId, groupedId, termId }) => ({
      organizationId: branchId,
      posts: [aPost({ memberId: groupedId, termId, position: 'ZZ' })],
      replaces: null,
    }),
  },
  'posts.update': {
    input: async (office, { communityId, partTimeId }) => ({
      ...(await post(office, communityId, partTimeId)),
      fields: { unitDuty: '学校书记' },
    }),
  },
  'posts.end': {
    input: async (office, { branchId, postId }) => ({
      ...(await post(office, branchId, postId)),
      on: partialDate('2026-10'),
      reason: '工作调动',
    }),
  },
  'posts.trash': {
    input: async (office, { branchId, postId }) => ({
      ...(await post(office, branchId, postId)),
      reason: '录错了',
    }),
  },
}

export const postDocumentSamples: SamplesOf<'documents.exportPosts'> = {
  'documents.exportPosts': {
    input: (_, { communityId }) => ({
      document: 'contacts',
      organizationId: communityId,
      asOf: someDay,
      format: 'xlsx',
      unmasked: false,
      purpose: null,
    }),
    everything: {
      document: 'committees',
      organizationId: null,
      asOf: someDay,
      format: 'docx',
      unmasked: true,
      purpose: '换届核对',
    },
  },
}
