import { z } from 'zod'
import { addDays, dateOnly, daysBetween, isDateOnly } from '../lib/dates.ts'
import type { DateOnly } from '../lib/dates.ts'

const day = z.string().refine(isDateOnly, '请写成 2026-01-01 的样子')

/** One year as resources/holidays/YYYY.json holds it and the administrator edits it: days off, and weekends worked instead. */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(1949).max(2199),
  /** The notice of the State Council's office it was taken from. */
  source: z.string(),
  holidays: z.array(z.strictObject({ name: z.string(), from: day, to: day })),
  workingWeekends: z.array(day),
})

export type HolidayYear = z.infer<typeof holidayYearSchema>

/** The years that are known; any other is counted Monday to Friday (暂算). */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>
  readonly off: ReadonlySet<DateOnly>
  readonly worked: ReadonlySet<DateOnly>
  /** What the two change against Monday to Friday. */
  readonly changes: readonly { readonly day: DateOnly; readonly by: 1 | -1 }[]
}

export const emptyWorkCalendar: WorkCalendar = {
  years: new Set(),
  off: new Set(),
  worked: new Set(),
  changes: [],
}

export function makeWorkCalendar(years: readonly HolidayYear[]): WorkCalendar {
  const off = years.flatMap(({ holidays }) =>
    holidays.flatMap(({ from, to }) =>
      Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n)),
    ),
  )
  const worked = new Set(years.flatMap(({ workingWeekends }) => workingWeekends))
  const free = new Set(off.filter((date) => !worked.has(date)))
  return {
    years: new Set(years.map(({ year }) => year)),
    off: free,
    worked,
    changes: changesOf(free, worked),
  }
}

/** Days off on weekdays that a year has at least, whatever the notice of the year moves: from 2025 on there are 13 holidays. */
const daysOffOfYear = 10

/** Days set by hand over a calendar. A year counts as known when so many days off were set that its notice was gone through. */
export function withSetDays(
  calendar: WorkCalendar,
  days: readonly { readonly day: DateOnly; readonly isWorkingDay: boolean }[],
): WorkCalendar {
  if (days.length === 0) return calendar
  const [off, worked] = [new Set(calendar.off), new Set(calendar.worked)]
  for (const { day: date, isWorkingDay: isWorked } of days) {
    off.delete(date)
    worked.delete(date)
    if (isWorked !== isWeekday(date)) (isWorked ? worked : off).add(date)
  }
  return {
    years: new Set([...calendar.years, ...yearsWithNotice(off)]),
    off,
    worked,
    changes: changesOf(off, worked),
  }
}

function yearsWithNotice(off: ReadonlySet<DateOnly>): readonly number[] {
  const byYear = Map.groupBy([...off].filter(isWeekday), (date) => Number(date.slice(0, 4)))
  return [...byYear].flatMap(([year, dates]) => (dates.length >= daysOffOfYear ? [year] : []))
}

function changesOf(off: ReadonlySet<DateOnly>, worked: ReadonlySet<DateOnly>): WorkCalendar['changes'] {
  return [
    ...[...off].filter(isWeekday).map((date) => ({ day: date, by: -1 }) as const),
    ...[...worked].filter((date) => !isWeekday(date)).map((date) => ({ day: date, by: 1 }) as const),
  ]
}

const monday = dateOnly('1968-01-01')

// Weekdays from that Monday to the day before `date`.
function weekdaysBefore(days: number): number {
  const week = Math.floor(days / 7)
  return week * 5 + Math.min(days - week * 7, 5)
}

function isWeekday(date: DateOnly): boolean {
  const days = daysBetween(monday, date)
  return weekdaysBefore(days + 1) > weekdaysBefore(days)
}

export function isWorkingDay(date: DateOnly, calendar: WorkCalendar): boolean {
  if (calendar.worked.has(date)) return true
  return isWeekday(date) && !calendar.off.has(date)
}

/** Whether some day from `from` to `to` lies in a year without data, so that the count is 暂算. */
export function isProvisional(from: DateOnly, to: DateOnly, calendar: WorkCalendar): boolean {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  for (let year = first; year <= last; year += 1) if (!calendar.years.has(year)) return true
  return false
}

/** Working days from `from` to `to`, both included unless `countStart` is false; none when `to` is earlier. */
export function countWorkingDays(
  from: DateOnly,
  to: DateOnly,
  { changes }: WorkCalendar,
  countStart: boolean,
): number {
  const start = daysBetween(monday, from) + (countStart ? 0 : 1)
  const weekdays = weekdaysBefore(daysBetween(monday, to) + 1) - weekdaysBefore(start)
  let count = Math.max(0, weekdays)
  for (const { day, by } of changes) {
    if (day <= to && (countStart ? day >= from : day > from)) count += by
  }
  return count
}

/** The day on which the `days`-th working day counted from `from` falls: when a notice put up on `from` may come down. */
export function nthWorkingDay(
  from: DateOnly,
  days: number,
  calendar: WorkCalendar,
  countStart: boolean,
): DateOnly {
  let date = countStart ? from : addDays(from, 1)
  let left = days
  while (true) {
    if (isWorkingDay(date, calendar)) left -= 1
    if (left <= 0) return date
    date = addDays(date, 1)
  }
}

/** The latest day to begin so that the `days`-th working day is not after `to`. */
export function latestStart(
  to: DateOnly,
  days: number,
  calendar: WorkCalendar,
  countStart: boolean,
): DateOnly {
  let date = to
  while (nthWorkingDay(date, days, calendar, countStart) > to) date = addDays(date, -1)
  return date
}
