import { partialDate } from '#shared/lib/dates.ts'
import type { StandardOffice } from '../office.ts'
import { aMember, anIdNo, anOrganization, anyList } from '../samples.ts'
import { postDocumentSamples } from './terms.ts'
import { someDay } from '../testCore.ts'
import { bridgeDocumentSamples } from './bridge.ts'
import { developmentPaperSamples } from './developmentPapers.ts'
import { lostDocumentSamples } from './lost.ts'
import { meetingPaperSamples } from './meetingPapers.ts'
import { reviewPaperSamples } from './reviewPapers.ts'
import { mobilityDocumentSamples } from './mobility.ts'
import { electionPaperSamples } from './elections.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const why = { happenedOn: someDay, docNo: '测街党〔2026〕1号', reason: '区划调整' } as const

/** As it stands, told by the street's clerk, who sees everything. */
async function organization({ as }: StandardOffice, id: string) {
  const { version } = await as.street.call('organizations.get', { id })
  return { id, version }
}

async function member({ as }: StandardOffice, id: string) {
  const { version } = await as.street.call('members.get', { id })
  return { id, version }
}

const organizationSamples: SamplesOf<RoutesOf<'organizations'>> = {
  'organizations.tree': {
    input: () => ({ includeEnded: false }),
    everything: { includeEnded: true },
    namesNone: 'everything in the caller’s reach',
  },
  'organizations.get': { input: (_, { branchId }) => ({ id: branchId }) },
  'organizations.create': {
    input: (_, { communityId }) => ({
      parentId: communityId,
      fields: anOrganization({ shortName: '新设党支部', code: '001999' }),
    }),
  },
  'organizations.update': {
    input: async (office, { branchId }) => ({
      ...(await organization(office, branchId)),
      fields: { contactName: '联系人' },
    }),
  },
  'organizations.move': {
    input: async (office, { emptyBranchId, generalId }) => ({
      ...(await organization(office, emptyBranchId)),
      parentId: generalId,
      ...why,
    }),
  },
  'organizations.dissolve': {
    input: async (office, { emptyBranchId }) => ({
      ...(await organization(office, emptyBranchId)),
      membersTo: null,
      ...why,
    }),
  },
  'organizations.merge': {
    input: async (office, { emptyBranchId, otherBranchId }) => ({
      ...(await organization(office, emptyBranchId)),
      intoId: otherBranchId,
      ...why,
    }),
  },
  'organizations.split': {
    input: async (office, { branchId, groupedId }) => ({
      ...(await organization(office, branchId)),
      ...why,
      happenedOn: someDay,
      fullName: '中共新分党支部',
      shortName: '新分党支部',
      code: null,
      members: [await member(office, groupedId)],
    }),
  },
  'organizations.trash': {
    input: async (office, { emptyBranchId }) => ({
      ...(await organization(office, emptyBranchId)),
      reason: '录错了',
    }),
  },
  'organizations.restore': {
    input: async (office, { endedBranchId }) => ({ ...(await organization(office, endedBranchId)), ...why }),
  },
}

const listed = { organizationId: null, text: null, filters: [], sort: anyList.sort }

const memberSamples: SamplesOf<RoutesOf<'members'>> = {
  'members.list': {
    input: (_, { communityId }) => ({ ...anyList, organizationId: communityId }),
    everything: anyList,
  },
  'members.listIds': {
    input: (_, { communityId }) => ({ ...listed, organizationId: communityId }),
    everything: listed,
  },
  'members.get': { input: (_, { memberId }) => ({ id: memberId }) },
  'members.search': {
    input: (_, { idNo }) => ({ text: idNo, limit: 50 }),
    everything: { text: '110105', limit: 50 },
  },
  'members.check': {
    input: (_, { memberId, idNo, mobile, stem }) => ({
      excludeId: memberId,
      fields: { idNo, mobile, name: `${stem}丙`, birthDate: partialDate('1971-06-07') },
    }),
    everything: { excludeId: null, fields: { name: '东环丙', birthDate: partialDate('1971-06-07') } },
  },
  'members.reveal': { input: (_, { memberId }) => ({ id: memberId }) },
  'members.create': {
    input: (_, { branchId, groupId }) => ({
      fields: aMember({
        organizationId: branchId,
        groupId,
        name: '新来的党员',
        idNo: anIdNo('1970-05-04', 901),
      }),
    }),
  },
  'members.update': {
    input: async (office, { memberId }) => ({
      ...(await member(office, memberId)),
      fields: { remark: '改了备注' },
    }),
  },
  'members.trash': {
    input: async (office, { memberId }) => ({ members: [await member(office, memberId)], reason: '录错了' }),
  },
  'members.previewBulk': {
    input: (_, { memberId, groupedId }) => ({
      ids: [memberId, groupedId],
      change: { field: 'address', value: '幸福路1号' },
    }),
  },
  'members.applyBulk': {
    input: async (office, { memberId, groupedId }) => ({
      members: [await member(office, memberId), await member(office, groupedId)],
      change: { field: 'gridNo', value: '7' },
    }),
  },
}

const findingSamples: SamplesOf<RoutesOf<'findings'>> = {
  'findings.totals': {
    input: () => ({}),
    everything: {},
    namesNone: 'everything in the caller’s reach',
  },
  'findings.override': {
    input: (_, { oddId }) => ({
      subject: 'member',
      subjectId: oddId,
      code: 'BIRTH_MISMATCH',
      reason: '以档案为准',
    }),
  },
  'findings.withdrawOverride': {
    input: (_, { answeredId }) => ({ subject: 'member', subjectId: answeredId, code: 'BIRTH_MISMATCH' }),
  },
}

const documentSamples: SamplesOf<RoutesOf<'documents'>> = {
  ...bridgeDocumentSamples,
  ...developmentPaperSamples,
  ...electionPaperSamples,
  ...lostDocumentSamples,
  ...meetingPaperSamples,
  ...reviewPaperSamples,
  ...mobilityDocumentSamples,
  ...postDocumentSamples,
  'documents.exportRoster': {
    input: (_, { communityId }) => ({
      organizationId: communityId,
      format: 'docx',
      unmasked: false,
      purpose: null,
      columns: null,
      asOf: null,
      jobId: null,
    }),
    everything: {
      organizationId: null,
      format: 'xlsx',
      unmasked: true,
      purpose: '年报核对',
      columns: null,
      asOf: null,
      jobId: null,
    },
  },
}

const systemSamples: SamplesOf<RoutesOf<'system'>> = {
  'system.verify': { input: () => ({}), namesNone: 'the file as a whole; no right of a community’s clerk' },
  'system.fillDemo': {
    input: () => ({ members: 5, seed: 1 }),
    namesNone: 'fills an empty database only: CONFLICT in any other',
  },
}

export const recordSamples = {
  ...organizationSamples,
  ...memberSamples,
  ...findingSamples,
  ...documentSamples,
  ...systemSamples,
}
