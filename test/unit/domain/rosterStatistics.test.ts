import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMinority, rosterStatistics } from '#shared/domain/rosterStatistics.ts'
import type { StatisticRow, StatisticsFacts } from '#shared/domain/rosterStatistics.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly, isPartialDate, partialDate } from '#shared/lib/dates.ts'

const asOf = dateOnly('2026-12-31')

function person(more: Partial<StatisticsFacts> = {}): StatisticsFacts {
  return {
    id: 'one',
    personType: '1',
    partyStatus: 'ZC',
    gender: '1',
    birthDate: partialDate('1980-01-01'),
    ethnicity: '01',
    education: '21',
    joinedOn: partialDate('2005-06-10'),
    regularOn: partialDate('2006-06-10'),
    partyAgeCorrectionMonths: null,
    isFloating: null,
    isHardship: false,
    ...more,
  }
}

const statistics = (...members: readonly StatisticsFacts[]) =>
  rosterStatistics(members, asOf, defaultRuleSettings)
const filled = (rows: readonly StatisticRow[]) =>
  rows.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${count}`)

describe('roster statistics', () => {
  it('STA-01: counts 预备党员 and 留党察看, not those stopped, gone or dead', () => {
    const all = ['ZC', 'LC', 'XQ', 'ZZQL', 'TZ', 'CD', 'SW', 'ZCU'].map((partyStatus) =>
      person({ partyStatus }),
    )
    const result = statistics(
      ...all,
      person({ personType: '2', regularOn: null }),
      person({ personType: null }),
    )
    expect([result.total, result.full, result.probationary]).toEqual([5, 4, 1])
  })

  it('STA-04: an empty people, 汉族 and 外国血统 are no minority', () => {
    expect([null, '', '01', '98', '15', '97'].map(isMinority)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ])
  })

  it.each([
    ['1996-01-01', '30岁及以下'],
    ['1995-12-31', '31—35岁'],
    ['1991-12-31', '31—35岁'],
    ['1990-12-31', '36—40岁'],
    ['1956-01-01', '66—70岁'],
    ['1955-12-31', '71岁及以上'],
  ])('born %s stands in %s on 2026-12-31', (birthDate, label) => {
    expect(filled(statistics(person({ birthDate: partialDate(birthDate) })).age)).toEqual([`${label} 1`])
  })

  it.each([
    ['2026-01-01', '不满1年'],
    ['2025-12-31', '1—5年'],
    ['2021-01-01', '1—5年'],
    ['2020-12-31', '6—10年'],
    ['1985-12-31', '41—49年'],
    ['1976-12-31', '50年及以上'],
    ['1977-01-01', '41—49年'],
  ])('STA-03: 转正 on %s stands in %s', (regularOn, label) => {
    expect(filled(statistics(person({ regularOn: partialDate(regularOn) })).partyAge)).toEqual([`${label} 1`])
  })

  it('STA-05: lists whoever a month alone may have put into the wrong band', () => {
    const at = dateOnly('2026-07-15')
    const members = [
      person({ id: 'edge', birthDate: partialDate('1995-07') }),
      person({ id: 'inside', birthDate: partialDate('1993-07') }),
      person({ id: 'whole', birthDate: partialDate('1995-07-15') }),
      person({ id: 'party', regularOn: partialDate('2005-07') }),
    ]
    expect(rosterStatistics(members, at, defaultRuleSettings).uncertainIds).toEqual(['edge', 'party'])
  })

  it('STA-02: every table adds up to the total, whatever is missing', () => {
    const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    const date = orNull(
      fc
        .integer({ min: -18_000, max: 20_000 })
        .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
        .filter(isPartialDate),
    )
    const anybody = fc.record({
      id: fc.uuid(),
      personType: fc.constantFrom('1', '2', null),
      partyStatus: fc.constantFrom('ZC', 'LC', 'SW', 'TZ', null),
      gender: orNull(fc.constantFrom('1', '2', '9')),
      birthDate: date,
      ethnicity: orNull(fc.constantFrom('01', '15', '97', '98', '')),
      education: orNull(fc.constantFrom('10', '21', '23', '31', '41', '53', '69', 'x')),
      joinedOn: date,
      regularOn: date,
      partyAgeCorrectionMonths: orNull(fc.nat(300)),
      isFloating: orNull(fc.boolean()),
      isHardship: orNull(fc.boolean()),
    })
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 40 }), (members) => {
        const result = statistics(...members)
        const sum = (rows: readonly StatisticRow[]) => rows.reduce((total, { count }) => total + count, 0)
        const tables = [result.gender, result.age, result.education, result.partyAge, result.ethnicity]
        expect(tables.map(sum)).toEqual(tables.map(() => result.total))
        expect(result.full + result.probationary).toBe(result.total)
      }),
    )
  })

  it('counts 流动 and 困难党员 among those who count', () => {
    const result = statistics(
      person({ isFloating: true, isHardship: true }),
      person({ isFloating: true, partyStatus: 'ZCU' }),
      person(),
    )
    expect([result.floating, result.hardship]).toEqual([1, 1])
  })

  it('puts schooling into the six columns', () => {
    const result = statistics(
      person({ education: '10' }),
      person({ education: '23' }),
      person({ education: null }),
    )
    expect(filled(result.education)).toEqual(['研究生 1', '大学专科 1', '未登记 1'])
  })
})
