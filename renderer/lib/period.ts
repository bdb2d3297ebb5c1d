import { addDays, type DateOnly, firstDay, lastDay, parseWrittenDate } from '#shared/lib/dates.ts'

export const periodKinds = ['all', 'today', 'week', 'month', 'own'] as const

export type PeriodKind = (typeof periodKinds)[number]

/** A stretch of days as it was chosen, own dates as they were typed. */
export interface Period {
  readonly kind: PeriodKind
  readonly from: string
  readonly to: string
}

export const allTime: Period = { kind: 'all', from: '', to: '' }

interface Days {
  /** Null is an open end. */
  readonly from: DateOnly | null
  readonly to: DateOnly | null
  /** Chinese: what is wrong with the dates typed; they are left out until it is mended. */
  readonly problem: string | null
}

const daysBack: Readonly<Record<Exclude<PeriodKind, 'all' | 'own'>, number>> = {
  today: 0,
  week: 6,
  month: 29,
}

/** Undefined for what cannot be read as a date. */
function dayOf(
  typed: string,
  side: (date: NonNullable<ReturnType<typeof parseWrittenDate>>) => DateOnly,
): DateOnly | null | undefined {
  if (typed.trim() === '') return null
  const date = parseWrittenDate(typed)
  return date === null ? undefined : side(date)
}

export function daysOf(period: Period, today: DateOnly): Days {
  const open = { from: null, to: null }
  if (period.kind === 'all') return { ...open, problem: null }
  if (period.kind !== 'own') return { ...open, from: addDays(today, -daysBack[period.kind]), problem: null }
  const from = dayOf(period.from, firstDay)
  const to = dayOf(period.to, lastDay)
  if (from === undefined || to === undefined)
    return { ...open, problem: '日期读不出来，可写 2026.5.8 或 2026年5月' }
  if (from !== null && to !== null && from > to) return { ...open, problem: '开始日期应不晚于结束日期' }
  return { from, to, problem: null }
}
