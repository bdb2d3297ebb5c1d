import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dateOnly,
  daysBetween,
  firstDay,
  formatDots,
  formatInShanghai,
  formatPartialDate,
  instant,
  isDateOnly,
  isInstant,
  isPartialDate,
  isWrittenDate,
  lastDay,
  partialDate,
  precisionOf,
  sameAtCommonPrecision,
  todayInShanghai,
  wholeMonthsBetween,
} from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** Every day of two centuries, written by counting on the fingers: the reference the arithmetic is held against. */
function calendar(): readonly string[] {
  const days: string[] = []
  for (let year = 1890; year < 2110; year++) {
    const february = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 29 : 28
    const lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    lengths.forEach((length, month) => {
      for (let day = 1; day <= length; day++) {
        days.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
      }
    })
  }
  return days
}

const days = calendar()
const dayAt = (index: number): DateOnly => dateOnly(days[index] ?? '')
const anyIndex = fc.integer({ min: 0, max: days.length - 1 })

describe('what may be written down', () => {
  it.each(['0000', '0000-01-01', '1799-12-31', '2200-01-01', '9999-12-31', '2026-02-30'])(
    'refuses %s',
    (text) => {
      expect(isWrittenDate(text)).toBe(false)
    },
  )

  it.each(['1800', '1893-12-26', '1921-07', '2199-12-31'])('takes %s', (text) => {
    expect(isWrittenDate(text)).toBe(true)
  })
})

describe('calendar days', () => {
  it('accepts every real day of two centuries and their months and years', () => {
    expect(days.filter((day) => !isDateOnly(day))).toEqual([])
    expect(isPartialDate('1968')).toBe(true)
    expect(isPartialDate('1968-07')).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '',
  ])('refuses %s', (text) => {
    expect(isDateOnly(text)).toBe(false)
    expect(() => dateOnly(text)).toThrow('YYYY-MM-DD')
    expect(() => partialDate(text)).toThrow('YYYY-MM')
  })

  it('does not take a month for a day', () => {
    expect(isDateOnly('1968-07')).toBe(false)
  })

  it('counts days as the reference calendar does', () => {
    fc.assert(
      fc.property(anyIndex, anyIndex, (a, b) => {
        expect(daysBetween(dayAt(a), dayAt(b))).toBe(b - a)
        expect(addDays(dayAt(a), b - a)).toBe(days[b])
      }),
    )
  })

  it('adds months to the same day, or to the last of a shorter month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4000, max: days.length - 4000 }),
        fc.integer({ min: -120, max: 120 }),
        (at, months) => {
          const [year, month, day] = (days[at] ?? '').split('-').map(Number)
          const index = (year ?? 0) * 12 + (month ?? 0) - 1 + months
          const prefix = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-`
          const inMonth = days.filter((each) => each.startsWith(prefix))
          const wanted = inMonth[Math.min(day ?? 0, inMonth.length) - 1]
          expect(addMonths(dayAt(at), months)).toBe(wanted)
        },
      ),
    )
  })

  it('0.3: 1月31日 plus one month is the last day of February', () => {
    expect(addMonths(dateOnly('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(dateOnly('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addYears(dateOnly('2024-02-29'), 1)).toBe('2025-02-28')
  })

  it('finds the most whole months that fit between two days', () => {
    fc.assert(
      fc.property(anyIndex, fc.integer({ min: 0, max: 3000 }), (a, length) => {
        const [from, to] = [dayAt(a), dayAt(Math.min(a + length, days.length - 1))]
        const months = wholeMonthsBetween(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
        expect(wholeMonthsBetween(to, from) + months).toBe(0)
      }),
    )
  })

  it('0.3: 满一年以上 includes the day itself', () => {
    expect(wholeMonthsBetween(dateOnly('2025-06-10'), dateOnly('2026-06-09'))).toBe(11)
    expect(wholeMonthsBetween(dateOnly('2025-06-10'), dateOnly('2026-06-10'))).toBe(12)
  })
})

describe('age', () => {
  it('is in full years, not the difference of the years', () => {
    expect(ageOn(dateOnly('1990-12-31'), dateOnly('2026-12-30'))).toBe(35)
    expect(ageOn(dateOnly('1990-12-31'), dateOnly('2026-12-31'))).toBe(36)
  })

  it('counts a birthday known to the month from its first day (STA-05)', () => {
    expect(ageOn(partialDate('1990-12'), dateOnly('2026-12-01'))).toBe(36)
    expect(ageOn(partialDate('1990'), dateOnly('2026-01-01'))).toBe(36)
  })
})

describe('reduced precision', () => {
  it('spans from the first to the last day it can mean', () => {
    expect(firstDay(partialDate('1968'))).toBe('1968-01-01')
    expect(lastDay(partialDate('1968'))).toBe('1968-12-31')
    expect(firstDay(partialDate('1968-02'))).toBe('1968-02-01')
    expect(lastDay(partialDate('1968-02'))).toBe('1968-02-29')
    expect(firstDay(partialDate('1968-02-03'))).toBe('1968-02-03')
    expect(lastDay(partialDate('1968-02-03'))).toBe('1968-02-03')
    expect(['1968', '1968-02', '1968-02-03'].map((text) => precisionOf(partialDate(text)))).toEqual([
      'Y',
      'M',
      'D',
    ])
  })

  it('compares only as far as both dates go', () => {
    expect(sameAtCommonPrecision(partialDate('1964-12'), partialDate('1964-12-24'))).toBe(true)
    expect(sameAtCommonPrecision(partialDate('1964'), partialDate('1964-12-24'))).toBe(true)
    expect(sameAtCommonPrecision(partialDate('1964-11'), partialDate('1964-12-24'))).toBe(false)
    expect(sameAtCommonPrecision(partialDate('1964-12-23'), partialDate('1964-12-24'))).toBe(false)
  })

  it('is written without padding in documents and with dots in tables', () => {
    expect(['2026-05-08', '1968-07', '1968'].map((text) => formatPartialDate(partialDate(text)))).toEqual([
      '2026年5月8日',
      '1968年7月',
      '1968年',
    ])
    expect(['1998-07-01', '1998-07', '1998'].map((text) => formatDots(partialDate(text)))).toEqual([
      '1998.07.01',
      '1998.07',
      '1998',
    ])
  })
})

describe('today', () => {
  it('is the date in Shanghai: 16:30 UTC is already the next day there', () => {
    expect(todayInShanghai(instant(new Date('2026-01-14T16:30:00Z')))).toBe('2026-01-15')
    expect(todayInShanghai(instant(new Date('2026-01-14T15:59:59Z')))).toBe('2026-01-14')
  })

  it('shows the time of day in Shanghai', () => {
    expect(formatInShanghai(instant(new Date('2026-01-14T16:30:59Z')))).toBe('2026-01-15 00:30')
  })

  it('takes only UTC instants', () => {
    expect(isInstant('2026-05-08T01:30:00.000Z')).toBe(true)
    expect(isInstant('2026-05-08T01:30:00.000+08:00')).toBe(false)
    expect(isInstant('2026-05-08')).toBe(false)
  })
})

describe('time zone of the machine', () => {
  const script = `
    import * as d from ${JSON.stringify(new URL('../../../electron/shared/lib/dates.ts', import.meta.url).href)}
    const day = d.dateOnly('1940-06-01')
    console.log(JSON.stringify([new Date(0).getTimezoneOffset(), d.addDays(day, 1), d.addMonths(day, 8), d.daysBetween(day, d.dateOnly('1991-04-14')),
      d.parseWrittenDate('1940.6.1'), d.fromExcelSerial(14763, false), d.ageOn(day, d.dateOnly('2026-06-01')),
      d.todayInShanghai(d.instant(new Date('2026-01-14T16:30:00Z')))]))`
  const wanted = ['1940-06-02', '1941-02-01', 18_579, '1940-06-01', '1940-06-01', 86, '2026-01-15']

  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Shanghai', -480],
  ])('changes nothing under TZ=%s', (zone, offset) => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    expect(JSON.parse(output)).toEqual([offset, ...wanted])
  })
})
