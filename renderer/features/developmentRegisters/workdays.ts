import type { RouteOutput } from '#shared/contract/routes.ts'
import { type DateOnly, dateOnly, daysBetween } from '#shared/lib/dates.ts'

export type Workday = RouteOutput<'calendar.year'>['days'][number]

export interface WorkMonthDays {
  /** `2026-10`. */
  readonly first: string
  /** Cells before its first day, Monday first. */
  readonly lead: number
  readonly days: readonly Workday[]
}

const sunday = dateOnly('1967-12-31')

/** 0 is Sunday. */
export function weekdayOf(day: DateOnly): number {
  return ((daysBetween(sunday, day) % 7) + 7) % 7
}

export function isWeekend(day: DateOnly): boolean {
  return weekdayOf(day) % 6 === 0
}

/** What a day is beside the plain week: a weekday off, a weekend worked. */
export function markOf({
  day,
  isWorkingDay,
}: Pick<Workday, 'day' | 'isWorkingDay'>): 'off' | 'worked' | null {
  if (isWorkingDay === !isWeekend(day)) return null
  return isWorkingDay ? 'worked' : 'off'
}

export function monthsOfYear(days: readonly Workday[]): readonly WorkMonthDays[] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([first, ofMonth]) => ({
    first,
    lead: ofMonth[0] === undefined ? 0 : (weekdayOf(ofMonth[0].day) + 6) % 7,
    days: ofMonth,
  }))
}

export function setDays(days: readonly Workday[]): readonly Workday[] {
  return days.filter(({ set }) => set !== null)
}

/** The year of the address, else this one. */
export function workYear(params: URLSearchParams, today: DateOnly): number {
  const year = Number(params.get('year'))
  return Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : Number(today.slice(0, 4))
}
