import type { StoredElection } from '#db/queries/elections.ts'
import type { FieldErrors } from '#shared/contract/errors.ts'
import { type Contest, contests } from '#shared/domain/electionWords.ts'
import { contestLabels } from '#shared/labels/elections.ts'

const fieldOf = {
  committee: 'committeeSeats',
  secretary: 'secretarySeats',
  deputy: 'deputySeats',
} as const satisfies Readonly<Record<Contest, string>>

type Seats = Pick<StoredElection, 'kind' | 'isDirect' | 'committeeSeats' | 'secretarySeats' | 'deputySeats'>

/** How many are to be elected and by whom: what cannot be held so. */
export function seatProblems({
  kind,
  isDirect,
  committeeSeats,
  secretarySeats,
  deputySeats,
}: Seats): FieldErrors {
  const leaders = secretarySeats + deputySeats
  if (isDirect && leaders === 0) return { secretarySeats: '请填写应选书记、副书记的名额' }
  if (isDirect) return {}
  if (kind === 'term' && committeeSeats === 0)
    return {
      committeeSeats: '设委员会的换届要填写应选委员名额；不设委员会的，请选由党员大会直接选举',
    }
  return committeeSeats + leaders === 0 ? { committeeSeats: '请填写应选名额' } : {}
}

/** Seats that ballots have been counted for stay as they are: a result would be judged by another number than was voted on. */
export function countedSeatProblems(before: Seats, after: Seats, voted: ReadonlySet<Contest>): FieldErrors {
  const changed = contests.filter(
    (contest) => voted.has(contest) && before[fieldOf[contest]] !== after[fieldOf[contest]],
  )
  const problems = Object.fromEntries(
    changed.map((contest) => [
      fieldOf[contest],
      `已登记${contestLabels[contest]}的投票结果，不能再改名额；要改的，请先删除那次投票`,
    ]),
  )
  if (voted.size === 0 || before.isDirect === after.isDirect) return problems
  return { ...problems, isDirect: '已登记投票结果，不能再改选举方式；要改的，请先删除投票结果' }
}
