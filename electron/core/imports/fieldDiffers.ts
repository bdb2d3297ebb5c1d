import { isPartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'

/** Whether the file's text says something the record's does not; a month says nothing new about a day within it. */
export function textDiffers(before: string, after: string): boolean {
  if (before === after) return false
  if (!isPartialDate(before) || !isPartialDate(after)) return true
  return after.length > before.length || !sameAtCommonPrecision(before, after)
}
