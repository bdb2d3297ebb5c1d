import { firstDay, lastDay, parseWrittenDate, type PartialDate } from '#shared/lib/dates.ts'
import { toHalfWidth } from '#shared/lib/text.ts'

export interface DateSpan {
  readonly from: PartialDate
  readonly to: PartialDate
}

/** A cell of days: from and to (the same for one day), and what stands beside them. */
export type SpanReading =
  | { readonly is: 'span'; readonly span: DateSpan; readonly note: string }
  | { readonly is: 'reversed' }
  /** No day in it, only a note such as 24学时. */
  | { readonly is: 'note'; readonly note: string }
  | { readonly is: 'unreadable' }

/** 11.16 or 16日 after 2025.11.14: the year, or year and month, of the first day. */
function secondDate(text: string, from: PartialDate): PartialDate | null {
  const whole = parseWrittenDate(text)
  if (whole !== null) return whole
  const parts = /^(?:(\d{1,2})[.\-/月])?(\d{1,2})日?$/.exec(text)
  if (parts === null || from.length < 10) return null
  const [, month = from.slice(5, 7), day = ''] = parts
  return parseWrittenDate(`${from.slice(0, 4)}-${month}-${day}`)
}

const joints = /\s*(?:至|到|~|～|—+|–|--+)\s*/

// A plain stroke joins two days only where the days themselves are written without strokes.
function halves(text: string): readonly string[] {
  const parts = text.split(joints).filter((part) => part !== '')
  if (parts.length !== 1 || !/[./年]/.test(text)) return parts
  return text.split('-').filter((part) => part !== '')
}

/** `2025-11-14至2025-11-16`, `2025.11.14-11.16`, `2026-05-03(24学时)`, `24学时`. */
export function readSpan(written: string): SpanReading {
  const text = toHalfWidth(written).trim()
  const notes = [...text.matchAll(/\(([^)]*)\)/g)].map(([, note = '']) => note)
  const outside = text.replaceAll(/\([^)]*\)/g, '').trim()
  const beside = /[,，、;；\s]*(\d{1,4}\s*(?:个)?(?:学时|课时|天|小时))\s*$/.exec(outside)
  const days = beside === null ? outside : outside.slice(0, beside.index).trim()
  const note = [...notes, ...(beside === null ? [] : [beside[1] ?? ''])].join(' ').trim()
  if (days === '') return note === '' ? { is: 'unreadable' } : { is: 'note', note }
  const [first = '', second, more] = halves(days)
  const from = parseWrittenDate(first)
  if (from === null || more !== undefined) return { is: 'unreadable' }
  const to = second === undefined ? from : secondDate(second, from)
  if (to === null) return { is: 'unreadable' }
  return firstDay(from) > lastDay(to) ? { is: 'reversed' } : { is: 'span', span: { from, to }, note }
}

/** Days and hours that stand in a note: 24学时, 3天, 共3天24课时. */
export function readTrainingNote(note: string): {
  readonly days: number | null
  readonly hours: number | null
} {
  const number = (found: RegExpExecArray | null) => (found === null ? null : Number(found[1]))
  return {
    days: number(/(\d{1,3})\s*天/.exec(note)),
    hours: number(/(\d{1,4})\s*(?:个)?(?:学时|课时|小时)/.exec(note)),
  }
}
