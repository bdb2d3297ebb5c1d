import type { MeetingPlanDetail } from '#shared/contract/meetingPlans.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { daysOf } from '#shared/domain/meetings/periods.ts'
import { addDays, type DateOnly, daysBetween, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import type { PlanLineValues } from './planMethods.ts'

/** A line with nothing in it but its month and kind. */
export function blankItem(month: number, kind: MeetingKind): PlanLineValues {
  return { id: null, month, kind, plannedOn: null, topic: null, program: null, place: null, personName: null }
}

/** The n-th day of a month, or its last where it is shorter. */
export function dayOfMonth(year: number, month: number, day: number): DateOnly {
  const { from, to } = daysOf({ year, length: 'month', no: month })
  return addDays(from, Math.min(day - 1, daysBetween(from, to)))
}

/** A day as clerks write it into a month's line: 5, 5日, 3.5, 3月5日 or whole; null for what is no day. */
export function dayInMonth(text: string, year: number, month: number): DateOnly | null {
  const whole = parseWrittenDate(text)
  if (whole !== null) return isDateOnly(whole) ? whole : null
  const [, ofMonth, day] = /^(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})\s*[日号]?$/.exec(text.trim()) ?? []
  if (day === undefined) return null
  const written = `${year}-${(ofMonth ?? String(month)).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDateOnly(written) ? written : null
}

/** 主题党日 that have no day yet get the fixed one. */
export function withFixedDay(
  items: readonly PlanLineValues[],
  year: number,
  themeDay: number,
): PlanLineValues[] {
  return items.map((item) =>
    item.kind === 'themeDay' && item.plannedOn === null
      ? { ...item, plannedOn: dayOfMonth(year, item.month, themeDay) }
      : item,
  )
}

/** The same kinds, days, places and people as the month before; topics and programmes are never carried over, and what stands here already stays. */
export function asLastMonth(items: readonly PlanLineValues[], year: number, month: number): PlanLineValues[] {
  const taken = new Map<MeetingKind, number>()
  const next = [...items]
  for (const before of items.filter((item) => item.month === month - 1)) {
    const nth = taken.get(before.kind) ?? 0
    taken.set(before.kind, nth + 1)
    const own = items.filter((item) => item.month === month && item.kind === before.kind)[nth]
    const { plannedOn } = before
    const day = plannedOn !== null && isDateOnly(plannedOn) ? Number(plannedOn.slice(8)) : null
    const structure = {
      plannedOn: day === null ? null : dayOfMonth(year, month, day),
      place: before.place,
      personName: before.personName,
    }
    if (own === undefined) {
      next.push({ ...blankItem(month, before.kind), ...structure })
      continue
    }
    next[next.indexOf(own)] = {
      ...own,
      plannedOn: own.plannedOn ?? structure.plannedOn,
      place: own.place ?? structure.place,
      personName: own.personName ?? structure.personName,
    }
  }
  return next
}

const key = (month: number, kind: MeetingKind): string => `${month} ${kind}`

interface Held {
  readonly meetings: number
  readonly firstId: string | null
}

/** What was held of a kind in a month, as the saved plan knows it. */
export function heldByLine({ fields, held }: MeetingPlanDetail): (month: number, kind: MeetingKind) => Held {
  const found = new Map<string, Held>()
  for (const [n, { month, kind }] of fields.items.entries()) {
    const counts = held[n]
    if (counts !== undefined) found.set(key(month, kind), counts)
  }
  return (month, kind) => found.get(key(month, kind)) ?? { meetings: 0, firstId: null }
}

/** By month, in the order of the kinds as they stand. */
export function byMonth<T extends { readonly month: number }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => a.month - b.month)
}
