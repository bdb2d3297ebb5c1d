import type { PartialDate } from '../../lib/dates.ts'
import type { BranchKind, OrganizationType } from '../organizationKinds.ts'
import type { WorkCalendar } from '../workingDays.ts'
import type { DateOnly } from '../../lib/dates.ts'
import type { MaterialNo } from './materials.ts'
import type { MilestoneDates } from './milestones.ts'
import type { DevelopmentSettings } from './settings.ts'
import type { Ballot } from './votes.ts'

/** A 培养联系人 or 入党介绍人 on the day of appointment; null is not known and never held against them. */
export interface Guarantor {
  readonly isFull: boolean | null
  /** False during 留党察看 or 中止权利. */
  readonly hasRights: boolean | null
  /** A close relative of the person. */
  readonly isKin: boolean | null
}

/** The organisation that did steps 13, 17 or 24, or that issued the 入党志愿书. */
export interface ActingBody {
  readonly name: string
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly hasApprovalRight: boolean
}

/** 延长预备期: `decidedOn` is the branch meeting's day. */
export interface Extension {
  readonly decidedOn: PartialDate
  readonly approvedOn: PartialDate | null
  readonly months: number
}

/** 转入: somebody who came from another branch with a file. */
export interface Arrival {
  readonly kind: 'applicant' | 'activist' | 'target' | 'probationer'
  readonly leftOn: PartialDate | null
  readonly arrivedOn: PartialDate
  /** Papers checked one by one; null is not checked yet, false means they cannot be accepted. */
  readonly isVerified: boolean | null
  /** Whether the time at the old branch is counted on (培养教育时间连续计算). */
  readonly isContinuous: boolean
  /** Months by which 讨论转正 is put off, when it is. */
  readonly delayMonths: number | null
}

/** What the rules need to know of one file. A list that is null was never recorded here (imports); an empty one is known to be empty. */
export interface DevelopmentFacts {
  readonly birthDate: PartialDate | null
  readonly dates: MilestoneDates
  readonly contacts: readonly Guarantor[] | null
  readonly sponsors: readonly Guarantor[] | null
  /** Days of the half-yearly reviews of the activist and of the probationer, and of the thought reports. */
  readonly activistReviews: readonly PartialDate[] | null
  readonly probationReviews: readonly PartialDate[] | null
  readonly thoughtReports: readonly PartialDate[] | null
  /** 公示: nothing heard, cleared up, or something that stands in the way. */
  readonly publicityResult: 'none' | 'cleared' | 'confirmed' | null
  readonly trainingDays: number | null
  readonly trainingHours: number | null
  readonly isPoliticallyQualified: boolean | null
  readonly hasReviewSummary: boolean | null
  /** 未来 3 个月内将离开单位. */
  readonly leavesSoon: boolean | null
  readonly formIssuer: ActingBody | null
  readonly preReviewBody: ActingBody | null
  readonly approvalBody: ActingBody | null
  readonly regularApprovalBody: ActingBody | null
  readonly admissionVote: Ballot | null
  readonly regularVote: Ballot | null
  /** 志愿书 says when the meeting resolved; the roster says when the person joined and became full. */
  readonly resolutionOn: PartialDate | null
  readonly rosterJoinedOn: PartialDate | null
  readonly rosterRegularOn: PartialDate | null
  readonly extensions: readonly Extension[]
  readonly materials: ReadonlySet<MaterialNo> | null
  readonly arrival: Arrival | null
  /** Withdrawn, refused, died, left: deadlines stop here. */
  readonly endedOn: PartialDate | null
}

export interface DevelopmentContext {
  readonly today: DateOnly
  readonly settings: DevelopmentSettings
  readonly calendar: WorkCalendar
}
