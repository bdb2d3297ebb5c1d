import { toHalfWidth } from '#shared/lib/text.ts'

/** 9:30, 9点30分, 930, 14时 as HH:MM; null for what is no time of day. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.点时](\d{1,2})?分?|(\d{2}))$/.exec(toHalfWidth(text).replaceAll(/\s/g, ''))
  if (match === null) return null
  const [, hours = '', first, second] = match
  const minutes = first ?? second ?? '0'
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
