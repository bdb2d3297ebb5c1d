import { ballotsReturned, type CountedRound, type CountedVotes, oddities } from './electionBallots.ts'
import type { Explanation, Finding } from './finding.ts'
import { makeFinding } from './finding.ts'
import type { RuleSettings } from './settings.ts'
import { basisElectionMeeting, electedVote, electionMeeting, type Judgement } from './thresholds.ts'

export type Outcome = 'elected' | 'tied' | 'outvoted' | 'notEnough' | 'void'

/** What comes next: nothing, again among the tied, another ballot, or the whole ballot or meeting once more. */
export type NextBallot = 'none' | 'tie' | 'another' | 'ballotAgain' | 'meetingAgain'

export interface RoundResult {
  readonly isValid: boolean
  /** 有效票. */
  readonly validBallots: number
  readonly votes: readonly (CountedVotes & { readonly outcome: Outcome; readonly judgement: Judgement })[]
  /** Candidate ids by votes. */
  readonly elected: readonly string[]
  readonly tied: readonly string[]
  /** Seats nobody has yet. */
  readonly open: number
  readonly next: NextBallot
  /** The result in one sentence and what to do now. */
  readonly summary: string
  readonly explanations: readonly Explanation[]
  readonly findings: readonly Finding[]
}

const basisElected = '《基层组织选举工作条例》第27条、第28条（待核）'

const byVotes = (a: CountedVotes, b: CountedVotes) => b.agreed - a.agreed

/** Those who get the seats, and those between whom equal votes cannot decide. */
function share(
  able: readonly CountedVotes[],
  seats: number,
): { readonly elected: readonly string[]; readonly tied: readonly string[] } {
  const ids = (list: readonly CountedVotes[]) => list.map(({ candidateId }) => candidateId)
  const sorted = able.toSorted(byVotes)
  if (sorted.length <= seats) return { elected: ids(sorted), tied: [] }
  const last = sorted[seats - 1]?.agreed ?? Number.POSITIVE_INFINITY
  const above = sorted.filter(({ agreed }) => agreed > last)
  const level = sorted.filter(({ agreed }) => agreed === last)
  return above.length + level.length === seats
    ? { elected: ids([...above, ...level]), tied: [] }
    : { elected: ids(above), tied: ids(level) }
}

interface Standing {
  readonly meeting: boolean
  readonly ballots: boolean
  readonly elected: readonly string[]
  readonly tied: readonly string[]
  readonly open: number
}

function nextOf({ meeting, ballots, tied, open }: Standing): NextBallot {
  if (!meeting) return 'meetingAgain'
  if (!ballots) return 'ballotAgain'
  if (tied.length > 0) return 'tie'
  return open > 0 ? 'another' : 'none'
}

function summaryOf(round: CountedRound, standing: Standing): string {
  const names = (ids: readonly string[]) =>
    ids.map((id) => round.votes.find(({ candidateId }) => candidateId === id)?.name ?? '').join('、')
  const { elected, tied, open } = standing
  const won = elected.length === 0 ? '无人当选' : `${names(elected)}当选`
  switch (nextOf(standing)) {
    case 'meetingAgain':
      return '到会人数不够，不能选举，请另行确定时间召开大会'
    case 'ballotAgain':
      return '收回的选票多于发出的，本次投票无效，须重新投票'
    case 'tie':
      return `${won}；${names(tied)}票数相等，还有 ${open} 个名额不能确定，须就票数相等的人再次投票`
    case 'another':
      return `${won}；还差 ${open} 名，可以从得票多的未当选人中另行选举，当选人数接近应选名额的也可以减少名额不再选举`
    case 'none':
      return `${won}，选满 ${round.seats} 名`
  }
}

/** ORG-31..35: one ballot counted into a result that says whether it counts, who is elected, and what has to follow. */
export function countRound(
  round: CountedRound,
  settings: Pick<RuleSettings, 'election.quorumFourFifthsInclusive'>,
): RoundResult {
  const meeting = electionMeeting(round, settings)
  const ballots = ballotsReturned(round)
  const isValid = meeting.isMet && ballots.isMet
  const judged = round.votes.map((vote) => ({
    vote,
    judgement: electedVote({ ...vote, present: round.present }),
  }))
  // Whoever ties has passed the half before: the most votes of the new ballot decide.
  const able = judged
    .filter(({ vote, judgement }) => judgement.isMet || (round.kind === 'tie' && vote.agreed > 0))
    .map(({ vote }) => vote)
  const { elected, tied } = isValid ? share(able, round.seats) : { elected: [], tied: [] }
  const standing: Standing = {
    meeting: meeting.isMet,
    ballots: ballots.isMet,
    elected,
    tied,
    open: round.seats - elected.length,
  }
  const outcomeOf = ({ candidateId }: CountedVotes, isMet: boolean): Outcome => {
    if (!isValid) return 'void'
    if (elected.includes(candidateId)) return 'elected'
    if (tied.includes(candidateId)) return 'tied'
    return isMet ? 'outvoted' : 'notEnough'
  }
  const votes = judged
    .toSorted((a, b) => byVotes(a.vote, b.vote))
    .map(({ vote, judgement }) => ({ ...vote, judgement, outcome: outcomeOf(vote, judgement.isMet) }))
  const onTheLine = meeting.isOnTheLine
    ? [
        makeFinding(
          'ORG-31',
          'yellow',
          'present',
          `实到 ${round.present} 人恰好是应到 ${round.should} 人的五分之四，各地口径不一，请确认`,
          basisElectionMeeting,
        ),
      ]
    : []
  const belowHalf = votes.filter(({ outcome, judgement }) => outcome === 'elected' && !judgement.isMet)
  return {
    isValid,
    validBallots: round.returned - round.invalid,
    votes,
    elected,
    tied,
    open: standing.open,
    next: nextOf(standing),
    summary: summaryOf(round, standing),
    explanations: [meeting.explanation, ballots.explanation],
    findings: [
      ...onTheLine,
      ...oddities(round),
      ...belowHalf.map(({ name }) =>
        makeFinding(
          'ORG-35',
          'yellow',
          'votes',
          `“${name}”再次投票得票多而当选，但赞成票没有过实到半数，请报上级党组织确认`,
          basisElected,
        ),
      ),
    ],
  }
}

export interface ContestResult {
  readonly elected: readonly string[]
  readonly open: number
  readonly next: NextBallot
  /** All seats have somebody, or the meeting agreed to leave the rest empty. */
  readonly isDecided: boolean
}

/** The ballots of one contest one after another: each fills what the ones before left open. */
export function contestResult(
  seats: number,
  rounds: readonly RoundResult[],
  isReduced: boolean,
): ContestResult {
  const elected = rounds.flatMap((round) => round.elected)
  const open = Math.max(seats - elected.length, 0)
  const last = rounds.at(-1)
  const isReducible = last !== undefined && last.isValid && last.tied.length === 0 && elected.length > 0
  const isDecided = seats === 0 || (last !== undefined && open === 0) || (isReduced && isReducible)
  return { elected, open, next: isDecided ? 'none' : (last?.next ?? 'another'), isDecided }
}
