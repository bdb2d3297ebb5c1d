import { startElection } from './electionsHarness.ts'
import type { StaffedOffice } from './samples.ts'
import { someDay } from './testCore.ts'

/** Begun, then written to by the community's clerk. */
async function anEditedElection(office: StaffedOffice) {
  const { id, version } = await startElection(office, office.branchId)
  await office.as('communityClerk').call('elections.update', { id, version, fields: { remark: '先写的' } })
  return { id, version }
}

const numbers = { should: 8, present: 8, issued: 8, returned: 8, invalid: 0 }
const votes = { candidateId: 'nobody', memberId: null, agreed: 8, against: 0, abstained: 0 }

export const staleElections = {
  'elections.update': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    fields: { remark: '后写的' },
  }),
  'elections.setStep': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    stepNo: 1,
    doneOn: someDay,
    docNo: null,
    note: null,
  }),
  'elections.setCandidates': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    contest: 'committee' as const,
    candidates: [],
  }),
  'elections.setExemptions': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    exemptions: [],
  }),
  'elections.setTellers': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    tellers: [],
  }),
  'elections.saveRound': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    ...numbers,
    roundId: null,
    contest: 'committee' as const,
    heldOn: someDay,
    votes: [votes],
  }),
  'elections.removeRound': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    roundId: 'none',
  }),
  'elections.finish': async (office: StaffedOffice) => ({ ...(await anEditedElection(office)), duties: [] }),
  'elections.giveUp': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    status: 'cancelled' as const,
    reason: '改期',
  }),
  'elections.trash': async (office: StaffedOffice) => ({
    ...(await anEditedElection(office)),
    reason: '录错了',
  }),
}
