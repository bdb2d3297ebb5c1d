import type { GridCell } from '#shared/contract/meetingRows.ts'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import { daysOf, type Period } from '#shared/domain/meetings/periods.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { meetingsAddress, newMeetingAddress } from '../../lib/meetingAddresses.ts'

const isYearly = (kind: DutyKind): boolean => kind === 'organizationLife' || kind === 'appraisal'

/** The records of some kinds in a period; 组织生活会 and 民主评议 of a year are held up to the middle of the next. */
export function recordsAddress(organizationId: string, period: Period, kinds: readonly DutyKind[]): string {
  const { year, length, no } = period
  if (length === 'month') return meetingsAddress({ organizationId, year, span: `m${no}`, kinds })
  if (length === 'quarter') return meetingsAddress({ organizationId, year, span: `q${no}`, kinds })
  const { from, to } = daysOf(period)
  const isLate = kinds.length > 0 && kinds.every(isYearly)
  return meetingsAddress({ organizationId, from, to: isLate ? `${year + 1}-06-30` : to, kinds })
}

/** 补录, or the record of a period that still runs: a day only where it is today's, else the month alone. */
export function recordAddress(
  organizationId: string,
  { kind, groupId }: { readonly kind: DutyKind; readonly groupId?: string | null },
  period: Period,
  now: DateOnly,
): string {
  const { from, to } = daysOf(period)
  const isNow = now >= from && now <= to
  const on = isNow ? now : period.length === 'month' ? from.slice(0, 7) : null
  return newMeetingAddress({ organizationId, kind, groupId: groupId ?? null, on })
}

/** Whether everything in a place is there. */
export function isAllDone(cells: readonly GridCell[]): boolean {
  return cells.length > 0 && cells.every(({ state }) => state === 'done')
}
