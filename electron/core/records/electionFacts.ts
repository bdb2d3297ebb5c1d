import type { ReadDb } from '#db/database.ts'
import {
  candidatesOf,
  exemptionsOf,
  roundsOf,
  stepsOf,
  type StoredCandidate,
  type StoredRound,
  type StoredStep,
  type StoredTeller,
  type StoredVote,
  tellersOf,
  votesOf,
} from '#db/queries/electionParts.ts'
import { getElection, type StoredElection } from '#db/queries/elections.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { listTerms, type StoredTerm } from '#db/queries/terms.ts'
import type { VoterList } from '#shared/contract/memberships.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ExemptionReason } from '#shared/domain/electionVoters.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readVoters } from './voters.ts'

/** An election with everything that belongs to it. */
export interface ElectionFacts {
  readonly election: StoredElection
  readonly organization: StoredOrganization
  readonly steps: readonly StoredStep[]
  readonly candidates: readonly StoredCandidate[]
  readonly tellers: readonly StoredTeller[]
  readonly exemptions: readonly {
    readonly id: string
    readonly memberId: string
    readonly name: string
    readonly reason: ExemptionReason
  }[]
  readonly rounds: readonly StoredRound[]
  readonly votes: readonly StoredVote[]
  /** On the day of the meeting, today while there is none. */
  readonly voters: VoterList
  /** The one before this election: what runs, or what ended when this one's began. */
  readonly formerTerm: StoredTerm | null
}

export function electionNotFound(): AppError {
  return new AppError('NOT_FOUND', 'no such election', {
    messageZh: '找不到这次换届选举，可能已移入回收站，请返回列表刷新',
  })
}

/** Throws NOT_FOUND out of reach. */
export function readElection(db: ReadDb, id: string, today: DateOnly): ElectionFacts {
  const election = getElection(db, id)
  const organization = election && getOrganization(db, election.organizationId)
  if (!election || !organization) throw electionNotFound()
  return {
    election,
    organization,
    steps: stepsOf(db, id),
    candidates: candidatesOf(db, id),
    tellers: tellersOf(db, id),
    exemptions: exemptionsOf(db, id),
    rounds: roundsOf(db, id),
    votes: votesOf(db, id),
    voters: readVoters(db, organization.id, election.meetingOn ?? today),
    formerTerm: formerTermOf(listTerms(db, [organization.id]), election),
  }
}

function formerTermOf(terms: readonly StoredTerm[], { id }: StoredElection): StoredTerm | null {
  const own = terms.findIndex((term) => term.electionId === id)
  return own === -1 ? runningTerm(terms) : (terms[own - 1] ?? null)
}
