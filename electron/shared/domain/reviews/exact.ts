/** A number as two whole ones, reduced, the lower one positive: scores are rounded once, at their end, and never before. */
export interface Exact {
  readonly numerator: bigint
  readonly denominator: bigint
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b]
  while (low !== 0n) [high, low] = [low, high % low]
  return high
}

export function exact(numerator: number | bigint, denominator: number | bigint = 1): Exact {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)]
  if (bottom === 0n) throw new Error('divided by nothing')
  const shared = greatestCommon(top, bottom < 0n ? -bottom : bottom)
  const sign = bottom < 0n ? -1n : 1n
  return { numerator: (sign * top) / shared, denominator: (sign * bottom) / shared }
}

export function isSame(a: Exact, b: Exact): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** Σ weight × value ÷ Σ weight; weights are whole numbers of one unit and must not all be nothing. */
export function weightedMean(parts: readonly { readonly weight: number; readonly value: Exact }[]): Exact {
  let [numerator, denominator, weights] = [0n, 1n, 0n]
  for (const { weight, value } of parts) {
    const times = BigInt(weight)
    weights += times
    if (value.denominator === denominator) numerator += times * value.numerator
    else {
      numerator = numerator * value.denominator + times * value.numerator * denominator
      denominator *= value.denominator
    }
  }
  return exact(numerator, denominator * weights)
}

/** 四舍五入 to hundredths: 87.975 becomes 8798. Scores are never below nothing. */
export function toHundredths({ numerator, denominator }: Exact): number {
  if (numerator < 0n) throw new Error('a score below nothing')
  return Number((numerator * 200n + denominator) / (denominator * 2n))
}

/** How many decimals the number has; null where it never ends. */
function decimalsOf(denominator: bigint): number | null {
  for (let [decimals, power] = [0, 1n]; decimals <= 12; decimals += 1, power *= 10n)
    if (power % denominator === 0n) return decimals
  return null
}

/** 84.5, or 253/3 where decimals would not end. */
export function exactText({ numerator, denominator }: Exact): string {
  const decimals = decimalsOf(denominator)
  if (decimals === null) return `${numerator}/${denominator}`
  const digits = String((numerator * 10n ** BigInt(decimals)) / denominator).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** As people read it: 84.5, or 84.3333… cut (not rounded) where decimals would not end within four. */
export function decimalText(value: Exact): string {
  const { numerator, denominator } = value
  const decimals = decimalsOf(denominator)
  if (decimals !== null && decimals <= 4) return exactText(value)
  return `${exactText(exact((numerator * 10_000n) / denominator, 10_000))}…`
}

/** What `exactText` wrote. */
export function parseExact(text: string): Exact {
  const [top = '', bottom] = text.split('/')
  if (bottom !== undefined) return exact(BigInt(top), BigInt(bottom))
  const [whole = '', decimals = ''] = top.split('.')
  return exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}
