import type { RoundResult } from './electionCount.ts'
import type { CandidateStage, RoundKind } from './electionWords.ts'

/** The ballot that has to be held next. */
export interface NextRound {
  readonly kind: RoundKind
  readonly seats: number
  readonly roundNo: number
  /** Candidates who may be on it. */
  readonly allowed: readonly string[]
}

interface HeldRound {
  readonly kind: RoundKind
  readonly seats: number
  readonly votes: readonly { readonly candidateId: string }[]
  readonly result: RoundResult
}

/**
 * ORG-35: what follows the ballots so far; null when all seats are filled. Void ballots are held once more as they were, ties among
 * the tied, and open seats among everybody who is not elected yet.
 */
export function nextRound(
  seats: number,
  candidates: readonly { readonly id: string; readonly stage: CandidateStage }[],
  rounds: readonly HeldRound[],
): NextRound | null {
  const elected = new Set(rounds.flatMap(({ result }) => result.elected))
  const open = seats - elected.size
  const roundNo = rounds.length + 1
  const last = rounds.at(-1)
  const all = candidates.map(({ id }) => id).filter((id) => !elected.has(id))
  if (last === undefined) return seats === 0 ? null : { kind: 'first', seats, roundNo, allowed: all }
  if (open <= 0) return null
  if (!last.result.isValid) {
    const again = last.kind === 'tie' ? last.votes.map(({ candidateId }) => candidateId) : all
    return { kind: last.kind, seats: last.seats, roundNo, allowed: again }
  }
  return last.result.tied.length > 0
    ? { kind: 'tie', seats: last.result.open, roundNo, allowed: last.result.tied }
    : { kind: 'another', seats: open, roundNo, allowed: all }
}
