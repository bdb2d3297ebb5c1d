import { addMonths, firstDay, lastDay } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { isRunning, lastDoneStep, setOf } from './judgement.ts'
import { intervals } from './limits.ts'
import { stepOf } from './milestones.ts'
import type { StepNo } from './milestones.ts'
import { intervalEnd, intervalStart } from './intervalDays.ts'
import { probationOf } from './probation.ts'
import { activistPeriods, probationPeriods } from './reviews.ts'
import type { ReviewPeriod } from './reviews.ts'
import type { DevelopmentRuleCode } from './ruleTable.ts'
import { countedActivistOn } from './transfers.ts'

/** A day that comes for a file: the last one to do a step, or (`opens`) the first on which it can be done. */
export interface Deadline {
  readonly code: DevelopmentRuleCode
  readonly step: StepNo
  readonly kind: 'due' | 'opens'
  readonly on: DateOnly
}

function intervalDeadlines(facts: DevelopmentFacts, context: DevelopmentContext): readonly Deadline[] {
  const last = lastDoneStep(facts)
  const { settings } = context
  return intervals.flatMap((interval) => {
    const { code, kind, to, sets } = interval
    const step = stepOf(to)
    const start = intervalStart(interval, facts)
    const isAsked =
      kind === 'most' && facts.dates[to] === null && last < step && sets.includes(setOf(to, facts, context))
    if (start === null || !isAsked) return []
    const effectiveFrom = settings['rules.dev.effectiveFrom2026']
    const on = intervalEnd(interval, lastDay(start.on), settings[interval.months], effectiveFrom)
    return [{ code, step, kind: 'due', on }]
  })
}

function reviewDeadlines(
  code: 'DEV-05' | 'PROBATION_REVIEW',
  step: StepNo,
  periods: readonly ReviewPeriod[] | null,
): readonly Deadline[] {
  const open = periods?.find(({ state }) => state === 'open')
  return open === undefined ? [] : [{ code, step, kind: 'due', on: open.to }]
}

/** What is due for a file and when, for lists of a week or a month; cheaper than a plan. Past days are findings already. */
export function developmentDeadlines(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Deadline[] {
  if (!isRunning(facts)) return []
  const { settings } = context
  const last = lastDoneStep(facts)
  const activistOn = countedActivistOn(facts)
  const { publicityTo, targetOn } = facts.dates
  const probation = probationOf(facts, settings)
  const found: Deadline[] = [
    ...intervalDeadlines(facts, context),
    ...reviewDeadlines('DEV-05', 6, activistPeriods(facts, context)),
    ...reviewDeadlines('PROBATION_REVIEW', 21, probationPeriods(facts, context)),
  ]
  if (activistOn !== null && last < 7) {
    found.push({
      code: 'DEV-06',
      step: 7,
      kind: 'opens',
      on: addMonths(firstDay(activistOn), settings['dev.nurtureMonths']),
    })
  }
  if (publicityTo !== null && targetOn === null && last < 9) {
    found.push({ code: 'DEV-07', step: 7, kind: 'opens', on: lastDay(publicityTo) })
  }
  if (probation !== null && last >= 17 && last < 23) {
    found.push({ code: 'DEV-15', step: last < 22 ? 22 : 23, kind: 'due', on: probation.end })
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.step - b.step))
}
