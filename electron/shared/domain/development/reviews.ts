import { addDays, addMonths, firstDay, formatPartialDate } from '../../lib/dates.ts'
import type { DateOnly, PartialDate } from '../../lib/dates.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, lastDoneStep, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import { probationOf } from './probation.ts'
import { countedActivistOn } from './transfers.ts'

/** 一期: half a year in which the branch looks at the person once. */
export interface ReviewPeriod {
  readonly from: DateOnly
  /** Its last day: a review on that day still belongs to it. */
  readonly to: DateOnly
  readonly reviewedOn: PartialDate | null
  /** `open` is running or not begun, `missing` is over without a review. */
  readonly state: 'done' | 'open' | 'missing'
}

export interface ReviewSpan {
  readonly from: DateOnly
  /** Where the duty ends; periods that are not over by then are not owed. */
  readonly until: DateOnly
  readonly today: DateOnly
  readonly months: number
  /** A review so many days after a period still makes up for it. */
  readonly lateDays: number
}

/** Periods of `months` from a day on, each with the first review nobody else has used; at most 40. */
export function reviewPeriods(
  reviews: readonly PartialDate[],
  { from, until, today, months, lateDays }: ReviewSpan,
): readonly ReviewPeriod[] {
  const sorted = reviews.map((on) => ({ on, day: firstDay(on) })).sort((a, b) => (a.day < b.day ? -1 : 1))
  const periods: ReviewPeriod[] = []
  let next = 0
  for (let n = 0; n < 40; n += 1) {
    const [start, end] = [addMonths(from, n * months), addMonths(from, (n + 1) * months)]
    if (start >= today || end > until) break
    while (next < sorted.length && (sorted[next]?.day ?? end) < start) next += 1
    const review = sorted[next]
    const isOver = today > end
    const isReviewed = review !== undefined && review.day <= addDays(end, lateDays)
    if (isReviewed) next += 1
    periods.push({
      from: start,
      to: end,
      reviewedOn: isReviewed ? review.on : null,
      state: isReviewed ? 'done' : isOver ? 'missing' : 'open',
    })
  }
  return periods
}

/** Whether two periods in a row are missing. */
export function hasTwoInARow(periods: readonly ReviewPeriod[]): boolean {
  return periods.some(({ state }, n) => state === 'missing' && periods[n + 1]?.state === 'missing')
}

const farOff = (today: DateOnly) => addMonths(today, 12)

/** The activist's half years, until 列为发展对象 (or the end of the file). Null where nothing was recorded or begun. */
export function activistPeriods(
  facts: DevelopmentFacts,
  { today, settings }: DevelopmentContext,
): readonly ReviewPeriod[] | null {
  const from = countedActivistOn(facts)
  if (from === null || facts.activistReviews === null) return null
  const until = facts.dates.targetOn ?? facts.endedOn
  return reviewPeriods(facts.activistReviews, {
    from: firstDay(from),
    until: until === null ? farOff(today) : firstDay(until),
    today,
    months: settings['dev.reviewMonths'],
    lateDays: settings['dev.reviewLateDays'],
  })
}

/** The probationer's half years, until the end of probation. */
export function probationPeriods(
  facts: DevelopmentFacts,
  { today, settings }: DevelopmentContext,
): readonly ReviewPeriod[] | null {
  const probation = probationOf(facts, settings)
  if (probation === null || facts.probationReviews === null || lastDoneStep(facts) < 17) return null
  const ended = facts.endedOn === null ? null : firstDay(facts.endedOn)
  return reviewPeriods(facts.probationReviews, {
    from: probation.from,
    until: ended !== null && ended < probation.end ? ended : probation.end,
    today,
    months: settings['dev.reviewMonths'],
    lateDays: settings['dev.reviewLateDays'],
  })
}

export interface Quarter {
  /** `2026年第3季度`. */
  readonly label: string
  readonly count: number
}

/** Whole calendar quarters that lie between two days, with the reports handed in during each. */
export function reportQuarters(
  reports: readonly PartialDate[],
  from: DateOnly,
  to: DateOnly,
): readonly Quarter[] {
  const quarters: Quarter[] = []
  const month = Number(from.slice(5, 7))
  const begun = addDays(from, 1 - Number(from.slice(8)))
  let start = addMonths(begun, -((month - 1) % 3))
  if (start < from) start = addMonths(start, 3)
  for (
    let end = addMonths(start, 3);
    end <= to && quarters.length < 80;
    start = end, end = addMonths(end, 3)
  ) {
    const [first, after] = [start, end]
    quarters.push({
      label: `${first.slice(0, 4)}年第${(Number(first.slice(5, 7)) + 2) / 3}季度`,
      count: reports.filter((on) => firstDay(on) >= first && firstDay(on) < after).length,
    })
  }
  return quarters
}

function periodText({ from, to }: ReviewPeriod): string {
  return `${formatPartialDate(from)}至${formatPartialDate(to)}`
}

function reviewJudgement(
  periods: readonly ReviewPeriod[],
  since: PartialDate | null,
  base: Pick<Judgement, 'code' | 'step' | 'field' | 'set'>,
): Judgement {
  const missing = periods.filter(({ state }) => state === 'missing')
  const isTwice = hasTwoInARow(periods)
  return {
    ...base,
    severity: isTwice ? 'red' : missing.length > 0 ? 'yellow' : null,
    inputs: () => [
      dateInput('起算日', since),
      { label: '应考察', value: `${periods.filter(({ state }) => state !== 'open').length} 期` },
      { label: '已考察', value: `${periods.filter(({ state }) => state === 'done').length} 期` },
    ],
    result: () =>
      missing.length === 0
        ? '到期的各期都已考察，符合'
        : `缺 ${missing.length} 期考察${isTwice ? '，其中连续缺 2 期以上' : ''}：${missing.map(periodText).join('、')}`,
  }
}

function reportJudgement(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const from = countedActivistOn(facts)
  const need = context.settings['dev.thoughtReportPerQuarter']
  if (from === null || facts.thoughtReports === null || need === 0) return []
  const until = [facts.dates.meetingOn, facts.endedOn].find((date) => date !== null) ?? context.today
  const end = firstDay(until) < context.today ? firstDay(until) : context.today
  const lacking = reportQuarters(facts.thoughtReports, firstDay(from), end).filter(
    ({ count }) => count < need,
  )
  return [
    {
      code: 'THOUGHT_REPORT',
      step: 6,
      field: 'thoughtReports',
      severity: lacking.length > 0 ? 'blue' : null,
      set: setOf('nurturedOn', facts, context),
      inputs: () => [{ label: '已交思想汇报', value: `${facts.thoughtReports?.length ?? 0} 篇` }],
      result: () =>
        lacking.length === 0
          ? '各季度的思想汇报都已交，符合'
          : `思想汇报不足的季度：${lacking.map(({ label }) => label).join('、')}`,
    },
  ]
}

/** DEV-05, the same for probation, and thought reports. */
export function reviewJudgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const [activist, probationer] = [activistPeriods(facts, context), probationPeriods(facts, context)]
  const judged: Judgement[] = []
  if (activist !== null) {
    const set = setOf('nurturedOn', facts, context)
    const base = { code: 'DEV-05', step: 6, field: 'activistReviews', set } as const
    judged.push(reviewJudgement(activist, countedActivistOn(facts), base))
  }
  if (probationer !== null) {
    const set = setOf('probationReviewedOn', facts, context)
    const base = { code: 'PROBATION_REVIEW', step: 21, field: 'probationReviews', set } as const
    judged.push(reviewJudgement(probationer, facts.dates.meetingOn, base))
  }
  return [...judged, ...reportJudgement(facts, context)]
}
