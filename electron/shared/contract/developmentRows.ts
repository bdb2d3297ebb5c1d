import type { Deadline } from '../domain/development/deadlines.ts'
import type { DevelopmentExplanation, DevelopmentFinding } from '../domain/development/judgement.ts'
import type { MaterialNeed, MaterialNo } from '../domain/development/materials.ts'
import type { Milestone, StepNo } from '../domain/development/milestones.ts'
import type { DevelopmentPlan } from '../domain/development/plan.ts'
import type { Probation } from '../domain/development/probation.ts'
import type {
  DevelopmentEventKind,
  DevelopmentReviewKind,
  DevelopmentVoteOn,
  GuarantorDuty,
} from '../domain/development/records.ts'
import type { ReviewPeriod } from '../domain/development/reviews.ts'
import type { RuleSet } from '../domain/development/ruleSets.ts'
import type { CourseState } from '../domain/development/states.ts'
import type { Severity } from '../domain/finding.ts'
import type { VoteResult } from '../domain/development/votes.ts'
import type { DateOnly, Instant, PartialDate } from '../lib/dates.ts'
import type { DevelopmentFields, VoteFields } from './developmentInputs.ts'

/** One line of the working list and one card of the board. */
export interface DevelopmentRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly state: CourseState
  /** The last step that is done; 0 for none. */
  readonly lastStep: StepNo | 0
  readonly lastOn: PartialDate | null
  readonly nextMilestone: Milestone | null
  /** What is due or opens first. */
  readonly due: Deadline | null
  readonly worstSeverity: Severity | null
  readonly findingCount: number
}

/** A dated fact as recorded. */
export interface DevelopmentStepRow {
  readonly id: string
  readonly milestone: Milestone
  readonly doneOn: PartialDate
  readonly place: string | null
  readonly people: string | null
  readonly bodyId: string | null
  readonly bodyName: string | null
  readonly docNo: string | null
  readonly opinion: string | null
  readonly overrideReason: string | null
  /** The event that took it when the person went back; null while it counts. */
  readonly supersededBy: string | null
}

export interface DevelopmentGuarantorRow {
  readonly id: string
  readonly duty: GuarantorDuty
  /** Null for a name that is no member here. */
  readonly memberId: string | null
  readonly name: string
  readonly fromOn: PartialDate | null
  readonly toOn: PartialDate | null
  readonly isKin: boolean | null
  /** On the day of appointment, as far as the roster knows. */
  readonly isFull: boolean | null
  readonly hasRights: boolean | null
}

export interface DevelopmentReviewRow {
  readonly id: string
  readonly kind: DevelopmentReviewKind
  readonly reviewedOn: PartialDate
  readonly contactOpinion: string | null
  readonly branchOpinion: string | null
  readonly signedBy: string | null
}

export interface DevelopmentVoteRow extends VoteFields {
  readonly id: string
  readonly subject: DevelopmentVoteOn
  /** The record of the meeting that took it; null where it was written down here. */
  readonly meetingId: string | null
  readonly heldOn: PartialDate
  readonly supersededBy: string | null
  readonly result: VoteResult
  /** Numbers that cannot all be true, each in a sentence. */
  readonly doubts: readonly string[]
}

export interface DevelopmentEventRow {
  readonly id: string
  readonly kind: DevelopmentEventKind
  readonly happenedOn: PartialDate
  readonly cause: string | null
  readonly toState: CourseState | null
  readonly months: number | null
  readonly approvedOn: PartialDate | null
  readonly bodyName: string | null
  readonly docNo: string | null
  readonly words: string | null
  readonly overrideReason: string | null
  readonly supersededBy: string | null
}

export interface DevelopmentMaterialRow {
  readonly materialNo: MaterialNo
  readonly name: string
  readonly step: StepNo
  readonly need: MaterialNeed
  readonly isPresent: boolean
  readonly isOriginal: boolean | null
  readonly copies: number | null
  readonly pages: number | null
  readonly formedOn: PartialDate | null
  readonly note: string | null
  /** Scans that lie with it. */
  readonly scans: number
}

export interface KeptFinding extends DevelopmentFinding {
  readonly overriddenReason: string | null
}

export interface DevelopmentDetail {
  readonly id: string
  readonly version: number
  /** ID number and phone masked. */
  readonly fields: DevelopmentFields
  readonly organizationName: string
  readonly organizationPath: readonly { readonly id: string; readonly shortName: string }[]
  /** The nearest committee above the branch that may approve, also where the caller does not see it otherwise. */
  readonly approver: { readonly id: string; readonly name: string } | null
  /** The person in the roster; null until approved, or when out of the caller's reach. */
  readonly memberId: string | null
  readonly state: CourseState
  /** The rule set the next step is judged by. */
  readonly ruleSet: RuleSet
  readonly steps: readonly DevelopmentStepRow[]
  readonly guarantors: readonly DevelopmentGuarantorRow[]
  readonly reviews: readonly DevelopmentReviewRow[]
  readonly votes: readonly DevelopmentVoteRow[]
  readonly events: readonly DevelopmentEventRow[]
  /** M1 to M30, also those without a record. */
  readonly materials: readonly DevelopmentMaterialRow[]
  readonly trainings: readonly {
    readonly classId: string
    readonly name: string
    readonly fromOn: PartialDate
    readonly toOn: PartialDate
    readonly hours: number | null
    readonly isPassed: boolean | null
    readonly certNo: string | null
  }[]
  readonly form: {
    readonly id: string
    readonly serialNo: string
    readonly issuedOn: PartialDate | null
    readonly issuerName: string
  } | null
  readonly findings: readonly KeptFinding[]
  readonly explanations: readonly DevelopmentExplanation[]
  readonly plan: DevelopmentPlan
  readonly deadlines: readonly Deadline[]
  readonly probation: Probation | null
  readonly activistPeriods: readonly ReviewPeriod[] | null
  readonly probationPeriods: readonly ReviewPeriod[] | null
  /** Who has a vote in the branch, on the day asked for (today, or the day of the meeting that was held). */
  readonly voters: { readonly on: DateOnly; readonly should: number }
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly deletedAt: Instant | null
  readonly deletedReason: string | null
}

/** What the board shows of a stage, what the filters count. */
export interface DevelopmentCounts {
  readonly byState: Readonly<Record<CourseState, number>>
  readonly dueThisMonth: number
  readonly withFindings: number
  readonly findings: readonly {
    readonly code: string
    readonly title: string
    readonly severity: Severity
    readonly files: number
  }[]
}

/** One thing that comes in the quarter, for the calendar. */
export interface DevelopmentDue extends Deadline {
  readonly fileId: string
  readonly name: string
  readonly organizationName: string
}
