import { addMonths, formatPartialDate, isDateOnly } from '../../lib/dates.ts'
import type { DateOnly, PartialDate } from '../../lib/dates.ts'
import type { DevelopmentFacts } from './facts.ts'
import type { Interval } from './limits.ts'
import type { Milestone } from './milestones.ts'
import { countedActivistOn } from './transfers.ts'

/** Where an interval starts in this file; a time that is not counted on after a transfer starts at the arrival. */
export function intervalStart(
  interval: Interval,
  facts: DevelopmentFacts,
): { readonly milestone: Milestone; readonly on: PartialDate } | null {
  const milestone = interval.from.find((key) => facts.dates[key] !== null)
  const on = milestone === undefined ? null : facts.dates[milestone]
  if (milestone === undefined || on === null) return null
  return { milestone, on: milestone === 'activistOn' ? (countedActivistOn(facts) ?? on) : on }
}

/** A limit only the new rules have does not run before they do. */
function runsFromRules(
  { sets }: Interval,
  start: DateOnly,
  effectiveFrom: string,
): effectiveFrom is DateOnly {
  return !sets.includes('2014') && start < effectiveFrom && isDateOnly(effectiveFrom)
}

/** From when a limit counts, where that is not the day it would seem to; empty elsewhere. */
export function countedFromWords(interval: Interval, start: DateOnly, effectiveFrom: string): string {
  return runsFromRules(interval, start, effectiveFrom)
    ? `${formatPartialDate(effectiveFrom)}新规施行以前没有这项时限，从施行之日起算`
    : ''
}

/** The last day of a `most` interval. */
export function intervalEnd(
  interval: Interval,
  start: DateOnly,
  months: number,
  effectiveFrom: string,
): DateOnly {
  return addMonths(runsFromRules(interval, start, effectiveFrom) ? effectiveFrom : start, months)
}
