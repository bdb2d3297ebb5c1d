import { type Caller, someDay } from './testCore.ts'

/** An election of a branch with one ballot that elects this member directly; its result is not confirmed. */
export async function addElection(
  { call }: Caller,
  { branchId, memberId }: { readonly branchId: string; readonly memberId: string },
): Promise<{ readonly electionId: string; readonly electionRoundId: string }> {
  const { id, version } = await call('elections.start', {
    organizationId: branchId,
    kind: 'term',
    isDirect: true,
    committeeSeats: 0,
    secretarySeats: 1,
    deputySeats: 0,
    plannedOn: someDay,
    remark: null,
  })
  const met = await call('elections.update', { id, version, fields: { meetingOn: someDay } })
  const { should, ...stood } = await call('elections.setCandidates', {
    id,
    version: met.version,
    contest: 'secretary',
    candidates: [{ memberId, stage: 'candidate' }],
  })
  const voted = await call('elections.saveRound', {
    id,
    version: stood.version,
    roundId: null,
    contest: 'secretary',
    heldOn: someDay,
    should,
    present: should,
    issued: should,
    returned: should,
    invalid: 0,
    votes: [{ candidateId: null, memberId, agreed: should, against: 0, abstained: 0 }],
  })
  const [round] = voted.contests.flatMap(({ rounds }) => rounds)
  return { electionId: id, electionRoundId: round?.id ?? '' }
}
