import type { ElectionVoter } from '#shared/contract/electionRows.ts'
import { useCall } from '../../lib/queries.ts'

/** Those with a vote whose id is known, as options of a choice; empty until they are read. */
export function useElectionVoters(id: string): readonly (ElectionVoter & { readonly memberId: string })[] {
  const voters = useCall('elections.voters', { id })
  return (voters.data?.voters ?? []).flatMap(({ memberId, ...voter }) =>
    memberId === null ? [] : [{ ...voter, memberId }],
  )
}
