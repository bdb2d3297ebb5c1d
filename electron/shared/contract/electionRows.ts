import type { CountedRound } from '../domain/electionBallots.ts'
import type { ContestResult, RoundResult } from '../domain/electionCount.ts'
import type { ElectionStep } from '../domain/electionSteps.ts'
import type { ExemptionReason, VoterCount } from '../domain/electionVoters.ts'
import type {
  CandidateStage,
  Contest,
  ElectionKind,
  ElectionStatus,
  TellerDuty,
} from '../domain/electionWords.ts'
import type { Explanation, Finding } from '../domain/finding.ts'
import type { OrganizationType } from '../domain/organizationKinds.ts'
import type { NoVoteReason } from '../domain/voting.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import type { ElectionFields } from './elections.ts'

/** One line of the list. */
export interface ElectionRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly kind: ElectionKind
  readonly status: ElectionStatus
  readonly plannedOn: DateOnly | null
  readonly meetingOn: DateOnly | null
  readonly stepsDone: number
  /** The first step without a day, while it is under way. */
  readonly nextStep: { readonly no: number; readonly title: string } | null
}

export interface ElectionStepRow extends ElectionStep {
  readonly doneOn: DateOnly | null
  readonly docNo: string | null
  readonly note: string | null
  readonly findings: readonly Finding[]
}

export interface ElectionCandidate {
  readonly id: string
  readonly contest: Contest
  readonly memberId: string
  readonly name: string
  readonly stage: CandidateStage
  readonly hasVotes: boolean
}

export interface ElectionRound extends CountedRound {
  readonly id: string
  readonly contest: Contest
  readonly roundNo: number
  readonly heldOn: DateOnly
  readonly result: RoundResult
}

export interface ElectedPerson {
  readonly candidateId: string
  readonly memberId: string
  readonly name: string
  readonly agreed: number
}

/** One contest: who stands, how many ballots there were, who is elected. */
export interface ElectionContest {
  readonly contest: Contest
  readonly seats: number
  readonly candidates: readonly ElectionCandidate[]
  /** How many candidates the rule asks for, with its working; null where the rule says nothing. */
  readonly candidatesExplained: Explanation | null
  readonly rounds: readonly ElectionRound[]
  readonly result: ContestResult
  readonly elected: readonly ElectedPerson[]
  readonly findings: readonly Finding[]
}

export interface ElectionDetail {
  readonly id: string
  readonly version: number
  readonly organization: {
    readonly id: string
    readonly shortName: string
    readonly fullName: string
    readonly type: OrganizationType
  }
  readonly kind: ElectionKind
  readonly status: ElectionStatus
  readonly fields: ElectionFields
  readonly closedReason: string | null
  /** The term that runs, or of a finished 换届 the one before it. */
  readonly formerTerm: {
    readonly termNo: number | null
    readonly fromOn: PartialDate | ''
    readonly dueOn: DateOnly | null
  } | null
  readonly steps: readonly ElectionStepRow[]
  readonly contests: readonly ElectionContest[]
  readonly exemptions: readonly {
    readonly memberId: string
    readonly name: string
    readonly reason: ExemptionReason
  }[]
  readonly tellers: readonly { readonly memberId: string; readonly name: string; readonly duty: TellerDuty }[]
  /** 应到 as it stands, or as it was written down when the result was confirmed. */
  readonly should: number
  readonly present: number | null
  readonly voterCount: VoterCount
  /** The day the voters are asked for. */
  readonly votersOn: DateOnly
  readonly findings: readonly Finding[]
  /** Why the result cannot be confirmed yet, in whole sentences. */
  readonly obstacles: readonly string[]
}

export interface ElectionVoters {
  readonly on: DateOnly
  readonly voters: readonly ElectionVoter[]
  readonly others: readonly (ElectionVoter & { readonly why: NoVoteReason })[]
  readonly count: VoterCount
}

export interface ElectionVoter {
  /** Null for people who are elsewhere by now, out of the caller's reach. */
  readonly memberId: string | null
  readonly name: string
  readonly organizationName: string
}
