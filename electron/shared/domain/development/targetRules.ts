import { daysBetween, firstDay, formatPartialDate, lastDay } from '../../lib/dates.ts'
import { countWorkingDays, isProvisional } from '../workingDays.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { dateInput, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'

/** What a count of working days says of a year nobody has gone through. */
export const provisionalNote = '节假日表未维护，按周一至周五暂算'

interface PublicityCount {
  readonly workingDays: number
  /** 暂算: a year without a calendar is in it. */
  readonly isProvisional: boolean
}

/** Working days a notice stood; null while one end is unknown. */
export function publicityDays(
  { dates: { publicityFrom, publicityTo } }: Pick<DevelopmentFacts, 'dates'>,
  { calendar, settings }: DevelopmentContext,
): PublicityCount | null {
  if (publicityFrom === null || publicityTo === null) return null
  const [from, to] = [firstDay(publicityFrom), lastDay(publicityTo)]
  return {
    workingDays: countWorkingDays(from, to, calendar, settings['dev.publicityCountStart']),
    isProvisional: isProvisional(from, to, calendar),
  }
}

/** DEV-07: how long the notice stood, and that nothing heard stands in the way. Listing before its end is in the order of steps. */
export function publicityJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { publicityFrom, publicityTo, targetOn } = facts.dates
  if (publicityFrom === null && targetOn === null) return []
  const set = setOf(publicityFrom === null ? 'targetOn' : 'publicityFrom', facts, context)
  const need = context.settings['dev.publicityWorkingDays']
  const count = publicityDays(facts, context)
  const short = (): string => {
    if (count === null) return publicityFrom === null ? '没有登记公示' : '没有登记公示结束日期'
    const days = `公示 ${count.workingDays} 个工作日${count.isProvisional ? `（${provisionalNote}）` : ''}`
    return count.workingDays < need ? `${days}，不足 ${need} 个工作日` : `${days}，符合`
  }
  const isShort = count !== null && count.workingDays < need
  // A notice that still stands is not missing its end; under the rules of 2014 the notice was local practice.
  const isMissing = count === null && targetOn !== null
  const severity = isShort || (isMissing && set === '2026') ? 'red' : isMissing ? 'yellow' : null
  const judged: Judgement = {
    code: 'DEV-07',
    step: 7,
    field: 'publicityTo',
    severity,
    set,
    inputs: () => [
      dateInput('公示开始', publicityFrom),
      dateInput('公示结束', publicityTo),
      { label: '起始日', value: context.settings['dev.publicityCountStart'] ? '计入' : '不计入' },
    ],
    result: () => (count === null && !isMissing ? '公示进行中' : short()),
  }
  if (facts.publicityResult !== 'confirmed' || targetOn === null) return [judged]
  const confirmed: Judgement = {
    ...judged,
    field: 'publicityResult',
    severity: 'red',
    inputs: () => [{ label: '公示结果', value: '反映的问题属实' }, dateInput('列为发展对象', targetOn)],
    result: () => '公示中反映的问题属实，不能列为发展对象',
  }
  return [judged, confirmed]
}

/** DEV-09: three days or 24 hours; either is enough. */
export function trainingJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { trainingFrom, trainingTo } = facts.dates
  if (trainingFrom === null && trainingTo === null) return []
  const { settings } = context
  const hours = facts.trainingHours
  // One date twice may be a course of unknown length.
  const span =
    trainingFrom !== null && trainingTo !== null && firstDay(trainingFrom) < firstDay(trainingTo)
      ? daysBetween(firstDay(trainingFrom), firstDay(trainingTo)) + 1
      : null
  const days = facts.trainingDays ?? span
  const isEnough =
    (days !== null && days >= settings['dev.trainingDaysMin']) ||
    (hours !== null && hours >= settings['dev.trainingHoursMin'])
  const isUnknown = days === null && hours === null
  const text = [days === null ? '' : `${days} 天`, hours === null ? '' : `${hours} 学时`]
    .filter(Boolean)
    .join('、')
  return [
    {
      code: 'DEV-09',
      step: 11,
      field: 'trainingHours',
      severity: isEnough ? null : isUnknown ? 'yellow' : 'red',
      set: setOf('trainingTo', facts, context),
      inputs: () => [
        { label: '培训天数', value: days === null ? '没有登记' : `${days} 天` },
        { label: '培训学时', value: hours === null ? '没有登记' : `${hours} 学时` },
      ],
      result: () => {
        if (isUnknown) return '没有登记培训天数和学时，请补登记'
        if (isEnough) return `培训 ${text}，符合`
        return `培训 ${text}，不足 ${settings['dev.trainingDaysMin']} 天，也不足 ${settings['dev.trainingHoursMin']} 学时`
      },
    },
  ]
}

// Of a report nobody has recorded the card says nothing.
function summaryWords(hasSummary: boolean | null): string {
  return hasSummary === true ? '有综合政审报告，符合' : '符合'
}

/** DEV-10, besides the order of the dates: that political review and training are there and passed. */
export function reviewBeforeJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { politicalReviewOn, trainingFrom, trainingTo, preReviewOn } = facts.dates
  if (politicalReviewOn === null && preReviewOn === null) return []
  const isReviewed = preReviewOn !== null
  const problems = [
    ...(isReviewed && politicalReviewOn === null ? ['没有登记政治审查'] : []),
    ...(isReviewed && trainingFrom === null && trainingTo === null ? ['没有登记集中培训'] : []),
    ...(isReviewed && facts.isPoliticallyQualified === false ? ['政治审查不合格，不能发展'] : []),
    ...(facts.hasReviewSummary === false ? ['没有综合政审报告'] : []),
  ]
  return [
    {
      code: 'DEV-10',
      step: 10,
      field: facts.hasReviewSummary === false ? 'hasReviewSummary' : 'politicalReviewOn',
      severity: problems.length > 0 ? 'red' : null,
      set: setOf('politicalReviewOn', facts, context),
      inputs: () => [
        dateInput('政治审查', politicalReviewOn),
        dateInput('集中培训', trainingTo ?? trainingFrom),
        dateInput('上级党委预审', preReviewOn),
      ],
      result: () =>
        problems.length > 0
          ? problems.join('；')
          : `政治审查${politicalReviewOn === null ? '还没有办理' : formatPartialDate(politicalReviewOn)}，${summaryWords(facts.hasReviewSummary)}`,
    },
  ]
}
