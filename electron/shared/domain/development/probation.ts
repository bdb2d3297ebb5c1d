import { addDays, addMonths, firstDay } from '../../lib/dates.ts'
import type { DateOnly, PartialDate } from '../../lib/dates.ts'
import { partialDate } from '../../lib/dates.ts'
import type { DevelopmentFacts, Extension } from './facts.ts'
import type { MilestoneDates } from './milestones.ts'
import type { DevelopmentSettings } from './settings.ts'

/** 预备期. The last day of probation is the day before 转正. */
export interface Probation {
  /** The branch meeting's day: 入党日期. */
  readonly from: DateOnly
  /** 预备期满之日 without any extension. */
  readonly originalEnd: DateOnly
  /** 预备期满之日 as it stands: 转正日期, whatever the day of the meeting or the approval (DEV-19). */
  readonly end: DateOnly
}

interface ProbationFacts {
  readonly dates: Pick<MilestoneDates, 'meetingOn'>
  readonly extensions: readonly Extension[]
}

/** Null without a meeting. Only the first extension counts (DEV-17), from the original end. */
export function probationOf(facts: ProbationFacts, settings: DevelopmentSettings): Probation | null {
  const { meetingOn } = facts.dates
  if (meetingOn === null) return null
  const from = firstDay(meetingOn)
  const originalEnd = addMonths(from, settings['dev.probationMonths'])
  const extension = facts.extensions[0]
  return { from, originalEnd, end: extension ? addMonths(originalEnd, extension.months) : originalEnd }
}

/** What papers print as the last day: the day before 转正 by default (2026年6月10日至2027年6月9日). */
export function shownProbationEnd(probation: Probation, settings: DevelopmentSettings): DateOnly {
  return settings['dev.probationEndDayBefore'] ? addDays(probation.end, -1) : probation.end
}

/** 转正日期 to the precision the meeting's date has; null while there is no meeting. */
export function regularOn(facts: ProbationFacts, settings: DevelopmentSettings): PartialDate | null {
  const probation = probationOf(facts, settings)
  if (probation === null || facts.dates.meetingOn === null) return null
  return partialDate(probation.end.slice(0, facts.dates.meetingOn.length))
}

/** What the roster holds of somebody: nothing before approval, though membership then counts from the meeting. */
export interface RosterEntry {
  readonly personType: '1' | '2'
  readonly joinedOn: PartialDate
  readonly regularOn: PartialDate | null
}

export function rosterEntry(
  facts: Pick<DevelopmentFacts, 'dates' | 'extensions'>,
  settings: DevelopmentSettings,
): RosterEntry | null {
  const { meetingOn, approvedOn, regularApprovedOn } = facts.dates
  if (meetingOn === null || approvedOn === null) return null
  if (regularApprovedOn === null) return { personType: '2', joinedOn: meetingOn, regularOn: null }
  return { personType: '1', joinedOn: meetingOn, regularOn: regularOn(facts, settings) }
}
