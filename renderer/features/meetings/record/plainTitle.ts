import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { isDateOnly } from '#shared/lib/dates.ts'

/** 2026年3月主题党日、党课: a title for a meeting without one of its own; null while kinds and day are not known. */
export function plainTitle(kinds: readonly MeetingKind[], heldOn: string): string | null {
  if (kinds.length === 0 || !isDateOnly(heldOn)) return null
  const [year, month] = heldOn.split('-').map(Number)
  return `${year}年${month}月${kinds.map((kind) => meetingKindShort[kind]).join('、')}`
}
