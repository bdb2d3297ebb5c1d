import { addDays, addMonths, daysBetween, firstDay, formatPartialDate, lastDay } from '../../lib/dates.ts'
import type { DateOnly, PartialDate } from '../../lib/dates.ts'
import type { Severity } from '../finding.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, isRunning, lastDoneStep, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import { probationOf } from './probation.ts'
import type { Probation } from './probation.ts'
import { extensionJudgement, regularDateJudgement } from './regularRules.ts'

/** The last day to discuss 转正: so many days after the end, or as long as it was put off (DEV-21). */
export function regularMeetingDue(
  facts: Pick<DevelopmentFacts, 'arrival'>,
  { end }: Probation,
  settings: DevelopmentContext['settings'],
): DateOnly {
  const delay = facts.arrival?.kind === 'probationer' ? facts.arrival.delayMonths : null
  const days = settings['dev.regularMeetingDays']
  return addDays(delay === null ? end : addMonths(end, delay), days)
}

/** DEV-15, step 22: blue before the end while nothing is handed in, orange on the day, red after it. */
function applicationJudgement(
  facts: DevelopmentFacts,
  { end }: Probation,
  context: DevelopmentContext,
): readonly Judgement[] {
  if (facts.dates.regularApplyOn !== null || lastDoneStep(facts) >= 22 || !isRunning(facts)) return []
  const { today, settings } = context
  const left = daysBetween(today, end)
  const severity: Severity | null =
    left < 0 ? 'red' : left === 0 ? 'orange' : left <= settings['dev.convertApplyLeadDays'] ? 'blue' : null
  return [
    {
      code: 'DEV-15',
      step: 22,
      field: 'regularApplyOn',
      severity,
      set: setOf('regularApplyOn', facts, context),
      inputs: () => [dateInput('支部大会通过', facts.dates.meetingOn), dateInput('预备期满', end)],
      result: () => {
        const day = formatPartialDate(end)
        if (left < 0) return `预备期${day}已满，过了 ${-left} 天，还没有收到转正申请书`
        return left === 0
          ? `预备期今天（${day}）满，还没有收到转正申请书`
          : `预备期${day}满，还有 ${left} 天，请提醒本人提出转正申请`
      },
    },
  ]
}

/** DEV-15, step 23: orange from the end on, red when nobody has met so many days after the end. */
function meetingJudgement(
  facts: DevelopmentFacts,
  probation: Probation,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { regularMeetingOn, regularApplyOn, meetingOn } = facts.dates
  if (regularMeetingOn === null && (lastDoneStep(facts) >= 23 || !isRunning(facts))) return []
  const { today, settings } = context
  const { end } = probation
  const due = regularMeetingDue(facts, probation, settings)
  const isSoon = regularApplyOn !== null && today >= addDays(end, -settings['dev.convertApplyLeadDays'])
  const open: Severity | null = today > due ? 'red' : today >= end ? 'orange' : isSoon ? 'blue' : null
  const isLate = regularMeetingOn !== null && firstDay(regularMeetingOn) > due
  return [
    {
      code: 'DEV-15',
      step: 23,
      field: 'regularMeetingOn',
      severity: regularMeetingOn === null ? open : isLate ? 'yellow' : null,
      set: setOf('regularMeetingOn', facts, context),
      inputs: () => [
        dateInput('支部大会通过', meetingOn),
        dateInput('预备期满', end),
        dateInput('讨论转正最迟', due),
      ],
      result: () => {
        const [day, last] = [formatPartialDate(end), formatPartialDate(due)]
        if (regularMeetingOn !== null) {
          const held = `${formatPartialDate(regularMeetingOn)}讨论转正`
          return isLate
            ? `预备期${day}满，${held}，晚于${last}`
            : `预备期${day}满，${held}，不晚于${last}，符合`
        }
        if (today > due)
          return `预备期${day}已满，${last}前应开会讨论转正，已超过 ${daysBetween(due, today)} 天`
        if (today >= end) return `预备期${day}已满，请在${last}前开会讨论转正`
        return `预备期${day}满，还有 ${daysBetween(today, end)} 天，期满后开会讨论转正`
      },
    },
  ]
}

/** DEV-16: neither the meeting on 转正 nor that on an extension may come before the end it is about. */
function earlyJudgements(
  facts: DevelopmentFacts,
  { originalEnd, end }: Probation,
  context: DevelopmentContext,
): readonly Judgement[] {
  const meetings: readonly {
    readonly on: PartialDate | null
    readonly end: DateOnly
    readonly what: string
  }[] = [
    { on: facts.dates.regularMeetingOn, end, what: '讨论转正' },
    ...facts.extensions
      .slice(0, 1)
      .map(({ decidedOn }) => ({ on: decidedOn, end: originalEnd, what: '讨论延长预备期' })),
  ]
  return meetings.flatMap(({ on, end, what }, index) => {
    if (on === null) return []
    const isEarly = lastDay(on) < end
    const text = `${formatPartialDate(on)}${what}`
    return [
      {
        code: 'DEV-16' as const,
        step: 23 as const,
        field: index === 0 ? ('regularMeetingOn' as const) : ('extensions' as const),
        severity: isEarly ? ('red' as const) : null,
        set: setOf('regularMeetingOn', facts, context),
        inputs: () => [dateInput('预备期满', end), dateInput(what, on)],
        result: () =>
          isEarly
            ? `${text}，早于预备期满之日${formatPartialDate(end)}，不得提前`
            : `${text}，不早于预备期满之日${formatPartialDate(end)}，符合`,
      },
    ]
  })
}

/** DEV-15, DEV-16, DEV-17, DEV-19. Somebody not yet approved has no probation to watch. */
export function probationJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const probation = probationOf(facts, context.settings)
  if (probation === null) return extensionJudgement(facts, context)
  const isProbationer = lastDoneStep(facts) >= 17
  return [
    ...(isProbationer ? applicationJudgement(facts, probation, context) : []),
    ...(isProbationer ? meetingJudgement(facts, probation, context) : []),
    ...earlyJudgements(facts, probation, context),
    ...extensionJudgement(facts, context),
    ...regularDateJudgement(facts, probation, context),
  ]
}
