import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWorkingDays, isProvisional, isWorkingDay, withSetDays } from '#shared/domain/workingDays.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import { calendar } from './aFile.ts'

const day = dateOnly

describe('days set by hand', () => {
  it('stand over the calendar that came with the program, and change nothing else', () => {
    const date = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(day('2024-01-01'), n))
    const set = fc.uniqueArray(fc.record({ day: date, isWorkingDay: fc.boolean() }), {
      selector: (each) => each.day,
      maxLength: 20,
    })
    fc.assert(
      fc.property(set, date, (days, other) => {
        const mine = withSetDays(calendar, days)
        for (const each of days) expect(isWorkingDay(each.day, mine)).toBe(each.isWorkingDay)
        if (days.every((each) => each.day !== other))
          expect(isWorkingDay(other, mine)).toBe(isWorkingDay(other, calendar))
        const [from, to] = [day('2024-01-01'), day('2028-12-31')]
        let counted = 0
        for (let each = from; each <= to; each = addDays(each, 1)) if (isWorkingDay(each, mine)) counted += 1
        expect(countWorkingDays(from, to, mine, true)).toBe(counted)
      }),
      { numRuns: 25 },
    )
  })

  it('one day does not make a year known, its whole notice does', () => {
    const off = (from: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({ day: addDays(day(from), n), isWorkingDay: false }))
    const [from, to] = [day('2027-10-01'), day('2027-10-31')]
    expect(isProvisional(from, to, withSetDays(calendar, off('2027-10-01', 1)))).toBe(true)
    const whole = [...off('2027-10-01', 7), ...off('2027-02-05', 9)]
    expect(isProvisional(from, to, withSetDays(calendar, whole))).toBe(false)
  })
})
