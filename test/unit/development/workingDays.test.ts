import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countWorkingDays,
  emptyWorkCalendar,
  holidayYearSchema,
  isProvisional,
  isWorkingDay,
  latestStart,
  nthWorkingDay,
} from '#shared/domain/workingDays.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import { calendar } from './aFile.ts'

const day = dateOnly
const counted = (from: string, to: string, countStart = true) =>
  countWorkingDays(day(from), day(to), calendar, countStart)

describe('working days (domain 0.3)', () => {
  it.each([
    ['2026-10-01', false, '国庆节'],
    ['2026-10-10', true, '调休上班的星期六'],
    ['2026-09-20', true, '调休上班的星期日'],
    ['2026-09-19', false, '普通星期六'],
    ['2026-02-16', false, '春节假期里的星期一'],
    ['2026-02-24', true, '春节后第一天'],
    ['2025-01-26', true, '2025 年春节前的星期日'],
    ['2024-05-11', true, '2024 年劳动节后的星期六'],
    ['2024-06-10', false, '2024 年端午节'],
  ])('%s works: %s (%s)', (date, works) => {
    expect(isWorkingDay(day(date), calendar)).toBe(works)
  })

  it('every working weekend is a Saturday or Sunday outside the holidays of the three years', () => {
    for (const worked of calendar.worked) {
      expect(isWorkingDay(worked, emptyWorkCalendar)).toBe(false)
      expect(calendar.off.has(worked)).toBe(false)
    }
    expect([...calendar.years]).toEqual([2024, 2025, 2026])
  })

  it('counts days of 2026 to what the notice leaves: 248 working days', () => {
    expect(counted('2026-01-01', '2026-12-31')).toBe(248)
  })

  it('a notice put up on a working day counts it as the first; five days run to the following Monday over a weekend', () => {
    expect(nthWorkingDay(day('2026-05-19'), 5, calendar, true)).toBe('2026-05-25')
    expect(nthWorkingDay(day('2026-05-19'), 5, calendar, false)).toBe('2026-05-26')
    expect(counted('2026-05-19', '2026-05-25')).toBe(5)
    expect(counted('2026-05-19', '2026-05-25', false)).toBe(4)
  })

  it('a notice put up on a day off begins with the next working day', () => {
    expect(nthWorkingDay(day('2026-10-03'), 5, calendar, true)).toBe('2026-10-13')
  })

  it('ten calendar days over 国庆 hold only three working days, one of them a Saturday', () => {
    expect(counted('2025-10-02', '2025-10-11')).toBe(3)
  })

  it('counting a stretch is counting its days one by one, in any years', () => {
    const start = fc.integer({ min: 0, max: 1800 }).map((n) => addDays(day('2023-06-01'), n))
    fc.assert(
      fc.property(start, fc.integer({ min: -5, max: 60 }), fc.boolean(), (from, length, countStart) => {
        const each = Array.from({ length: Math.max(0, length + 1) }, (_, n) => addDays(from, n))
        const working = each.filter((one, n) => (n > 0 || countStart) && isWorkingDay(one, calendar))
        const to = addDays(from, length)
        expect(countWorkingDays(from, to, calendar, countStart)).toBe(working.length)
        if (working.length > 0) {
          expect(nthWorkingDay(from, working.length, calendar, countStart)).toBe(working.at(-1))
        }
      }),
    )
  })

  it('a year without data is counted Monday to Friday and said to be 暂算', () => {
    expect(isProvisional(day('2026-12-28'), day('2027-01-04'), calendar)).toBe(true)
    expect(isProvisional(day('2026-12-01'), day('2026-12-31'), calendar)).toBe(false)
    expect(isWorkingDay(day('2027-10-01'), calendar)).toBe(true)
    expect(isWorkingDay(day('2027-10-02'), calendar)).toBe(false)
  })

  it('latestStart is the last day whose notice still ends in time', () => {
    for (let n = 0; n < 60; n += 1) {
      const to = addDays(day('2026-09-15'), n)
      const start = latestStart(to, 5, calendar, true)
      expect(nthWorkingDay(start, 5, calendar, true) <= to).toBe(true)
      expect(nthWorkingDay(addDays(start, 1), 5, calendar, true) > to).toBe(true)
    }
  })

  it('refuses a table with an impossible day or a key it does not know', () => {
    const year = { year: 2027, source: '', holidays: [], workingWeekends: ['2027-02-29'] }
    expect(holidayYearSchema.safeParse(year).success).toBe(false)
    expect(holidayYearSchema.safeParse({ ...year, workingWeekends: [], extra: 1 }).success).toBe(false)
    expect(holidayYearSchema.safeParse({ ...year, workingWeekends: [] }).success).toBe(true)
  })
})
