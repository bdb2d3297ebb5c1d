import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOnly,
  formatDots,
  formatPartialDate,
  fromCellNumber,
  fromExcelSerial,
  parseWrittenDate,
} from '#shared/lib/dates.ts'

describe('written dates (domain 2.5)', () => {
  it.each([
    ['1998.07', '1998-07'],
    ['199807', '1998-07'],
    ['1998年7月', '1998-07'],
    ['1998年07月', '1998-07'],
    ['1998年7月份', '1998-07'],
    ['1998-7', '1998-07'],
    ['1998/07', '1998-07'],
    ['1998.7.', '1998-07'],
    ['1998-7-1', '1998-07-01'],
    ['1998/7/1', '1998-07-01'],
    ['1998/12/08', '1998-12-08'],
    ['1998.7.1', '1998-07-01'],
    ['19980701', '1998-07-01'],
    ['1998年7月1日', '1998-07-01'],
    ['1998年07月01日', '1998-07-01'],
    ['1998年7月1号', '1998-07-01'],
    ['1998年7月1', '1998-07-01'],
    ['１９９８．０７', '1998-07'],
    ['１９９８年７月１日', '1998-07-01'],
    [' 1998 年 7 月 1 日 ', '1998-07-01'],
    ['1998 07 01', '1998-07-01'],
    ["'1998.07", '1998-07'],
    ['1998。07', '1998-07'],
    ['1998—07—01', '1998-07-01'],
    ['1998-07-01 00:00:00', '1998-07-01'],
    ['1998/7/1 8:30', '1998-07-01'],
    ['1998-07-01T00:00:00', '1998-07-01'],
    ['1998', '1998'],
    ['1998年', '1998'],
  ])('reads %s as %s', (text, date) => {
    expect(parseWrittenDate(text)).toBe(date)
  })

  it.each([
    '',
    '无',
    '至今',
    '98.7',
    '7/1/1998',
    '1998年13月',
    '1998.0',
    '1998-2-30',
    '20230229',
    '1998701',
    '19987',
    '0998.07',
    '3998.07',
    '1998.07.01.02',
    '1998年7月1日1998年',
    '1998-7日',
    '41867',
  ])('does not guess at %s', (text) => {
    expect(parseWrittenDate(text)).toBeNull()
  })

  it('keeps single digits apart: 1998 1 2 is not December', () => {
    expect(parseWrittenDate('1998 1 2')).toBe('1998-01-02')
  })

  it('reads back whatever it writes', () => {
    const day = fc
      .integer({ min: -36_000, max: 60_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.constantFrom(10, 7, 4), (text, length) => {
        const date = parseWrittenDate(text.slice(0, length))
        expect(date).toBe(text.slice(0, length))
        if (date === null) return
        expect(parseWrittenDate(formatPartialDate(date))).toBe(date)
        expect(parseWrittenDate(formatDots(date))).toBe(date)
      }),
    )
  })
})

describe('numbers in a date column', () => {
  it('are day serials of the 1900 and the 1904 system', () => {
    expect(fromExcelSerial(41_867, false)).toBe('2014-08-16')
    expect(fromExcelSerial(41_867.75, false)).toBe('2014-08-16')
    expect(fromExcelSerial(1, false)).toBe('1900-01-01')
    expect(fromExcelSerial(59, false)).toBe('1900-02-28')
    expect(fromExcelSerial(61, false)).toBe('1900-03-01')
    expect(fromExcelSerial(40_405, true)).toBe('2014-08-16')
    expect(fromExcelSerial(2_958_465, false)).toBe('9999-12-31')
  })

  it('are null where Excel itself has no such day', () => {
    expect(
      [60, 0, -1, 2_958_466, Number.NaN, Infinity].map((serial) => fromExcelSerial(serial, false)),
    ).toEqual(Array.from({ length: 6 }, () => null))
  })

  it('may be dates typed without separators', () => {
    expect(fromCellNumber(199_807, false)).toBe('1998-07')
    expect(fromCellNumber(19_980_701, false)).toBe('1998-07-01')
    expect(fromCellNumber(1998, false)).toBe('1998')
    expect(fromCellNumber(1998.07, false)).toBe('1998-07')
    expect(fromCellNumber(1998.12, false)).toBe('1998-12')
    expect(fromCellNumber(199_813, false)).toBeNull()
    expect(fromCellNumber(41_867, false)).toBe(dateOnly('2014-08-16'))
  })

  it('leave 1998.1 open, since Excel drops the zero of 1998.10', () => {
    expect(fromCellNumber(1998.1, false)).toBeNull()
  })
})
