/** 超过半数: 10 needs 6. Not 半数以上. */
export function moreThanHalf(count: number, of: number): boolean {
  return count * 2 > of
}

/** 半数以上: 以上 includes the number itself, so 10 needs 5. Nobody at all is not half of nobody. */
export function halfOrMore(count: number, of: number): boolean {
  return of > 0 && count * 2 >= of
}

/** 三分之二以上. */
export function twoThirdsOrMore(count: number, of: number): boolean {
  return of > 0 && count * 3 >= of * 2
}

/** A percentage is kept as its two numbers and rounded only when shown. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}

/** One decimal, rounded half up in integers: 1/8 is 12.5%, 2/3 is 66.7%. Of nothing: —. */
export function formatPercent({ numerator, denominator }: Ratio): string {
  if (denominator === 0) return '—'
  return formatTenths(Math.floor((numerator * 2000 + denominator) / (denominator * 2)))
}

/** Shares of one whole with one decimal that add up to exactly 100.0% (largest remainder; ties to the earlier part). */
export function formatShares(counts: readonly number[]): readonly string[] {
  const whole = counts.reduce((sum, count) => sum + count, 0)
  if (whole === 0) return counts.map(() => '—')
  const floors = counts.map((count) => Math.floor((count * 1000) / whole))
  const missing = 1000 - floors.reduce((sum, tenths) => sum + tenths, 0)
  const byRemainder = counts
    .map((count, index) => ({ index, remainder: (count * 1000) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index))
  return floors.map((tenths, index) => formatTenths(tenths + (raised.has(index) ? 1 : 0)))
}
