import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatPercent,
  formatShares,
  halfOrMore,
  moreThanHalf,
  twoThirdsOrMore,
} from '#shared/domain/counting.ts'

describe('majorities (domain 0.3)', () => {
  it('超过半数 of 10 is 6, 半数以上 is 5', () => {
    expect(moreThanHalf(5, 10)).toBe(false)
    expect(moreThanHalf(6, 10)).toBe(true)
    expect(halfOrMore(5, 10)).toBe(true)
    expect(halfOrMore(4, 10)).toBe(false)
  })

  it('of an odd number both ask for the same', () => {
    expect([moreThanHalf(2, 3), halfOrMore(2, 3), moreThanHalf(1, 3), halfOrMore(1, 3)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('三分之二以上 of 9 is 6, of 10 is 7', () => {
    expect([
      twoThirdsOrMore(6, 9),
      twoThirdsOrMore(5, 9),
      twoThirdsOrMore(7, 10),
      twoThirdsOrMore(6, 10),
    ]).toEqual([true, false, true, false])
  })

  it('is never reached by nobody of nobody', () => {
    expect([moreThanHalf(0, 0), halfOrMore(0, 0), twoThirdsOrMore(0, 0)]).toEqual([false, false, false])
  })

  it.each([
    [20, 10, false],
    [20, 11, true],
    [3, 2, true],
  ])('a meeting of %i with %i present may begin: %s (T1, T2, T5)', (should, present, can) => {
    expect(moreThanHalf(present, should)).toBe(can)
  })
})

describe('percentages', () => {
  it('keep one decimal, half up', () => {
    expect(formatPercent({ numerator: 1, denominator: 8 })).toBe('12.5%')
    expect(formatPercent({ numerator: 2, denominator: 3 })).toBe('66.7%')
    expect(formatPercent({ numerator: 1, denominator: 2000 })).toBe('0.1%')
    expect(formatPercent({ numerator: 7, denominator: 7 })).toBe('100.0%')
    expect(formatPercent({ numerator: 0, denominator: 0 })).toBe('—')
  })

  it('of one whole add up to exactly 100.0%', () => {
    expect(formatShares([1, 1, 1])).toEqual(['33.4%', '33.3%', '33.3%'])
    expect(formatShares([0, 0])).toEqual(['—', '—'])
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), (counts) => {
        fc.pre(counts.some((count) => count > 0))
        const tenths = formatShares(counts).map((text) => Number(text.replace('.', '').replace('%', '')))
        expect(tenths.reduce((sum, each) => sum + each, 0)).toBe(1000)
      }),
    )
  })
})
