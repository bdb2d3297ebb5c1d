import type { StandardOffice } from '../office.ts'
import { aDecision, anAttempt, anEnterprise } from '../lostHarness.ts'
import type { Place } from '../office.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const everyCase = { organizationId: null, stage: null, text: null, offset: 0, limit: 50 } as const

const everyUnit = {
  organizationId: null,
  text: null,
  kind: null,
  coverForm: null,
  department: null,
  finding: null,
  coverage: null,
  offset: 0,
  limit: 50,
} as const

/** As it stands, told by the street's clerk, who sees everything. */
async function lostCase({ as }: StandardOffice, { lostCaseId: id }: Place) {
  const { version } = await as.street.call('lost.get', { id })
  return { id, version }
}

async function stopped(office: StandardOffice, place: Place) {
  const { id, version } = await office.as.street.call('lost.stop', {
    ...(await lostCase(office, place)),
    ...aDecision('2026-01-10'),
  })
  return { id, version }
}

async function probationary(office: StandardOffice, place: Place) {
  const { version } = await office.as.street.call('members.get', { id: place.answeredId })
  const fields = { personType: '2', regularOn: null }
  await office.as.street.call('members.update', { id: place.answeredId, version, fields })
  return lostCase(office, place)
}

export const lostSamples: SamplesOf<RoutesOf<'lost'>> = {
  'lost.list': {
    input: (_, { communityId }) => ({ ...everyCase, organizationId: communityId }),
    everything: everyCase,
  },
  'lost.unregistered': {
    input: (_, { communityId }) => ({ organizationId: communityId, limit: 50 }),
    everything: { organizationId: null, limit: 50 },
  },
  'lost.get': { input: (_, { lostCaseId }) => ({ id: lostCaseId }) },
  'lost.ofMember': { input: (_, { answeredId }) => ({ memberId: answeredId }) },
  'lost.open': { input: (_, { memberId }) => ({ memberId, since: '2026-05', remark: null }) },
  'lost.update': {
    input: async (office, place) => ({
      ...(await lostCase(office, place)),
      since: '2025-04',
      remark: '改了',
    }),
  },
  'lost.addAttempt': { input: (_, { lostCaseId }) => ({ caseId: lostCaseId, fields: anAttempt() }) },
  'lost.updateAttempt': {
    input: (_, { attemptId }) => ({ id: attemptId, version: 1, fields: anAttempt({ way: 'visit' }) }),
  },
  'lost.removeAttempt': { input: (_, { attemptId }) => ({ id: attemptId, version: 1 }) },
  'lost.stop': {
    input: async (office, place) => ({ ...(await lostCase(office, place)), ...aDecision('2026-01-10') }),
  },
  'lost.restore': {
    input: async (office, place) => ({
      ...(await stopped(office, place)),
      appliedOn: '2026-06-01',
      discussedOn: '2026-06-10',
      approvedOn: '2026-07-01',
      approvedBy: '区委组织部',
      doc: null,
    }),
  },
  'lost.expel': {
    input: async (office, place) => ({ ...(await stopped(office, place)), ...aDecision('2026-11-01') }),
  },
  'lost.revoke': {
    input: async (office, place) => ({ ...(await probationary(office, place)), ...aDecision('2026-01-10') }),
  },
  'lost.found': {
    input: async (office, place) => ({
      ...(await lostCase(office, place)),
      on: '2026-11-01',
      remark: '在外地务工',
    }),
  },
  'lost.trash': {
    input: async (office, place) => ({ ...(await lostCase(office, place)), reason: '录错了' }),
  },
}

const unit = async ({ as }: StandardOffice, { enterpriseId: id }: Place) => {
  const { version } = await as.street.call('enterprises.get', { id })
  return { id, version }
}

const ownList = 'the office’s list of departments, which names no record'

export const enterpriseSamples: SamplesOf<RoutesOf<'enterprises'>> = {
  'enterprises.list': {
    input: (_, { communityId }) => ({ ...everyUnit, organizationId: communityId }),
    everything: everyUnit,
  },
  'enterprises.summary': {
    input: (_, { communityId }) => ({ organizationId: communityId }),
    everything: { organizationId: null },
  },
  'enterprises.get': { input: (_, { enterpriseId }) => ({ id: enterpriseId }) },
  'enterprises.reveal': { input: (_, { enterpriseId }) => ({ id: enterpriseId }) },
  'enterprises.check': {
    input: (_, { enterpriseId }) => ({ excludeId: enterpriseId, fields: { staff: 200 } }),
    everything: { excludeId: null, fields: { staff: 200, fullMembers: 0 } },
  },
  'enterprises.create': {
    input: (_, { branchId }) => ({
      fields: anEnterprise(branchId, { name: '新来的单位', creditCode: null }),
    }),
  },
  'enterprises.update': {
    input: async (office, place) => ({ ...(await unit(office, place)), fields: { staff: 130 } }),
  },
  'enterprises.trash': {
    input: async (office, place) => ({ ...(await unit(office, place)), reason: '录错了' }),
  },
  'enterprises.departments': { input: () => ({}), everything: {}, namesNone: ownList },
  'enterprises.changeDepartments': {
    input: () => ({ departments: ['区委社会工作部'] }),
    namesNone: ownList,
  },
}

const ledgers = { organizationId: null, format: 'xlsx' } as const

export const lostDocumentSamples: SamplesOf<'documents.exportLostCases' | 'documents.exportEnterprises'> = {
  'documents.exportLostCases': {
    input: (_, { communityId }) => ({ organizationId: communityId, format: 'docx', stage: null }),
    everything: { ...ledgers, stage: null },
  },
  'documents.exportEnterprises': {
    input: (_, { communityId }) => ({ organizationId: communityId, format: 'docx' }),
    everything: ledgers,
  },
}
