import { describe, expect, it } from 'vitest'
import { capitalDigits, capitalNumber, capitalYearMonth } from '#shared/lib/capitals.ts'
import { partialDate } from '#shared/lib/dates.ts'

describe('numbers in capitals', () => {
  it.each([
    [0, '零'],
    [1, '壹'],
    [9, '玖'],
    [10, '壹拾'],
    [11, '壹拾壹'],
    [20, '贰拾'],
    [30, '叁拾'],
    [31, '叁拾壹'],
    [90, '玖拾'],
    [100, '壹佰'],
    [105, '壹佰零伍'],
    [110, '壹佰壹拾'],
    [1000, '壹仟'],
    [1001, '壹仟零壹'],
    [1010, '壹仟零壹拾'],
    [9999, '玖仟玖佰玖拾玖'],
  ])('%d is %s', (value, text) => {
    expect(capitalNumber(value)).toBe(text)
  })

  it.each([-1, 1.5, 10_000, Number.NaN])('%d is no number of days', (value) => {
    expect(() => capitalNumber(value)).toThrow('not a whole number')
  })

  it('writes a year digit by digit with 零, never 〇', () => {
    expect(capitalDigits('2026')).toBe('贰零贰陆')
    expect(capitalDigits('2000')).toBe('贰零零零')
  })
})

describe('a month in capitals', () => {
  it.each([
    ['2026-06', '贰零贰陆年陆月'],
    ['2026-10', '贰零贰陆年壹拾月'],
    ['2026-12', '贰零贰陆年壹拾贰月'],
    ['2030-01', '贰零叁零年壹月'],
    ['2026-06-15', '贰零贰陆年陆月'],
  ])('%s is %s', (date, text) => {
    expect(capitalYearMonth(partialDate(date))).toBe(text)
  })

  it('cannot be made of a year alone', () => {
    expect(capitalYearMonth(partialDate('2026'))).toBeNull()
  })
})
