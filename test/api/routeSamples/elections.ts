import type { Place, StandardOffice } from '../office.ts'
import { someDay } from '../testCore.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** As it stands, told by the street's clerk. */
async function election({ as }: StandardOffice, { electionId: id }: Place) {
  const { version } = await as.street.call('elections.get', { id })
  return { id, version }
}

const page = { status: null, offset: 0, limit: 50 } as const

export const electionSamples: SamplesOf<RoutesOf<'elections'>> = {
  'elections.list': {
    input: (_, { communityId }) => ({ ...page, organizationId: communityId }),
    everything: { ...page, organizationId: null },
  },
  'elections.get': { input: (_, { electionId }) => ({ id: electionId }) },
  'elections.voters': { input: (_, { electionId }) => ({ id: electionId }) },
  'elections.start': {
    input: (_, { branchId }) => ({
      organizationId: branchId,
      kind: 'term',
      isDirect: true,
      committeeSeats: 0,
      secretarySeats: 1,
      deputySeats: 0,
      plannedOn: someDay,
      remark: null,
    }),
  },
  'elections.update': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      fields: { meetingPlace: '会议室' },
    }),
  },
  'elections.setStep': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      stepNo: 1,
      doneOn: someDay,
      docNo: null,
      note: null,
    }),
  },
  'elections.setCandidates': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      contest: 'deputy',
      candidates: [{ memberId: place.answeredId, stage: 'proposed' }],
    }),
  },
  'elections.setExemptions': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      exemptions: [{ memberId: place.answeredId, reason: 'abroad' }],
    }),
  },
  'elections.setTellers': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      tellers: [{ memberId: place.answeredId, duty: 'watches' }],
    }),
  },
  'elections.saveRound': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      roundId: place.electionRoundId,
      contest: 'secretary',
      heldOn: someDay,
      should: 2,
      present: 2,
      issued: 2,
      returned: 2,
      invalid: 0,
      votes: [{ candidateId: null, memberId: place.answeredId, agreed: 2, against: 0, abstained: 0 }],
    }),
  },
  'elections.removeRound': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      roundId: place.electionRoundId,
    }),
  },
  'elections.finish': {
    input: async (office, place) => ({ ...(await election(office, place)), duties: [] }),
  },
  'elections.giveUp': {
    input: async (office, place) => ({
      ...(await election(office, place)),
      status: 'cancelled',
      reason: '另行安排',
    }),
  },
  'elections.trash': {
    input: async (office, place) => ({ ...(await election(office, place)), reason: '录错了' }),
  },
}

export const electionPaperSamples: SamplesOf<'documents.exportElection' | 'documents.exportReminder'> = {
  'documents.exportElection': {
    input: (_, { electionId }) => ({ electionId, document: 'result' }),
  },
  'documents.exportReminder': {
    input: (_, { branchId, otherBranchId }) => ({
      organizationIds: [branchId, otherBranchId],
      kind: 'remind',
      replyBy: null,
    }),
  },
}
