import type { PartialDate } from './dates.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'

/** Digit by digit: 2026 -> 贰零贰陆. The zero is 零, as the forms of 组通字〔2006〕45号 are filled in, never 〇. */
export function capitalDigits(text: string): string {
  return text.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? '')
}

const places = ['', '拾', '佰', '仟'] as const

/** A whole number from 0 to 9999 in the capitals nobody can alter: 30 -> 叁拾, 10 -> 壹拾, 105 -> 壹佰零伍. */
export function capitalNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new Error('not a whole number up to 9999')
  const figures = String(value)
  const written = Array.from(figures)
    .map((digit, index) =>
      digit === '0' ? '零' : `${capitalDigits(digit)}${places[figures.length - 1 - index] ?? ''}`,
    )
    .join('')
    .replaceAll(/零+/g, '零')
  return written === '零' ? written : written.replace(/零$/, '')
}

/** `2026-06` -> 贰零贰陆年陆月; a whole day's date gives its month. Null for a year alone: no month can be printed from it. */
export function capitalYearMonth(date: PartialDate): string | null {
  const [year, month] = date.split('-')
  if (year === undefined || month === undefined) return null
  return `${capitalDigits(year)}年${capitalNumber(Number(month))}月`
}
