import { courseStateLabels } from '../../labels/development.ts'
import { formatPartialDate } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import { approvalAct } from './approvalRights.ts'
import type { ActingBody, Extension } from './facts.ts'
import { isSurelyBefore } from './judgement.ts'
import type { DevelopmentFinding } from './judgement.ts'
import { orderLimits } from './limits.ts'
import { labelOf, noDates, stepOf } from './milestones.ts'
import type { Milestone, MilestoneDates } from './milestones.ts'
import { ruleSetOn } from './ruleSets.ts'
import type { RuleSet } from './ruleSets.ts'
import { ruleBasis } from './ruleTable.ts'
import type { DevelopmentRuleCode } from './ruleTable.ts'
import type { DevelopmentSettings } from './settings.ts'
import { stateAfter, statesOfStep } from './states.ts'
import type { CourseState } from './states.ts'
import { voteResult } from './votes.ts'
import type { Ballot } from './votes.ts'

/** A file on its way: where it stands, and the dates that still count. */
export interface Course {
  readonly state: CourseState
  readonly dates: MilestoneDates
  readonly extensions: readonly Extension[]
}

export const newCourse: Course = { state: 'applicant', dates: noDates, extensions: [] }

/** Why an action cannot be taken, each a `block` finding; empty when it can. Old files are recorded as they are, not by actions. */
export type Refusals = readonly DevelopmentFinding[]

export interface Taken {
  readonly course: Course
  readonly refusals: Refusals
}

export function refusal(
  code: DevelopmentRuleCode,
  milestone: Milestone,
  set: RuleSet,
  message: string,
): DevelopmentFinding {
  return {
    code,
    severity: 'block',
    message,
    basis: ruleBasis(code, set),
    field: milestone,
    step: stepOf(milestone),
  }
}

/** Voted on by the branch meeting. */
export type VotedMilestone = 'meetingOn' | 'regularMeetingOn'

/** Done by a committee that has the right to. */
export type ApprovedMilestone = 'preReviewOn' | 'approvedOn' | 'regularApprovedOn'

export type PlainMilestone = Exclude<Milestone, VotedMilestone | ApprovedMilestone>

const optional: ReadonlySet<Milestone> = new Set(['submittedOn', 'regularSubmittedOn'])

// Under the 细则 of 2014 a 公示 was local practice: without one DEV-07 asks, nothing is forbidden.
function isOptional(earlier: Milestone, set: RuleSet): boolean {
  return optional.has(earlier) || (set === '2014' && earlier === 'publicityTo')
}

/** What must be there before, and not be later. */
export function requirements(milestone: Milestone, set: RuleSet): readonly Milestone[] {
  return orderLimits
    .filter(({ later, sets }) => later === milestone && sets.includes(set))
    .map(({ earlier }) => earlier)
}

/** Whether a milestone may be recorded on a day: its state, what comes before, and that it is new. */
export function recordRefusals(
  course: Course,
  milestone: Milestone,
  on: DateOnly,
  settings: DevelopmentSettings,
): Refusals {
  const set = ruleSetOn(on, settings)
  const label = labelOf(milestone)
  const found: DevelopmentFinding[] = []
  if (!statesOfStep(stepOf(milestone)).includes(course.state)) {
    found.push(
      refusal(
        'STEP_ORDER',
        milestone,
        set,
        `现在的阶段（${courseStateLabels[course.state]}）不办理“${label}”`,
      ),
    )
  }
  if (course.dates[milestone] !== null) {
    found.push(refusal('STEP_ORDER', milestone, set, `“${label}”已经登记`))
  }
  for (const earlier of requirements(milestone, set)) {
    const before = course.dates[earlier]
    if (before === null && !isOptional(earlier, set)) {
      found.push(
        refusal('STEP_MISSING', milestone, set, `还没有办理“${labelOf(earlier)}”，不能办理“${label}”`),
      )
    }
    if (before !== null && isSurelyBefore(on, before)) {
      const message = `“${label}”不能早于“${labelOf(earlier)}”（${formatPartialDate(before)}）`
      found.push(refusal('STEP_ORDER', milestone, set, message))
    }
  }
  for (const { later, sets } of orderLimits.filter(({ earlier }) => earlier === milestone)) {
    const after = course.dates[later]
    if (after === null || !sets.includes(ruleSetOn(after, settings)) || !isSurelyBefore(after, on)) continue
    const message = `“${label}”不能晚于“${labelOf(later)}”（${formatPartialDate(after)}）`
    found.push(refusal('STEP_ORDER', milestone, set, message))
  }
  return found
}

/** The meeting could be held and the resolution passed. */
export function voteRefusals(milestone: VotedMilestone, ballot: Ballot, set: RuleSet): Refusals {
  const { meeting, vote } = voteResult(ballot)
  if (!meeting.isMet) return [refusal('MEETING-ADMISSION', milestone, set, meeting.explanation.result)]
  return vote.isMet ? [] : [refusal('VOTE-ADMISSION', milestone, set, vote.explanation.result)]
}

/** DEV-50 to DEV-52. */
export function bodyRefusals(milestone: ApprovedMilestone, body: ActingBody, set: RuleSet): Refusals {
  if (approvalAct(body) === 'approve') return []
  const code = milestone === 'approvedOn' ? 'DEV-50' : 'DEV-52'
  const message = `“${body.name}”没有审批预备党员的权限，不能办理“${labelOf(milestone)}”；社区党委、党总支只能审议上报`
  return [refusal(code, milestone, set, message)]
}

/** The course after a milestone was recorded. */
export function withMilestone(course: Course, milestone: Milestone, on: DateOnly): Course {
  const dates = { ...course.dates, [milestone]: on }
  // 步骤 3 and 4 make an activist together; who was extended stays so until 转正.
  return { ...course, dates, state: stateAfter(milestone) ?? course.state }
}
