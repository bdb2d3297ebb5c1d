import type { StandardOffice } from '../office.ts'
import { anIdNo } from '../samples.ts'
import { aComing } from '../transfersHarness.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const everyTransfer = {
  column: 'open',
  direction: null,
  organizationId: null,
  text: null,
  offset: 0,
  limit: 50,
} as const

const day = '2026-11-20'

/** As it stands, told by the street's clerk, who sees everything. */
async function transfer({ as }: StandardOffice, id: string) {
  const { version } = await as.street.call('transfers.get', { id })
  return { id, version }
}

export const transferSamples: SamplesOf<RoutesOf<'transfers'>> = {
  'transfers.list': {
    input: (_, { communityId }) => ({ ...everyTransfer, organizationId: communityId }),
    everything: { ...everyTransfer, column: null },
  },
  'transfers.get': { input: (_, { comingId }) => ({ id: comingId }) },
  'transfers.start': {
    input: (_, { groupedId }) => ({ direction: 'out', memberId: groupedId, organizationId: null }),
  },
  'transfers.numbers': {
    input: () => ({ year: 2026 }),
    namesNone: 'letters are numbered through the whole street: numbers only',
  },
  'transfers.create': {
    input: (_, { branchId }) =>
      aComing(branchId, { personName: '新来', idNo: anIdNo('1985-02-03', 777), letterNo: '外字1号' }),
  },
  'transfers.update': {
    input: async (office, { comingId, otherBranchId }) => ({
      ...(await transfer(office, comingId)),
      fields: { organizationId: otherBranchId, remark: '改到二支部' },
    }),
  },
  'transfers.issue': {
    input: async (office, { waitingId }) => ({
      ...(await transfer(office, waitingId)),
      letterNo: '2026-900',
      issuedOn: day,
      validDays: 10,
      feePaidTo: '2026-11',
    }),
  },
  'transfers.send': {
    input: async (office, { issuedId }) => ({ ...(await transfer(office, issuedId)), on: day }),
  },
  'transfers.accept': {
    input: async (office, { comingId }) => ({
      ...(await transfer(office, comingId)),
      on: day,
      joinedOn: '2010-07-01',
      regularOn: '2011-07-01',
    }),
  },
  'transfers.receipt': {
    input: async (office, { issuedId }) => ({
      ...(await transfer(office, issuedId)),
      on: day,
      receivedOn: null,
    }),
  },
  'transfers.return': {
    input: async (office, { comingId }) => ({
      ...(await transfer(office, comingId)),
      on: day,
      reason: '材料不全',
      reportedTo: '区委组织部',
    }),
  },
  'transfers.void': {
    input: async (office, { issuedId }) => ({
      ...(await transfer(office, issuedId)),
      on: day,
      reason: '写错了',
    }),
  },
  'transfers.trash': {
    input: async (office, { comingId }) => ({ ...(await transfer(office, comingId)), reason: '录重了' }),
  },
  'transfers.exportLetter': { input: (_, { issuedId }) => ({ id: issuedId }) },
  'transfers.exportCertificate': {
    input: (_, { groupedId }) => ({
      memberId: groupedId,
      toOrg: '中共外区光明街道工作委员会',
      reason: '培训',
      months: 3,
      from: day,
    }),
  },
  'transfers.exportTable': {
    input: (_, { communityId }) => ({
      table: 'register',
      format: 'docx',
      year: null,
      organizationId: communityId,
    }),
    everything: { table: 'receipts', format: 'xlsx', year: null, organizationId: null },
  },
}
