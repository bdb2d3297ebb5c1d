import { fullMarks, parseHundredths } from '#shared/domain/reviews/hundredths.ts'

/** What is typed in whole hundredths: null for empty, NaN for no number, for more than two decimals, and out of range. */
export function typedHundredths(text: string, most: number = fullMarks): number | null {
  if (text.trim() === '') return null
  const value = parseHundredths(text)
  return value === null || value < 0 || value > most ? Number.NaN : value
}
