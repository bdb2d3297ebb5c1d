import type {
  ElectedPerson,
  ElectionCandidate,
  ElectionContest,
  ElectionRound,
} from '#shared/contract/electionRows.ts'
import { candidateFindings, candidatesExplained } from '#shared/domain/electionCandidates.ts'
import { contestResult, countRound } from '#shared/domain/electionCount.ts'
import { candidateRightFindings } from '#shared/domain/electionVoters.ts'
import { type Contest, contests } from '#shared/domain/electionWords.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { ElectionFacts } from './electionFacts.ts'

export function seatsOf({ election }: Pick<ElectionFacts, 'election'>, contest: Contest): number {
  if (contest === 'committee') return election.isDirect ? 0 : election.committeeSeats
  return contest === 'secretary' ? election.secretarySeats : election.deputySeats
}

/** Each contest with its ballots counted anew by the rules. */
export function contestsOf(facts: ElectionFacts): readonly ElectionContest[] {
  return contests.map((contest) => contestOf(facts, contest))
}

function contestOf(facts: ElectionFacts, contest: Contest): ElectionContest {
  const { isDirect, reducedReason } = facts.election
  const seats = seatsOf(facts, contest)
  const voted = new Set(facts.votes.map(({ candidateId }) => candidateId))
  const candidates = facts.candidates
    .filter((each) => each.contest === contest)
    .map(({ id, memberId, name, stage }) => ({
      id,
      contest,
      memberId,
      name,
      stage,
      hasVotes: voted.has(id),
    }))
  const standing = candidates.filter(({ stage }) => stage !== 'writeIn')
  const rounds = roundsOf(facts, contest)
  const result = contestResult(
    seats,
    rounds.map((round) => round.result),
    reducedReason !== null,
  )
  return {
    contest,
    seats,
    candidates,
    candidatesExplained:
      contest === 'committee' && seats > 0
        ? candidatesExplained(seats, standing.length, defaultRuleSettings)
        : null,
    rounds,
    result,
    elected: electedOf(rounds, candidates),
    findings: [
      ...(standing.length === 0
        ? []
        : candidateFindings(contest, { seats, count: standing.length, isDirect }, defaultRuleSettings)),
      ...candidateRightFindings(facts.voters, candidates),
    ],
  }
}

function roundsOf(facts: ElectionFacts, contest: Contest): readonly ElectionRound[] {
  const byId = new Map(facts.candidates.map((candidate) => [candidate.id, candidate]))
  return facts.rounds
    .filter((round) => round.contest === contest)
    .map((round) => {
      const votes = facts.votes
        .filter(({ roundId }) => roundId === round.id)
        .flatMap(({ candidateId, agreed, against, abstained }) => {
          const candidate = byId.get(candidateId)
          if (!candidate) return []
          const { name, stage, position } = candidate
          return [{ candidateId, name, isWriteIn: stage === 'writeIn', agreed, against, abstained, position }]
        })
        .toSorted((a, b) => a.position - b.position)
        .map(({ position: _position, ...vote }) => vote)
      const { electionId: _electionId, ...counted } = { ...round, votes }
      return { ...counted, result: countRound(counted, defaultRuleSettings) }
    })
}

function electedOf(
  rounds: readonly ElectionRound[],
  candidates: readonly ElectionCandidate[],
): readonly ElectedPerson[] {
  return rounds.flatMap(({ result }) =>
    result.elected.flatMap((candidateId) => {
      const vote = result.votes.find((each) => each.candidateId === candidateId)
      const candidate = candidates.find(({ id }) => id === candidateId)
      if (!vote || !candidate) return []
      return [{ candidateId, memberId: candidate.memberId, name: vote.name, agreed: vote.agreed }]
    }),
  )
}
