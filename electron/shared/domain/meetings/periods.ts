import { addDays, addMonths, dateOnly } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'

export const periodLengths = ['month', 'quarter', 'year'] as const

export type PeriodLength = (typeof periodLengths)[number]

/** A month (1 to 12), a quarter (1 to 4) or the whole (1) of a calendar year. */
export interface Period {
  readonly year: number
  readonly length: PeriodLength
  readonly no: number
}

const months: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 }

/** Its first and its last day. */
export function daysOf({ year, length, no }: Period): { readonly from: DateOnly; readonly to: DateOnly } {
  const from = addMonths(dateOnly(`${year}-01-01`), (no - 1) * months[length])
  return { from, to: addDays(addMonths(from, months[length]), -1) }
}

/** Of a year, in order. */
export function periodsOf(year: number, length: PeriodLength): readonly Period[] {
  return Array.from({ length: 12 / months[length] }, (_, n) => ({ year, length, no: n + 1 }))
}

/** 2026年3月, 2026年第2季度, 2026年. */
export function periodLabel({ year, length, no }: Period): string {
  if (length === 'year') return `${year}年`
  return length === 'month' ? `${year}年${no}月` : `${year}年第${no}季度`
}
