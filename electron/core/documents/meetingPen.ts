import { formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { createMissingList, type MissingItem } from './missing.ts'

/** Writes values of one record, or blanks that are then listed once each. */
export interface MeetingPen {
  fill(value: string | number | null | undefined, label: string): string
  day(value: PartialDate | null | undefined, label: string): string
  readonly missing: readonly MissingItem[]
}

/** `subject`: which paper of which record, as the list of blanks names it. */
export function meetingPen(place: string, subject: string): MeetingPen {
  const [list, quiet] = [createMissingList(), createMissingList()]
  const listed = new Set<string>()
  const fill: MeetingPen['fill'] = (value, label) => {
    const text = value === null || value === undefined ? null : String(value)
    const isEmpty = text === null || text.trim() === ''
    const into = isEmpty && listed.has(label) ? quiet : list
    if (isEmpty) listed.add(label)
    return into.fill(text, { field: label, label, place, subject: `（${subject}）` })
  }
  return {
    fill,
    day: (value, label) => fill(value ? formatPartialDate(value) : null, label),
    missing: list.items,
  }
}
