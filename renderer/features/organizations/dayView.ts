import { useSearchParams } from 'react-router'
import { dayStatuses, type PersonType, personTypes } from '#shared/contract/memberships.ts'
import { type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import { today } from '../../lib/today.ts'

export const peoplePerPage = 20

/** What the page of an organisation shows of its people, from the address. */
export interface DayView {
  readonly on: DateOnly
  readonly personType: PersonType | null
  readonly status: (typeof dayStatuses)[number] | null
  /** From 1. */
  readonly page: number
}

export function readDayView(params: URLSearchParams, now: DateOnly): DayView {
  const on = params.get('on') ?? ''
  const page = Number(params.get('page') ?? '1')
  return {
    on: isDateOnly(on) && on <= now ? on : now,
    personType: personTypes.find((type) => type === params.get('type')) ?? null,
    status: dayStatuses.find((status) => status === params.get('status')) ?? null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address' part for a view; what is usual is left out. */
export function writeDayView({ on, personType, status, page }: DayView, now: DateOnly): string {
  const params = new URLSearchParams()
  if (on !== now) params.set('on', on)
  if (personType !== null) params.set('type', personType)
  if (status !== null) params.set('status', status)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

interface UsedDayView {
  readonly view: DayView
  readonly now: DateOnly
  readonly change: (part: Partial<DayView>) => void
}

/** Any other choice begins at its first page. */
export function useDayView(): UsedDayView {
  const [params, setParams] = useSearchParams()
  const now = today()
  const view = readDayView(params, now)
  const change = (part: Partial<DayView>): void =>
    setParams(new URLSearchParams(writeDayView({ ...view, page: 1, ...part }, now)), { replace: true })
  return { view, now, change }
}
