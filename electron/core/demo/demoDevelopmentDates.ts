import {
  type Milestone,
  milestones,
  noDates,
  type MilestoneDates,
} from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { nthWorkingDay, type WorkCalendar } from '#shared/domain/workingDays.ts'
import { addDays, addMonths, type DateOnly, daysBetween } from '#shared/lib/dates.ts'
import type { Random } from './random.ts'

type Days = { readonly [K in Milestone]: DateOnly }

/** A file kept as the book says, from the day of the application; each person takes a little longer or shorter. */
function daysFrom(
  appliedOn: DateOnly,
  random: Random,
  calendar: WorkCalendar,
  heldOn: DateOnly | null = null,
): Days {
  const later = (date: DateOnly, least: number, spread: number) => addDays(date, least + random.below(spread))
  const activistOn = later(appliedOn, 90, 90)
  const activistFiledOn = later(activistOn, 5, 10)
  const nurturedOn = later(addMonths(activistOn, 12), 1, 10)
  const targetMeetingOn = later(nurturedOn, 2, 10)
  // 2026: agreed, then made public; before: made public, then filed.
  const isNew = ruleSetOn(targetMeetingOn, defaultRuleSettings) === '2026'
  const agreedFirst = later(targetMeetingOn, 4, 8)
  const publicityFrom = later(agreedFirst, 1, 5)
  const publicityTo = nthWorkingDay(publicityFrom, 6, calendar, true)
  const targetAgreedOn = isNew ? agreedFirst : later(publicityTo, 1, 4)
  const targetOn = later(isNew ? publicityTo : targetAgreedOn, 1, 3)
  const politicalReviewOn = later(targetOn, 10, 15)
  const trainingFrom = later(targetOn, 26, 5)
  const trainingTo = addDays(trainingFrom, 3)
  const committeeOn = later(trainingTo, 4, 6)
  const preReviewOn = later(committeeOn, 6, 8)
  const meetingOn = heldOn ?? later(preReviewOn, 12, 12)
  const approvedOn = later(meetingOn, 25, 30)
  const regularMeetingOn = later(addMonths(meetingOn, 12), 2, 10)
  return {
    appliedOn,
    talkedOn: later(appliedOn, 7, 20),
    activistOn,
    activistFiledOn,
    contactsOn: activistOn,
    nurturedOn,
    targetMeetingOn,
    targetAgreedOn,
    publicityFrom,
    publicityTo,
    targetOn,
    sponsorsOn: addDays(targetOn, 2),
    politicalReviewOn,
    trainingFrom,
    trainingTo,
    committeeOn,
    preReviewOn,
    formOn: later(preReviewOn, 3, 6),
    meetingOn,
    submittedOn: addDays(meetingOn, 3),
    interviewOn: addDays(meetingOn, 14),
    approvedOn,
    filedOn: addDays(approvedOn, 8),
    assignedOn: addDays(approvedOn, 3),
    oathOn: later(approvedOn, 8, 16),
    probationReviewedOn: addMonths(meetingOn, 12),
    regularApplyOn: addDays(addMonths(meetingOn, 12), -12),
    regularMeetingOn,
    regularSubmittedOn: addDays(regularMeetingOn, 3),
    regularApprovedOn: later(regularMeetingOn, 20, 30),
    archivedOn: later(regularMeetingOn, 60, 20),
  }
}

/** As far as it has come by `until`. */
function cut(days: Days, until: DateOnly): MilestoneDates {
  const done = milestones.filter((key) => days[key] <= until).map((key) => [key, days[key]])
  return { ...noDates, ...Object.fromEntries(done) }
}

export function demoDatesFrom(
  appliedOn: DateOnly,
  today: DateOnly,
  random: Random,
  calendar: WorkCalendar,
): MilestoneDates {
  return cut(daysFrom(appliedOn, random, calendar), today)
}

/** Of somebody who joined on a known day: what came before leads up to it, what comes after follows from it. */
export function demoDatesTo(
  meetingOn: DateOnly,
  today: DateOnly,
  random: Random,
  calendar: WorkCalendar,
): MilestoneDates {
  for (let tries = 0; tries < 40; tries += 1) {
    const natural = daysFrom(addMonths(meetingOn, -22), random, calendar)
    const shifted = addDays(natural.appliedOn, daysBetween(natural.meetingOn, meetingOn))
    const days = daysFrom(shifted, random, calendar, meetingOn)
    if (days.formOn <= meetingOn && meetingOn <= addMonths(days.preReviewOn, 1)) return cut(days, today)
  }
  return noDates
}
