import {
  addDays,
  addMonths,
  type DateOnly,
  dateOnly,
  daysBetween,
  isDateOnly,
  lastDay,
  partialDate,
} from '#shared/lib/dates.ts'

/** Three months, first to last day. */
export interface Quarter {
  readonly year: number
  readonly no: 1 | 2 | 3 | 4
}

const numbers = [1, 2, 3, 4] as const

export function quarterOf(day: DateOnly): Quarter {
  const month = Number(day.slice(5, 7))
  return { year: Number(day.slice(0, 4)), no: numbers[Math.floor((month - 1) / 3)] ?? 4 }
}

function startOf({ year, no }: Quarter): DateOnly {
  return dateOnly(`${year}-${String(no * 3 - 2).padStart(2, '0')}-01`)
}

/** The first days of its months. */
export function monthsOf(quarter: Quarter): readonly DateOnly[] {
  return [0, 1, 2].map((n) => addMonths(startOf(quarter), n))
}

export function spanOf(quarter: Quarter): { readonly from: DateOnly; readonly to: DateOnly } {
  const from = startOf(quarter)
  return { from, to: addDays(addMonths(from, 3), -1) }
}

export function besideQuarter(quarter: Quarter, by: 1 | -1): Quarter {
  return quarterOf(addMonths(startOf(quarter), by * 3))
}

/** `2026年第四季度`. */
export function quarterText({ year, no }: Quarter): string {
  return `${year}年第${['一', '二', '三', '四'][no - 1]}季度`
}

/** Sunday is 0. */
export function weekdayOf(day: DateOnly): number {
  return ((daysBetween(dateOnly('1967-12-31'), day) % 7) + 7) % 7
}

/** The weeks of a month, Monday first; null before its first day and after its last. */
export function weeksOf(first: DateOnly): readonly (readonly (DateOnly | null)[])[] {
  const lead = (weekdayOf(first) + 6) % 7
  const count = daysBetween(first, lastDay(partialDate(first.slice(0, 7)))) + 1
  return Array.from({ length: Math.ceil((lead + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const n = week * 7 + weekday - lead
      return n < 0 || n >= count ? null : addDays(first, n)
    }),
  )
}

export interface CalendarView {
  readonly quarter: Quarter
  readonly organizationId: string | null
  /** The list below shows this day alone. */
  readonly day: DateOnly | null
}

export function calendarView(params: URLSearchParams, today: DateOnly): CalendarView {
  const asked = /^(\d{4})-([1-4])$/.exec(params.get('quarter') ?? '')
  const no = numbers.find((each) => String(each) === asked?.[2])
  const year = Number(asked?.[1])
  const day = params.get('day') ?? ''
  return {
    quarter: no === undefined || year < 1949 || year > 2199 ? quarterOf(today) : { year, no },
    organizationId: params.get('org'),
    day: isDateOnly(day) ? day : null,
  }
}

export function calendarAddress({ quarter, organizationId, day }: CalendarView): string {
  const params = new URLSearchParams({
    quarter: `${quarter.year}-${quarter.no}`,
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(day === null ? {} : { day }),
  })
  return `/development/calendar?${params.toString()}`
}
