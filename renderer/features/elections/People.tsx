import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { CandidatesCard } from './CandidatesCard.tsx'
import { TellersCard } from './TellersCard.tsx'

interface PeopleProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

/** Who stands for what, and who watches and counts. */
export function People({ detail, canWrite }: PeopleProps) {
  return (
    <>
      {detail.contests
        .filter(({ seats, candidates }) => seats > 0 || candidates.length > 0)
        .map((contest) => (
          <CandidatesCard key={contest.contest} detail={detail} contest={contest} canWrite={canWrite} />
        ))}
      <TellersCard detail={detail} canWrite={canWrite} />
    </>
  )
}
