import type { Explanation, Finding, Severity } from '../domain/finding.ts'
import type { AttendanceRate } from '../domain/meetings/attendance.ts'
import type { DutyKind, DutyState } from '../domain/meetings/duties.ts'
import type { MeetingKind } from '../domain/meetings/kinds.ts'
import type { LifeFinding } from '../domain/meetings/lifeRules.ts'
import type { PeriodLength } from '../domain/meetings/periods.ts'
import type { CheckState, FollowUpSubject, MeetingStatus } from '../domain/meetings/records.ts'
import type { RollEntry } from '../domain/meetings/roll.ts'
import type { DateOnly, Instant } from '../lib/dates.ts'
import type { FollowUpFields, MeetingFields, MeetingItemFields } from './meetingInputs.ts'

export interface MeetingRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly groupName: string | null
  readonly kinds: readonly MeetingKind[]
  readonly title: string
  readonly heldOn: DateOnly
  readonly startTime: string | null
  readonly place: string | null
  readonly hostName: string | null
  readonly should: number | null
  readonly present: number | null
  readonly status: MeetingStatus
  /** 补录: written down more than three days after the meeting. */
  readonly isLate: boolean
  readonly enteredOn: DateOnly
  readonly check: CheckState | null
  readonly items: number
  readonly openFollowUps: number
  readonly scans: number
  readonly isImported: boolean
  readonly worst: Severity | null
}

/** What a count of an item comes to, by the measure of its kind. */
export interface ItemJudgement {
  readonly itemId: string
  readonly explanations: readonly Explanation[]
  readonly findings: readonly Finding[]
}

export interface MeetingVersionRow {
  readonly no: number
  readonly reason: string
  readonly changedOn: DateOnly
  readonly changedBy: string
}

/** A saved item or follow-up has its id. */
export type SavedItem = Omit<MeetingItemFields, 'id'> & {
  readonly id: string
  readonly developmentFileName: string | null
}

export type SavedFollowUp = Omit<FollowUpFields, 'id'> & { readonly id: string }

export interface MeetingDetail {
  readonly id: string
  readonly version: number
  readonly fields: Omit<MeetingFields, 'items' | 'followUps'>
  readonly items: readonly SavedItem[]
  readonly followUps: readonly SavedFollowUp[]
  readonly organizationName: string
  readonly groupName: string | null
  readonly status: MeetingStatus
  readonly enteredOn: DateOnly
  readonly finalizedOn: DateOnly | null
  readonly isLate: boolean
  readonly isImported: boolean
  readonly check: {
    readonly state: CheckState
    readonly words: string | null
    readonly on: DateOnly
    readonly by: string
  } | null
  readonly versions: readonly MeetingVersionRow[]
  readonly judgements: readonly ItemJudgement[]
  /** Of the meeting as a whole. */
  readonly findings: readonly Finding[]
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly deletedAt: Instant | null
}

/** What a meeting said before a version: its whole form. */
export interface MeetingContent {
  readonly fields: Omit<MeetingFields, 'items' | 'followUps'>
  readonly items: readonly SavedItem[]
  readonly followUps: readonly SavedFollowUp[]
}

/** Who should come by the records of the day. */
export interface RollOfDay {
  readonly roll: readonly RollEntry[]
  /** 应到 of it. */
  readonly should: number
  /** How the list came about, in one sentence. */
  readonly because: string
  /** 书记 on that day, where one is known. */
  readonly secretary: { readonly memberId: string | null; readonly name: string } | null
  /** Of the running 届, where its number is known. */
  readonly termNo: number | null
}

export interface FollowUpRow {
  readonly id: string
  readonly subject: FollowUpSubject
  readonly subjectId: string
  /** Of the subject: a follow-up has none of its own. */
  readonly version: number
  readonly subjectTitle: string
  readonly organizationId: string
  readonly organizationName: string
  readonly what: string
  readonly personName: string | null
  readonly dueOn: DateOnly | null
  readonly closedOn: DateOnly | null
  readonly result: string | null
  readonly isOverdue: boolean
}

/** One cell: what a branch owes of a kind in a period, and how it stands. */
export interface GridCell {
  readonly kind: DutyKind
  readonly length: PeriodLength
  /** Month 1 to 12, quarter 1 to 4, 1 for a year. */
  readonly no: number
  readonly state: DutyState
  /** Of 党小组会: groups that have, of how many. */
  readonly groups: { readonly done: number; readonly owed: number } | null
}

export interface GridRow {
  readonly organizationId: string
  readonly organizationName: string
  readonly parentName: string
  readonly contactName: string | null
  readonly cells: readonly GridCell[]
  readonly done: number
  readonly owed: number
  /** `owed` less `done`: missing, or only a draft. */
  readonly missing: number
  /** What runs out. */
  readonly near: number
}

export interface Grid {
  readonly year: number
  readonly rows: readonly GridRow[]
  /** All branches asked for. */
  readonly branches: number
  /** Those that `only` keeps: what the pages are of. */
  readonly total: number
  readonly done: number
  readonly owed: number
  /** By kind, whatever kind is asked for: what 完成率 is of, and how many branches have something missing. */
  readonly byKind: readonly {
    readonly kind: DutyKind
    readonly done: number
    readonly owed: number
    readonly toCall: number
  }[]
  /** Branches with something missing, and branches with something that runs out. */
  readonly toCall: number
  readonly near: number
}

export interface BranchCompliance {
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly themeDay: number | null
  readonly findings: readonly LifeFinding[]
  /** Why a kind is not owed here: 没有支委会, 没有党小组. */
  readonly notOwed: readonly { readonly kind: DutyKind; readonly because: string }[]
  /** Owed although no 支委会 or 党小组 is on record: its meetings are. */
  readonly evident: readonly { readonly kind: DutyKind; readonly because: string }[]
}

/** Somebody's attendance over a year, in the branch asked for. */
export interface AttendanceRow {
  readonly memberId: string | null
  readonly name: string
  readonly isFrail: boolean
  readonly asked: number
  readonly present: number
  readonly excused: number
  readonly absent: number
  /** 送学上门 or 补学 done. */
  readonly madeUp: number
  /** Excused and not made up yet, of the frail whatever they did not come to (送学上门): the meetings. */
  readonly toMakeUp: readonly {
    readonly meetingId: string
    readonly version: number
    readonly heldOn: DateOnly
    readonly title: string
  }[]
  readonly rate: AttendanceRate
  /** LIFE-10: in a row without a reason. */
  readonly streak: number
  readonly findings: readonly Finding[]
}
