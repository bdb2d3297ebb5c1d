import type { Ratio } from '../domain/counting.ts'
import type { Finding } from '../domain/finding.ts'
import type { ComponentState } from '../domain/reviews/components.ts'
import type { ScoreExplanation } from '../domain/reviews/explainScore.ts'
import type { FlowStepKey } from '../domain/reviews/flow.ts'
import type { Grade } from '../domain/reviews/grades.ts'
import type { RectifyState } from '../domain/reviews/rectification.ts'
import type { Scheme } from '../domain/reviews/scheme.ts'
import type { Tally } from '../domain/reviews/tallies.ts'
import type { CampaignState, SubjectKind } from '../domain/reviews/words.ts'
import type { DateOnly } from '../lib/dates.ts'
import type {
  CampaignFields,
  CommentFields,
  FeedbackFields,
  RectificationFields,
  ReportFields,
  SubjectFields,
} from './reviewInputs.ts'

export interface CampaignRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly name: string
  readonly state: CampaignState
  readonly subjects: number
  readonly scored: number
  readonly decided: number
  readonly rectifications: number
  readonly overdueRectifications: number
}

export interface SchemeDetail {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly scheme: Scheme
  readonly subjects: number
  /** Ballots back so far: with the first the scheme is frozen, and a change needs a reason. */
  readonly ballotsIn: number
  readonly changeReason: string | null
  /** What keeps it from being used. */
  readonly findings: readonly Finding[]
}

export interface CampaignDetail extends CampaignRow {
  readonly fields: CampaignFields
  /** Whether the caller may change the campaign itself; a community sees its street's. */
  readonly isOwn: boolean
  readonly steps: readonly FlowStepKey[]
  readonly schemes: readonly SchemeDetail[]
  /** REV-08 of the decided grades, REV-12 of last year's list, and so on. */
  readonly findings: readonly Finding[]
  /** The campaign of the year before, of the same organisation. */
  readonly lastYearId: string | null
}

/** One step of one person. `isDerived`: it follows from records and cannot be registered by hand. */
export interface StepCell {
  readonly key: FlowStepKey
  readonly isDone: boolean
  readonly isDerived: boolean
  readonly doneOn: DateOnly | null
  readonly meetingId: string | null
  readonly note: string | null
  /** 日常分 2/2, 收回率 92.00%: what the records say. */
  readonly words: string | null
  /** Why it cannot be done yet. */
  readonly whyNot: string | null
}

export interface BoardRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly duty: string | null
  readonly kind: SubjectKind
  readonly organizationId: string
  readonly organizationName: string
  readonly schemeId: string
  readonly schemeName: string
  readonly next: FlowStepKey | null
  readonly steps: readonly StepCell[]
  readonly findings: readonly Finding[]
}

export interface ComponentView {
  readonly componentId: string
  readonly name: string
  /** Hundredths of a percent. */
  readonly weight: number
  readonly isRated: boolean
  readonly state: ComponentState
  /** Null until it may be shown. */
  readonly hundredths: number | null
  readonly explanation: ScoreExplanation | null
  readonly indicators: readonly {
    readonly indicatorId: string
    readonly name: string
    readonly hundredths: number
  }[]
  readonly groups: readonly { readonly name: string; readonly valid: number; readonly tally: Tally }[]
  readonly poor: Ratio | null
  /** 意见建议 of its ballots; empty until its score may be shown. */
  readonly opinions: readonly string[]
}

export interface ScoreRow {
  readonly subjectId: string
  readonly version: number
  readonly name: string
  readonly duty: string | null
  readonly organizationId: string
  readonly organizationName: string
  readonly schemeId: string
  readonly components: readonly Pick<
    ComponentView,
    'componentId' | 'name' | 'weight' | 'isRated' | 'state' | 'hundredths'
  >[]
  /** 综合分; null while 待测评. */
  readonly hundredths: number | null
  /** Among those of the same scheme; null for who does not see all of them. */
  readonly rank: number | null
  readonly isTied: boolean
  readonly suggested: Grade | null
  /** REV-07 to REV-10: why it is suggested. */
  readonly reasons: readonly Finding[]
  readonly vetoIds: readonly string[]
  readonly grade: Grade | null
  readonly decidedOn: DateOnly | null
  readonly decidedAt: string | null
  readonly decisionReason: string | null
  readonly handling: string | null
  /** The score the committee had before it, where it is another now. */
  readonly scoreDecided: number | null
  readonly findings: readonly Finding[]
}

export interface SchemeScores {
  readonly schemeId: string
  readonly schemeName: string
  readonly scheme: Scheme
  readonly rows: readonly ScoreRow[]
  readonly findings: readonly Finding[]
}

/** What the records of the organisation say of a year's daily work. */
export interface EvidenceLine {
  readonly key: string
  /** 应开会议、发展党员、整改完成、责任目标… */
  readonly label: string
  /** 12/12, 3 名. */
  readonly value: string
  readonly detail: string | null
  /** Where the names behind it are; null where there is no page. */
  readonly link: string | null
}

export interface DailyRow {
  readonly partId: string
  readonly name: string
  /** Hundredths of a percent within its source. */
  readonly weight: number
  readonly componentName: string
  readonly hundredths: number | null
  readonly basis: string | null
  readonly scoredOn: DateOnly | null
  readonly scoredBy: string | null
  /** As it was when the score was given; null before. */
  readonly evidence: readonly EvidenceLine[] | null
}

export interface RectificationRow {
  readonly id: string
  readonly version: number
  readonly subjectId: string
  readonly subjectName: string
  readonly organizationId: string
  readonly organizationName: string
  readonly campaignId: string
  readonly year: number
  readonly state: RectifyState
  readonly overdueDays: number
  readonly fields: RectificationFields
  /** It goes on an item of the year before. */
  readonly isCarried: boolean
  /** REV-12 of this one. */
  readonly findings: readonly Finding[]
}

/** One year of the same person, or of the same post of the organisation. */
export interface TrendPoint {
  readonly year: number
  readonly subjectId: string
  readonly name: string
  readonly hundredths: number | null
  readonly grade: Grade | null
  readonly components: readonly { readonly name: string; readonly hundredths: number | null }[]
}

export interface SubjectDetail {
  readonly id: string
  readonly version: number
  readonly campaignId: string
  readonly campaignName: string
  readonly year: number
  /** Whether the caller may decide and change the campaign. */
  readonly isOwnCampaign: boolean
  readonly organizationName: string
  readonly fields: SubjectFields
  readonly scheme: Scheme
  readonly schemeName: string
  readonly report: ReportFields
  readonly reportFindings: readonly Finding[]
  readonly steps: readonly StepCell[]
  readonly comments: readonly (CommentFields & { readonly id: string })[]
  readonly daily: readonly DailyRow[]
  /** As the records say now. */
  readonly evidence: readonly EvidenceLine[]
  readonly components: readonly ComponentView[]
  readonly score: ScoreRow
  readonly explanation: ScoreExplanation | null
  readonly feedback: FeedbackFields
  readonly rectifications: readonly RectificationRow[]
  /** What is to be reported first. */
  readonly lastYear: readonly RectificationRow[]
  readonly trend: readonly TrendPoint[]
  readonly findings: readonly Finding[]
}
