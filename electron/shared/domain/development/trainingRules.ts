import { makeFinding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { daysBetween, precisionOf, firstDay } from '../../lib/dates.ts'
import type { PartialDate } from '../../lib/dates.ts'
import type { TrainingKind } from './records.ts'
import { citeArticles, ruleSetOn } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'

interface TrainingClassFacts {
  readonly kind: TrainingKind
  readonly fromOn: PartialDate
  readonly toOn: PartialDate
  readonly days: number | null
  readonly hours: number | null
}

/** DEV-09 of a class as a whole, before anybody's file rests on it: three days or twenty-four hours, of 发展对象. */
export function trainingClassFindings(
  facts: TrainingClassFacts,
  settings: DevelopmentSettings,
): readonly Finding[] {
  const { kind, fromOn, toOn, days, hours } = facts
  const basis = citeArticles(ruleSetOn(toOn, settings), [17])
  const [leastDays, leastHours] = [settings['dev.trainingDaysMin'], settings['dev.trainingHoursMin']]
  const found: Finding[] = []
  if (
    kind === 'target' &&
    (days !== null || hours !== null) &&
    (days ?? 0) < leastDays &&
    (hours ?? 0) < leastHours
  )
    found.push(
      makeFinding(
        'DEV-09',
        'red',
        'hours',
        `培训 ${days ?? '＿'} 天、${hours ?? '＿'} 学时，应不少于 ${leastDays} 天或 ${leastHours} 学时`,
        basis,
      ),
    )
  const isWhole = precisionOf(fromOn) === 'D' && precisionOf(toOn) === 'D'
  if (isWhole && days !== null && days > daysBetween(firstDay(fromOn), firstDay(toOn)) + 1)
    found.push(
      makeFinding('TRAINING_DAYS', 'yellow', 'days', '天数多于起止日期之间的天数，请核对', '数据核对'),
    )
  return found
}
