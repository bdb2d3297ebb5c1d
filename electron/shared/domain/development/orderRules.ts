import { addMonths, daysBetween, firstDay, formatPartialDate, lastDay } from '../../lib/dates.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, isRunning, isSurelyBefore, lastDoneStep, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import { countedFromWords, intervalEnd, intervalStart } from './intervalDays.ts'
import { intervals, orderLimits } from './limits.ts'
import type { Interval } from './limits.ts'
import { labelOf, mainMilestone, milestones, stepOf } from './milestones.ts'
import type { StepNo } from './milestones.ts'
import { skippedSteps } from './sequence.ts'
import { stepTitle } from './steps.ts'

/** DEV-03, DEV-08, parts of DEV-07 and DEV-10, and the order of all other steps. */
export function orderJudgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  return orderLimits.flatMap(({ code, severity, earlier, later, sets }) => {
    const [from, to] = [facts.dates[earlier], facts.dates[later]]
    if (from === null || to === null) return []
    const set = setOf(later, facts, context)
    if (!sets.includes(set)) return []
    const isBroken = isSurelyBefore(to, from)
    const [first, second] = [labelOf(earlier), labelOf(later)]
    return [
      {
        code,
        step: stepOf(later),
        field: later,
        severity: isBroken ? severity : null,
        set,
        inputs: () => [dateInput(first, from), dateInput(second, to)],
        result: () =>
          isBroken
            ? `“${second}”（${formatPartialDate(to)}）早于“${first}”（${formatPartialDate(from)}），请核对日期`
            : `“${second}”（${formatPartialDate(to)}）不早于“${first}”（${formatPartialDate(from)}），符合`,
      },
    ]
  })
}

function leastJudgement(
  interval: Interval,
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const start = intervalStart(interval, facts)
  const done = facts.dates[interval.to]
  if (start === null || done === null) return []
  const months = context.settings[interval.months]
  const limit = addMonths(firstDay(start.on), months)
  const isBroken = lastDay(done) < limit
  const [from, to] = [labelOf(start.milestone), labelOf(interval.to)]
  return [
    {
      code: interval.code,
      step: stepOf(interval.to),
      field: interval.to,
      severity: isBroken ? interval.severity : null,
      set: setOf(interval.to, facts, context),
      inputs: () => [
        dateInput(from, start.on),
        dateInput(to, done),
        dateInput(`满 ${months} 个月之日`, limit),
      ],
      result: () => {
        const head = `“${to}”${formatPartialDate(done)}，“${from}”${formatPartialDate(start.on)}`
        const full = `满 ${months} 个月之日为${formatPartialDate(limit)}`
        return isBroken ? `${head}，${full}，不满 ${months} 个月` : `${head}，${full}，符合`
      },
    },
  ]
}

function mostJudgement(
  interval: Interval,
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const set = setOf(interval.to, facts, context)
  const start = intervalStart(interval, facts)
  const done = facts.dates[interval.to]
  const step = stepOf(interval.to)
  if (start === null || !interval.sets.includes(set)) return []
  if (done === null && (lastDoneStep(facts) >= step || !isRunning(facts))) return []
  const { settings, today } = context
  const effectiveFrom = settings['rules.dev.effectiveFrom2026']
  const limitAfter = (months: number) => intervalEnd(interval, lastDay(start.on), months, effectiveFrom)
  const limit = limitAfter(settings[interval.months])
  const at = done === null ? today : firstDay(done)
  const isLate = at > limit
  const isFarTooLate = interval.monthsMax !== null && at > limitAfter(settings[interval.monthsMax])
  const left = daysBetween(today, limit)
  const isNear = done === null && interval.remindDays !== null && left <= settings[interval.remindDays]
  const to = labelOf(interval.to)
  return [
    {
      code: interval.code,
      step,
      field: interval.to,
      severity: isLate ? interval.severity : isNear ? 'yellow' : null,
      set,
      inputs: () => [
        dateInput(labelOf(start.milestone), start.on),
        dateInput(to, done),
        dateInput('最后期限', limit),
      ],
      result: () => {
        const far = isFarTooLate ? '，超过最长时限' : ''
        const counted = countedFromWords(interval, lastDay(start.on), effectiveFrom)
        const last = `应在${formatPartialDate(limit)}前完成${counted === '' ? '' : `（${counted}）`}`
        if (done !== null) {
          const head = `“${to}”${formatPartialDate(done)}，${last}`
          return isLate ? `${head}，晚了 ${daysBetween(limit, at)} 天${far}` : `${head}，符合`
        }
        const head = `“${to}”${last}`
        if (isLate) return `${head}，已超过 ${daysBetween(limit, today)} 天${far}，请尽快办理并登记`
        return left === 0 ? `${head}，今天到期` : `${head}，还有 ${left} 天`
      },
    },
  ]
}

/** DEV-02, DEV-06, DEV-11, DEV-12, DEV-18 and the oath. */
export function intervalJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  return intervals.flatMap((interval) =>
    interval.kind === 'least'
      ? leastJudgement(interval, facts, context)
      : mostJudgement(interval, facts, context),
  )
}

// Without these an admission does not stand; the rest are papers that may merely be unrecorded.
const essential: ReadonlySet<StepNo> = new Set([1, 3, 7, 13, 15, 17, 23])

/** Steps without a date before one that has it, and dates that have not come yet. */
export function gapJudgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const last = lastDoneStep(facts)
  const missing = skippedSteps(facts.dates)
  const future = milestones.filter((key) => {
    const date = facts.dates[key]
    // As text a month or year comes before each of its days, so this is its first day.
    return date !== null && date > context.today
  })
  const [firstMissing, firstFuture] = [missing[0], future[0]]
  const title = (step: StepNo) => stepTitle(step, setOf(mainMilestone(step), facts, context))
  const judged: Judgement[] = []
  if (last > 0) {
    judged.push({
      code: 'STEP_MISSING',
      step: firstMissing ?? 1,
      field: mainMilestone(firstMissing ?? 1),
      severity: missing.some((step) => essential.has(step)) ? 'red' : missing.length > 0 ? 'yellow' : null,
      set: setOf(mainMilestone(firstMissing ?? 1), facts, context),
      inputs: () => [{ label: '已办到', value: `第${last}步` }],
      result: () =>
        missing.length === 0
          ? `已办到第${last}步，前面各步都有日期，符合`
          : `已办到第${last}步，没有登记日期的有：${missing.map(title).join('、')}；办过的请补登记，没有办的请说明原因`,
    })
  }
  if (firstFuture !== undefined) {
    judged.push({
      code: 'STEP_IN_FUTURE',
      step: stepOf(firstFuture),
      field: firstFuture,
      severity: 'red',
      set: setOf(firstFuture, facts, context),
      inputs: () => future.map((key) => dateInput(labelOf(key), facts.dates[key])),
      result: () => `${future.map((key) => `“${labelOf(key)}”`).join('、')}的日期晚于今天，请核对`,
    })
  }
  return judged
}
