import { takeAction } from '#shared/domain/development/actions.ts'
import {
  type ApprovedMilestone,
  type Course,
  recordRefusals,
  refusal,
  type Refusals,
  type VotedMilestone,
} from '#shared/domain/development/course.ts'
import type { ActingBody } from '#shared/domain/development/facts.ts'
import { labelOf, type Milestone } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import type { DevelopmentSettings } from '#shared/domain/development/settings.ts'
import type { Ballot } from '#shared/domain/development/votes.ts'
import { type DateOnly, isDateOnly, lastDay, type PartialDate } from '#shared/lib/dates.ts'

export function isVoted(milestone: Milestone): milestone is VotedMilestone {
  return milestone === 'meetingOn' || milestone === 'regularMeetingOn'
}

/** 步骤 13, 17, 24: done by a committee with the right to (DEV-50 to DEV-52). */
export function isApproved(milestone: Milestone): milestone is ApprovedMilestone {
  return milestone === 'preReviewOn' || milestone === 'approvedOn' || milestone === 'regularApprovedOn'
}

/** A day known to the month or year is past history: nobody knows more of it. Of what is done now the day is known. */
export function isPastHistory(on: PartialDate, today: DateOnly): boolean {
  return !isDateOnly(on) && lastDay(on) < today
}

/** Kept with what is recorded so without anybody having written a reason. */
export const pastHistoryReason = '按历史材料补录，原件日期只到年、月'

/** The latest day a date can mean: only what all its days contradict is refused. */
export function latestDay(on: PartialDate, today: DateOnly): DateOnly {
  const last = lastDay(on)
  return last > today ? today : last
}

interface WantedStep {
  readonly milestone: Milestone
  readonly on: PartialDate
  readonly ballot: Ballot | null
  readonly body: ActingBody | null
}

/** Why a step cannot be recorded so, by the rules of the day; empty when it can. */
export function stepRefusals(
  course: Course,
  { milestone, on, ballot, body }: WantedStep,
  settings: DevelopmentSettings,
  today: DateOnly,
): Refusals {
  const day = latestDay(on, today)
  const set = ruleSetOn(day, settings)
  const missing = (code: 'VOTE-ADMISSION' | 'DEV-50' | 'DEV-52', message: string) => [
    ...recordRefusals(course, milestone, day, settings),
    refusal(code, milestone, set, message),
  ]
  if (isVoted(milestone)) {
    if (ballot === null)
      return missing('VOTE-ADMISSION', `“${labelOf(milestone)}”须无记名投票，请登记表决票数`)
    return takeAction(course, { kind: 'vote', milestone, on: day, ballot }, settings).refusals
  }
  if (isApproved(milestone)) {
    const code = milestone === 'approvedOn' ? 'DEV-50' : 'DEV-52'
    if (body === null) return missing(code, `请登记办理“${labelOf(milestone)}”的党委`)
    return takeAction(course, { kind: 'approve', milestone, on: day, body }, settings).refusals
  }
  return takeAction(course, { kind: 'record', milestone, on: day }, settings).refusals
}
