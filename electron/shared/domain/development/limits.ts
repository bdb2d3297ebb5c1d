import type { Severity } from '../finding.ts'
import type { Milestone } from './milestones.ts'
import type { RuleSet } from './ruleSets.ts'
import type { DevelopmentRuleCode } from './ruleTable.ts'
import { ruleSets } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'

/** `later` may not come before `earlier`; the same day will do. Judged by the rule set of the day of `later`. */
export interface OrderLimit {
  readonly code: DevelopmentRuleCode
  readonly severity: Severity
  readonly earlier: Milestone
  readonly later: Milestone
  readonly sets: readonly RuleSet[]
}

type MonthSetting = {
  readonly [K in keyof DevelopmentSettings]: DevelopmentSettings[K] extends number ? K : never
}[keyof DevelopmentSettings]

/** `to` is at least, or at most, so many months after `from` (of which the first with a date counts). */
export interface Interval {
  readonly code: DevelopmentRuleCode
  readonly severity: Severity
  readonly kind: 'least' | 'most'
  readonly from: readonly [Milestone, ...Milestone[]]
  readonly to: Milestone
  readonly months: MonthSetting
  /** Past this, worse than late. */
  readonly monthsMax: MonthSetting | null
  /** Yellow so many days before the last day. */
  readonly remindDays: MonthSetting | null
  readonly sets: readonly RuleSet[]
}

type OrderRow = readonly [Milestone, Milestone, DevelopmentRuleCode, Severity, RuleSet?]

const orderRows: readonly OrderRow[] = [
  ['appliedOn', 'talkedOn', 'STEP_ORDER', 'red'],
  ['talkedOn', 'activistOn', 'DEV-03', 'red'],
  ['appliedOn', 'activistOn', 'STEP_ORDER', 'red'],
  ['activistOn', 'activistFiledOn', 'DEV-03', 'red'],
  ['activistOn', 'contactsOn', 'STEP_ORDER', 'yellow'],
  ['contactsOn', 'nurturedOn', 'STEP_ORDER', 'yellow'],
  ['activistFiledOn', 'nurturedOn', 'STEP_ORDER', 'yellow'],
  ['nurturedOn', 'targetMeetingOn', 'STEP_ORDER', 'yellow'],
  ['activistFiledOn', 'targetMeetingOn', 'STEP_ORDER', 'red'],
  ['targetMeetingOn', 'targetAgreedOn', 'STEP_ORDER', 'red'],
  ['targetMeetingOn', 'publicityFrom', 'STEP_ORDER', 'yellow'],
  ['targetAgreedOn', 'publicityFrom', 'DEV-08', 'yellow', '2026'],
  ['publicityTo', 'targetAgreedOn', 'STEP_ORDER', 'yellow', '2014'],
  ['publicityFrom', 'publicityTo', 'STEP_ORDER', 'red'],
  ['publicityTo', 'targetOn', 'DEV-07', 'red'],
  ['targetAgreedOn', 'targetOn', 'STEP_ORDER', 'red'],
  ['targetOn', 'sponsorsOn', 'STEP_ORDER', 'yellow'],
  ['targetOn', 'politicalReviewOn', 'STEP_ORDER', 'yellow'],
  ['targetOn', 'trainingFrom', 'STEP_ORDER', 'yellow'],
  ['trainingFrom', 'trainingTo', 'STEP_ORDER', 'red'],
  ['sponsorsOn', 'committeeOn', 'STEP_ORDER', 'yellow'],
  ['politicalReviewOn', 'committeeOn', 'STEP_ORDER', 'yellow'],
  ['trainingTo', 'committeeOn', 'STEP_ORDER', 'yellow'],
  ['politicalReviewOn', 'preReviewOn', 'DEV-10', 'red'],
  ['trainingTo', 'preReviewOn', 'DEV-10', 'red'],
  ['targetOn', 'preReviewOn', 'STEP_ORDER', 'red'],
  ['committeeOn', 'preReviewOn', 'STEP_ORDER', 'red'],
  ['preReviewOn', 'formOn', 'STEP_ORDER', 'red'],
  ['formOn', 'meetingOn', 'STEP_ORDER', 'red'],
  ['preReviewOn', 'meetingOn', 'STEP_ORDER', 'red'],
  ['meetingOn', 'submittedOn', 'STEP_ORDER', 'red'],
  ['meetingOn', 'interviewOn', 'STEP_ORDER', 'red'],
  ['submittedOn', 'approvedOn', 'STEP_ORDER', 'red'],
  ['interviewOn', 'approvedOn', 'STEP_ORDER', 'red'],
  ['meetingOn', 'approvedOn', 'STEP_ORDER', 'red'],
  ['approvedOn', 'filedOn', 'STEP_ORDER', 'yellow'],
  ['approvedOn', 'assignedOn', 'STEP_ORDER', 'yellow'],
  ['approvedOn', 'oathOn', 'STEP_ORDER', 'red'],
  ['assignedOn', 'probationReviewedOn', 'STEP_ORDER', 'yellow'],
  ['approvedOn', 'regularApplyOn', 'STEP_ORDER', 'red'],
  ['filedOn', 'regularMeetingOn', 'STEP_ORDER', 'yellow'],
  ['oathOn', 'regularMeetingOn', 'STEP_ORDER', 'yellow'],
  ['probationReviewedOn', 'regularMeetingOn', 'STEP_ORDER', 'yellow'],
  ['regularApplyOn', 'regularMeetingOn', 'STEP_ORDER', 'red'],
  ['approvedOn', 'regularMeetingOn', 'STEP_ORDER', 'red'],
  ['regularMeetingOn', 'regularSubmittedOn', 'STEP_ORDER', 'red'],
  ['regularSubmittedOn', 'regularApprovedOn', 'STEP_ORDER', 'red'],
  ['regularMeetingOn', 'regularApprovedOn', 'STEP_ORDER', 'red'],
  ['regularApprovedOn', 'archivedOn', 'STEP_ORDER', 'yellow'],
]

/** What follows what, as the rule sets have it. */
export const orderLimits: readonly OrderLimit[] = orderRows.map(([earlier, later, code, severity, set]) => ({
  code,
  severity,
  earlier,
  later,
  sets: set === undefined ? ruleSets : [set],
}))

const plain = { severity: 'red', monthsMax: null, remindDays: null, sets: ruleSets } as const

/** How long a step may or must take. What hangs on the end of probation stands in probation.ts. */
export const intervals: readonly Interval[] = [
  { ...plain, code: 'DEV-02', kind: 'most', from: ['appliedOn'], to: 'talkedOn', months: 'dev.talkMonths' },
  {
    ...plain,
    code: 'DEV-06',
    severity: 'yellow',
    kind: 'least',
    from: ['activistOn'],
    to: 'nurturedOn',
    months: 'dev.nurtureMonths',
  },
  {
    ...plain,
    code: 'DEV-06',
    severity: 'yellow',
    kind: 'least',
    from: ['activistOn'],
    to: 'targetMeetingOn',
    months: 'dev.nurtureMonths',
  },
  {
    ...plain,
    code: 'DEV-06',
    kind: 'least',
    from: ['activistOn'],
    to: 'targetOn',
    months: 'dev.nurtureMonths',
  },
  {
    ...plain,
    code: 'DEV-11',
    kind: 'most',
    from: ['preReviewOn'],
    to: 'meetingOn',
    months: 'dev.meetingMonths',
    remindDays: 'dev.meetingRemindDays',
    sets: ['2026'],
  },
  {
    ...plain,
    code: 'DEV-12',
    kind: 'most',
    from: ['submittedOn', 'meetingOn'],
    to: 'approvedOn',
    months: 'dev.approvalMonths',
    monthsMax: 'dev.approvalMonthsMax',
  },
  {
    ...plain,
    code: 'OATH_LATE',
    severity: 'yellow',
    kind: 'most',
    from: ['approvedOn'],
    to: 'oathOn',
    months: 'dev.oathMonths',
    sets: ['2026'],
  },
  {
    ...plain,
    code: 'DEV-18',
    kind: 'most',
    from: ['regularSubmittedOn', 'regularMeetingOn'],
    to: 'regularApprovedOn',
    months: 'dev.approvalMonths',
  },
]
