import { addDays, addMonths, addYears, daysBetween, firstDay, lastDay } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import { nthWorkingDay } from '../workingDays.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { setOf } from './judgement.ts'
import { intervals, orderLimits } from './limits.ts'
import { labelOf } from './milestones.ts'
import type { Milestone } from './milestones.ts'
import { countedFromWords, intervalEnd, intervalStart } from './intervalDays.ts'
import { probationOf } from './probation.ts'
import { regularMeetingDue } from './probationRules.ts'

/**
 * One limit between two dates. `after`: `to` is not before `bound(from)`; `within`: `to` is not after it. `bound` never
 * falls as its day rises. `words` complete “最早/最晚…：”.
 */
export interface PlanEdge {
  readonly kind: 'after' | 'within'
  readonly from: Milestone
  readonly to: Milestone
  readonly bound: (day: DateOnly) => DateOnly
  readonly words: string
}

// Bounds move by about the same number of days wherever they start, so the answer is a few days from the first guess.
function guess(bound: PlanEdge['bound'], limit: DateOnly): DateOnly {
  return addDays(limit, -daysBetween(limit, bound(limit)))
}

/** The latest day whose bound is not after `limit`. */
export function latestWithin(bound: PlanEdge['bound'], limit: DateOnly): DateOnly {
  let day = guess(bound, limit)
  while (bound(day) > limit) day = addDays(day, -1)
  while (bound(addDays(day, 1)) <= limit) day = addDays(day, 1)
  return day
}

/** The earliest day whose bound is not before `limit`. */
export function earliestWithin(bound: PlanEdge['bound'], limit: DateOnly): DateOnly {
  let day = guess(bound, limit)
  while (bound(day) < limit) day = addDays(day, 1)
  while (bound(addDays(day, -1)) >= limit) day = addDays(day, -1)
  return day
}

function orderEdges(facts: DevelopmentFacts, context: DevelopmentContext): readonly PlanEdge[] {
  return orderLimits
    .filter(({ later, sets }) => sets.includes(setOf(later, facts, context)))
    .map(({ earlier, later }) => ({
      kind: 'after',
      from: earlier,
      to: later,
      bound: (day) => day,
      words: `“${labelOf(later)}”不早于“${labelOf(earlier)}”`,
    }))
}

function intervalEdges(facts: DevelopmentFacts, context: DevelopmentContext): readonly PlanEdge[] {
  const { settings } = context
  const effectiveFrom = settings['rules.dev.effectiveFrom2026']
  return intervals
    .filter(({ to, sets }) => sets.includes(setOf(to, facts, context)))
    .flatMap((interval) => {
      const { kind, to } = interval
      const months = settings[interval.months]
      const start = intervalStart(interval, facts)
      // Where a resolution's sending is not recorded the time counts from the meeting: keep to both.
      const sources =
        start === null ? interval.from : interval.from.slice(0, interval.from.indexOf(start.milestone) + 1)
      // Somebody who came from elsewhere may be counted from a later day than the date that stands.
      const counted = start?.milestone === 'activistOn' ? firstDay(start.on) : null
      return sources.map((from): PlanEdge => {
        const least = (day: DateOnly) => addMonths(counted ?? day, months)
        const most = (day: DateOnly) => intervalEnd(interval, day, months, effectiveFrom)
        const done = facts.dates[from]
        const from2026 = done === null ? '' : countedFromWords(interval, lastDay(done), effectiveFrom)
        const words =
          from2026 === ''
            ? `“${labelOf(from)}”后 ${months} 个月${kind === 'least' ? '以上' : '以内'}`
            : `“${labelOf(from)}”后 ${months} 个月以内；${from2026}`
        return {
          kind: kind === 'least' ? 'after' : 'within',
          from,
          to,
          bound: kind === 'least' ? least : most,
          words,
        }
      })
    })
}

function publicityEdges({ calendar, settings }: DevelopmentContext): readonly PlanEdge[] {
  const days = settings['dev.publicityWorkingDays']
  const isStartCounted = settings['dev.publicityCountStart']
  const trainingDays = settings['dev.trainingDaysMin']
  return [
    {
      kind: 'after',
      from: 'publicityFrom',
      to: 'publicityTo',
      bound: (day) => nthWorkingDay(day, days, calendar, isStartCounted),
      words: `公示不少于 ${days} 个工作日`,
    },
    {
      kind: 'after',
      from: 'trainingFrom',
      to: 'trainingTo',
      bound: (day) => addDays(day, trainingDays - 1),
      words: `集中培训不少于 ${trainingDays} 天`,
    },
  ]
}

function probationEdges(facts: DevelopmentFacts, { settings }: DevelopmentContext): readonly PlanEdge[] {
  const lead = settings['dev.convertApplyLeadDays']
  const probationFrom = (day: DateOnly) => {
    const probation = probationOf({ dates: { meetingOn: day }, extensions: facts.extensions }, settings)
    if (probation === null) throw new Error('a probation without its meeting')
    return probation
  }
  const words = facts.extensions.length > 0 ? '延长的预备期满' : '预备期满'
  return [
    {
      kind: 'after',
      from: 'meetingOn',
      to: 'regularApplyOn',
      bound: (day) => addDays(probationFrom(day).end, -lead),
      words: `${words}前 ${lead} 天起提出转正申请`,
    },
    {
      kind: 'after',
      from: 'meetingOn',
      to: 'regularMeetingOn',
      bound: (day) => probationFrom(day).end,
      words: `${words}才能讨论转正`,
    },
    {
      kind: 'within',
      from: 'meetingOn',
      to: 'regularMeetingOn',
      bound: (day) => regularMeetingDue(facts, probationFrom(day), settings),
      words: `${words}后及时讨论转正`,
    },
  ]
}

/** Every limit that holds for the dates of a file, in the order of work. */
export function planEdges(facts: DevelopmentFacts, context: DevelopmentContext): readonly PlanEdge[] {
  return [
    ...orderEdges(facts, context),
    ...intervalEdges(facts, context),
    ...publicityEdges(context),
    ...probationEdges(facts, context),
  ]
}

/** The first day somebody may apply. */
export function applicationFrom(facts: DevelopmentFacts, { settings }: DevelopmentContext): DateOnly | null {
  if (facts.birthDate === null) return null
  return addYears(firstDay(facts.birthDate), settings['dev.applyAgeMin'])
}
