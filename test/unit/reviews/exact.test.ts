import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exact,
  exactText,
  isSame,
  parseExact,
  toHundredths,
  weightedMean,
} from '#shared/domain/reviews/exact.ts'
import { parseHundredths, pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'

describe('exact numbers', () => {
  it('rounds half up where a float would not: 87.975, 1.005 and 84.555', () => {
    expect(toHundredths(exact(87_975, 1000))).toBe(87_98)
    expect(toHundredths(exact(1005, 1000))).toBe(101)
    expect(toHundredths(exact(84_555, 1000))).toBe(84_56)
    expect(toHundredths(exact(84_5549, 10_000))).toBe(84_55)
  })

  it('refuses to divide by nothing, or to round what is below it', () => {
    expect(() => exact(1, 0)).toThrow('divided by nothing')
    expect(() => weightedMean([{ weight: 0, value: exact(1) }])).toThrow('divided by nothing')
    expect(() => toHundredths(exact(-1, 3))).toThrow('below nothing')
  })

  it('is written as a decimal that ends, else as a fraction', () => {
    expect([exact(169, 2), exact(3), exact(1, 20), exact(253, 3)].map(exactText)).toEqual([
      '84.5',
      '3',
      '0.05',
      '253/3',
    ])
  })

  it('is read back from what was written, whatever the number', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (top, bottom) => {
        const number = exact(top, bottom)
        return isSame(parseExact(exactText(number)), number)
      }),
    )
  })

  it('a mean of thirds and sevenths loses nothing', () => {
    const mean = weightedMean([
      { weight: 1, value: exact(1, 3) },
      { weight: 2, value: exact(1, 7) },
    ])
    expect(exactText(mean)).toBe('13/63')
  })
})

describe('points and weights in hundredths', () => {
  it('are read digit by digit: 1.255 is refused, 33.33 and ８５ are exact', () => {
    expect(['33.33', '８５', '85.5', '-3', '0.10', '7.500'].map(parseHundredths)).toEqual([
      33_33, 85_00, 85_50, -300, 10, 750,
    ])
    expect(['1.255', '', '8 5', '1e2', '85.', 'abc', '0.30000000000000004'].map(parseHundredths)).toEqual(
      Array.from({ length: 7 }, () => null),
    )
  })

  it('a published score has two decimals, a weight only those it needs', () => {
    expect([scoreText(87_98), scoreText(90_00), scoreText(5)]).toEqual(['87.98', '90.00', '0.05'])
    expect([pointsText(33_33), pointsText(30_00), pointsText(85_50)]).toEqual(['33.33', '30', '85.5'])
  })
})
