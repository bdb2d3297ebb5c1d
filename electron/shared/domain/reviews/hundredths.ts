import { toHalfWidth } from '../../lib/text.ts'

/** Points and weights are kept as whole hundredths: 33.33 is 3333. */
export const fullMarks = 100_00

/** 85, 85.5, -3; null for anything else, and for more than two decimals. Digits are split, never multiplied. */
export function parseHundredths(text: string): number | null {
  const match = /^(-?)(\d{1,6})(?:\.(\d{1,2})0*)?$/.exec(toHalfWidth(text).trim())
  if (match === null) return null
  const [, sign, whole, decimals = ''] = match
  const value = Number(`${whole}${decimals.padEnd(2, '0')}`)
  return sign === '-' ? 0 - value : value
}

const parts = (value: number) => ({
  sign: value < 0 ? '-' : '',
  whole: Math.trunc(Math.abs(value) / 100),
  rest: String(Math.abs(value) % 100).padStart(2, '0'),
})

/** A score as it is published: always two decimals. */
export function scoreText(value: number): string {
  const { sign, whole, rest } = parts(value)
  return `${sign}${whole}.${rest}`
}

/** Points and weights as they were given: without zeros at the end. */
export function pointsText(value: number): string {
  const { sign, whole, rest } = parts(value)
  return rest === '00' ? `${sign}${whole}` : `${sign}${whole}.${rest.replace(/0$/, '')}`
}
