import { type DateOnly, daysBetween } from '../../lib/dates.ts'
import type { Finding } from '../finding.ts'
import { reviewFinding } from './ruleTable.ts'

/** 未开始、进行中、完成; 逾期 follows from the day. */
export const rectifyProgress = ['notStarted', 'underway', 'done'] as const

export type RectifyProgress = (typeof rectifyProgress)[number]

/** 点评, 测评（票和意见建议）, 上年未改. */
export const rectifySources = ['comment', 'ballot', 'lastYear'] as const

export type RectifySource = (typeof rectifySources)[number]

export interface RectifyItem {
  readonly id: string
  readonly problem: string
  readonly source: RectifySource
  readonly measure: string | null
  readonly dutyName: string | null
  readonly dueOn: DateOnly | null
  readonly progress: RectifyProgress
  readonly doneOn: DateOnly | null
  /** 验收人、验收日期. */
  readonly acceptedBy: string | null
  readonly acceptedOn: DateOnly | null
  /** Reported at the review of the year after. */
  readonly reportedOn: DateOnly | null
}

/** 未开始、进行中、逾期、完成待验收、已验收. */
export type RectifyState = 'notStarted' | 'underway' | 'overdue' | 'toAccept' | 'accepted'

/** Days past its day; 0 while it is not, or once it is done. */
export function overdueDays(
  { progress, dueOn }: Pick<RectifyItem, 'progress' | 'dueOn'>,
  today: DateOnly,
): number {
  if (progress === 'done' || dueOn === null) return 0
  return Math.max(daysBetween(dueOn, today), 0)
}

export function rectifyState(item: RectifyItem, today: DateOnly): RectifyState {
  if (item.progress === 'done') return item.acceptedOn === null ? 'toAccept' : 'accepted'
  return overdueDays(item, today) > 0 ? 'overdue' : item.progress
}

/** Days from which an overdue item is red. */
const redFromDays = 7

function itemFindings(item: RectifyItem, today: DateOnly): readonly Finding[] {
  const found: Finding[] = []
  if (item.measure === null || item.dutyName === null || item.dueOn === null) {
    const message = `“${item.problem}”没有写全整改措施、责任人和时限`
    found.push(reviewFinding('REV-12', 'yellow', 'measure', message))
  }
  const days = overdueDays(item, today)
  if (days === 0) return found
  const message = `“${item.problem}”整改已逾期 ${days} 天，没有登记完成`
  return [...found, reviewFinding('REV-12', days >= redFromDays ? 'red' : 'orange', 'dueOn', message)]
}

/** REV-12 of one person after the result was announced: at least one item, each whole, none late. */
export function rectifyFindings(
  items: readonly RectifyItem[],
  isAnnounced: boolean,
  today: DateOnly,
): readonly Finding[] {
  if (isAnnounced && items.length === 0)
    return [reviewFinding('REV-12', 'yellow', null, '结果已通报，还没有整改事项；每位述职人至少一条')]
  return items.flatMap((item) => itemFindings(item, today))
}

/** REV-12: last year's list opens this year's meeting. `meetingOn`: the day it is to be held. */
export function lastYearFinding(
  lastYear: readonly RectifyItem[],
  meetingOn: DateOnly | null,
  today: DateOnly,
): Finding | null {
  const open = lastYear.filter(({ reportedOn }) => reportedOn === null).length
  if (open === 0) return null
  const isOver = meetingOn !== null && meetingOn < today
  return isOver
    ? reviewFinding('REV-12', 'red', null, `述职会已开，上年 ${open} 条整改没有登记通报`)
    : reviewFinding('REV-12', 'yellow', null, `本年述职会须先报上年整改情况：${open} 条待通报`)
}

interface RectifyDays {
  readonly progress: RectifyProgress
  readonly doneOn: DateOnly | null
  readonly acceptedOn: DateOnly | null
  readonly reportedOn: DateOnly | null
}

/** Why an item cannot be reported on that day: 通报 is a matter of the next year's meeting. `year`: of its campaign. */
export function whyNotReported(reportedOn: DateOnly, year: number, today: DateOnly): string | null {
  if (reportedOn > today) return '日期晚于今天，请核对'
  // A day begins with its year.
  return Number(reportedOn.slice(0, 4)) > year
    ? null
    : `这是 ${year} 年度的整改事项，在下一年度的述职会上通报，日期应在 ${year + 1} 年以后`
}

/** What contradicts itself in an item, as a sentence by field. `year`: of its campaign. */
export function rectifyContradictions(
  { progress, doneOn, acceptedOn, reportedOn }: RectifyDays,
  year: number,
  today: DateOnly,
): Readonly<Record<string, string>> {
  const problems = new Map<string, string>()
  if (progress === 'done' && doneOn === null) problems.set('doneOn', '进度是“完成”，请填写完成日期')
  if (progress !== 'done' && doneOn !== null)
    problems.set('doneOn', '已填完成日期，请把进度改为“完成”，或清空完成日期')
  if (doneOn !== null && doneOn > today) problems.set('doneOn', '日期晚于今天，请核对')
  if (acceptedOn !== null && progress !== 'done')
    problems.set('acceptedOn', '整改完成以后才能验收，请先登记完成，或清空验收日期')
  else if (acceptedOn !== null && doneOn !== null && acceptedOn < doneOn)
    problems.set('acceptedOn', '验收日期早于完成日期，请核对')
  if (acceptedOn !== null && acceptedOn > today) problems.set('acceptedOn', '日期晚于今天，请核对')
  const whyNot = reportedOn === null ? null : whyNotReported(reportedOn, year, today)
  if (whyNot !== null) problems.set('reportedOn', whyNot)
  return Object.fromEntries(problems)
}

/** What was not accepted by the next review goes on in its list, as 上年未改. */
export function carryOver(
  lastYear: readonly Pick<RectifyItem, 'id' | 'problem' | 'acceptedOn'>[],
): readonly Pick<RectifyItem, 'id' | 'problem' | 'source'>[] {
  return lastYear
    .filter(({ acceptedOn }) => acceptedOn === null)
    .map(({ id, problem }) => ({ id, problem, source: 'lastYear' }))
}
