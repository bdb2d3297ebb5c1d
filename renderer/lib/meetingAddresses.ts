import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { CheckState, MeetingStatus } from '#shared/domain/meetings/records.ts'

/** A month (`m3`) or a quarter (`q1`) of a year. */
export type MeetingSpan = `m${number}` | `q${number}`

/** What the list of meetings is asked for; what is left out is not asked. */
export interface MeetingsAsked {
  readonly organizationId?: string | null
  readonly year?: number | null
  readonly span?: MeetingSpan | null
  /** Days of one's own, instead of a year. */
  readonly from?: string | null
  readonly to?: string | null
  readonly kinds?: readonly MeetingKind[]
  readonly status?: MeetingStatus | null
  readonly check?: CheckState | 'unchecked' | null
  readonly onlyLate?: boolean
  readonly page?: number
}

function withParams(path: string, params: Readonly<Record<string, string | null | undefined>>): string {
  const kept = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  )
  const text = new URLSearchParams(kept).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The list of meetings with its filters. */
export function meetingsAddress(asked: MeetingsAsked = {}): string {
  const {
    organizationId,
    year,
    span,
    from,
    to,
    kinds = [],
    status,
    check,
    onlyLate = false,
    page = 1,
  } = asked
  return withParams('/meetings', {
    org: organizationId,
    year: year?.toString(),
    span,
    from,
    to,
    kinds: kinds.join(','),
    status,
    check,
    late: onlyLate ? '1' : null,
    page: page > 1 ? String(page) : null,
  })
}

export function meetingAddress(id: string): string {
  return `/meetings/${id}`
}

interface KnownMeeting {
  readonly organizationId?: string | null
  readonly groupId?: string | null
  readonly kind?: MeetingKind | null
  /** A day, or a month where the day is not known. */
  readonly on?: string | null
  /** The meeting it follows. */
  readonly copy?: string | null
}

/** The form of a new record with what is known already. */
export function newMeetingAddress({ organizationId, groupId, kind, on, copy }: KnownMeeting = {}): string {
  return withParams('/meetings/new', { org: organizationId, group: groupId, kind, on, copy })
}
