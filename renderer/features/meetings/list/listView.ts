import type { RouteInput } from '#shared/contract/routes.ts'
import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { daysOf } from '#shared/domain/meetings/periods.ts'
import {
  type CheckState,
  checkStates,
  type MeetingStatus,
  meetingStatuses,
} from '#shared/domain/meetings/records.ts'
import { type DateOnly, formatDots, isDateOnly } from '#shared/lib/dates.ts'
import type { MeetingSpan } from '../../../lib/meetingAddresses.ts'

export const pageSize = 50

export const checkChoices = [...checkStates, 'unchecked'] as const

export interface ListView {
  readonly organizationId: string | null
  /** Null for all years. */
  readonly year: number | null
  readonly span: MeetingSpan | null
  /** Days of one's own, where no year is chosen. */
  readonly from: DateOnly | null
  readonly to: DateOnly | null
  readonly kinds: readonly MeetingKind[]
  readonly status: MeetingStatus | null
  readonly check: CheckState | 'unchecked' | null
  readonly onlyLate: boolean
  readonly page: number
}

/** The parts of a year a list can be cut to, in order. */
export const spans: readonly { readonly value: MeetingSpan; readonly label: string }[] = [
  ...Array.from({ length: 12 }, (_, n) => ({ value: `m${n + 1}` as const, label: `${n + 1}月` })),
  ...Array.from({ length: 4 }, (_, n) => ({ value: `q${n + 1}` as const, label: `第${n + 1}季度` })),
]

function yearOf(text: string | null): number | null {
  const year = Number(text)
  return Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : null
}

function dayOf(text: string | null): DateOnly | null {
  return text !== null && isDateOnly(text) ? text : null
}

/** Words typed stay out of the address. */
export function viewFromParams(params: URLSearchParams): ListView {
  const page = Number(params.get('page'))
  const year = yearOf(params.get('year'))
  const asked = (params.get('kinds') ?? '').split(',')
  return {
    organizationId: params.get('org'),
    year,
    span: year === null ? null : (spans.find(({ value }) => value === params.get('span'))?.value ?? null),
    from: year === null ? dayOf(params.get('from')) : null,
    to: year === null ? dayOf(params.get('to')) : null,
    kinds: meetingKinds.filter((kind) => asked.includes(kind)),
    status: meetingStatuses.find((status) => status === params.get('status')) ?? null,
    check: checkChoices.find((check) => check === params.get('check')) ?? null,
    onlyLate: params.get('late') === '1',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

function periodOf(year: number, span: MeetingSpan | null) {
  const no = span === null ? 1 : Number(span.slice(1))
  return { year, length: span === null ? 'year' : span.startsWith('m') ? 'month' : 'quarter', no } as const
}

type Asked = Pick<ListView, 'year' | 'span' | 'from' | 'to'>

/** The first and last day asked for; null is an open end. */
function daysAsked({ year, span, from, to }: Asked): Pick<Asked, 'from' | 'to'> {
  return year === null ? { from, to } : daysOf(periodOf(year, span))
}

/** 2026.1.1 至 2027.3.31, where days of one's own are asked for. */
export function ownDaysText({ from, to }: Pick<Asked, 'from' | 'to'>): string | null {
  if (from === null && to === null) return null
  return `${from === null ? '' : formatDots(from)} 至 ${to === null ? '今' : formatDots(to)}`
}

/** The month asked for as `2026-03`; null where it is not one month. */
export function monthAsked({ year, span }: Pick<Asked, 'year' | 'span'>): string | null {
  if (year === null || span === null || !span.startsWith('m')) return null
  return `${year}-${span.slice(1).padStart(2, '0')}`
}

/** Whether anything is asked for beside the kinds. */
export function isNarrowed(view: ListView, text: string): boolean {
  const { organizationId, year, from, to, status, check, onlyLate } = view
  const asked = [organizationId, year, from, to, status, check]
  return asked.some((each) => each !== null) || onlyLate || text.trim() !== ''
}

export function listInput(view: ListView, text: string): RouteInput<'meetings.list'> {
  const words = text.trim()
  return {
    organizationId: view.organizationId,
    ...daysAsked(view),
    kinds: [...view.kinds],
    status: view.status,
    check: view.check,
    onlyLate: view.onlyLate,
    text: words === '' ? null : words,
    offset: (view.page - 1) * pageSize,
    limit: pageSize,
  }
}
