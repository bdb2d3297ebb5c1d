import { formatPartialDate, partialDate, sameAtCommonPrecision } from '../../lib/dates.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import type { Probation } from './probation.ts'

/** DEV-17. */
export function extensionJudgement(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { extensions } = facts
  if (extensions.length === 0) return []
  const { settings } = context
  const [least, most] = [settings['dev.extensionMonthsMin'], settings['dev.extensionMonthsMax']]
  const isTwice = extensions.length > 1
  const wrong = extensions.filter(({ months }) => months < least || months > most)
  return [
    {
      code: 'DEV-17',
      step: 23,
      field: 'extensions',
      severity: isTwice ? 'block' : wrong.length > 0 ? 'red' : null,
      set: setOf('regularMeetingOn', facts, context),
      inputs: () =>
        extensions.map(({ decidedOn, months }, n) => ({
          label: `第 ${n + 1} 次延长`,
          value: `${formatPartialDate(decidedOn)}，${months} 个月`,
        })),
      result: () => {
        const problems = [
          ...(isTwice ? [`预备期已延长 ${extensions.length} 次，只能延长一次`] : []),
          ...wrong.map(({ months }) => `延长 ${months} 个月，应不少于 ${least} 个月、不超过 ${most} 个月`),
        ]
        return problems.length > 0
          ? problems.join('；')
          : `延长一次，${extensions[0]?.months ?? 0} 个月，符合`
      },
    },
  ]
}

/** DEV-19: the roster's 转正日期 against the end of probation, at the precision both have. */
export function regularDateJudgement(
  facts: DevelopmentFacts,
  { end }: Probation,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { meetingOn, regularApprovedOn } = facts.dates
  if (meetingOn === null || regularApprovedOn === null) return []
  const due = partialDate(end.slice(0, meetingOn.length))
  const actual = facts.rosterRegularOn
  const isWrong = actual !== null && !sameAtCommonPrecision(actual, due)
  return [
    {
      code: 'DEV-19',
      step: 24,
      field: 'rosterRegularOn',
      severity: isWrong ? 'red' : null,
      set: setOf('regularApprovedOn', facts, context),
      inputs: () => [dateInput('预备期满', due), dateInput('花名册转正日期', actual)],
      result: () =>
        isWrong
          ? `转正日期应为预备期满之日${formatPartialDate(due)}，花名册登记为${formatPartialDate(actual)}`
          : `转正日期为预备期满之日${formatPartialDate(due)}，符合`,
    },
  ]
}
