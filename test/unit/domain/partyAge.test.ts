import { describe, expect, it } from 'vitest'
import { explainPartyAge, fiftyYearsBaseDay, fiftyYearsInParty, partyAge } from '#shared/domain/partyAge.ts'
import type { FiftyYearsFacts } from '#shared/domain/partyAge.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const asOf = dateOnly('2026-12-31')

function facts(regularOn: string | null, more: Partial<FiftyYearsFacts> = {}): FiftyYearsFacts {
  return {
    personType: '1',
    joinedOn: partialDate('1975-06-20'),
    regularOn: regularOn === null ? null : partialDate(regularOn),
    partyAgeCorrectionMonths: null,
    partyStatus: 'ZC',
    ...more,
  }
}

describe('党龄 (MEM-20)', () => {
  it('MEM-20 runs from 转正, in whole months, not from joining', () => {
    expect(partyAge(facts('2006-06-10'), dateOnly('2026-06-09'))).toMatchObject({ months: 239, years: 19 })
    expect(partyAge(facts('2006-06-10'), dateOnly('2026-06-10'))).toMatchObject({ months: 240, years: 20 })
  })

  it('MEM-20 takes the correction off, never below nothing', () => {
    expect(partyAge(facts('2006-06-10', { partyAgeCorrectionMonths: 24 }), asOf)).toMatchObject({
      months: 222,
      years: 18,
    })
    expect(partyAge(facts('2026-06-10', { partyAgeCorrectionMonths: 24 }), asOf)).toMatchObject({
      months: 0,
      years: 0,
    })
    expect(partyAge(facts('2027-06-10'), asOf)).toMatchObject({ months: 0, years: 0 })
  })

  it('MEM-20 is 0 for a 预备党员 and unknown without 转正日期', () => {
    expect(partyAge(facts(null, { personType: '2' }), asOf)).toMatchObject({ months: 0, years: 0 })
    expect(partyAge(facts(null), asOf)).toBeNull()
    expect(partyAge(facts('2006-06-10', { personType: null }), asOf)).toBeNull()
  })

  it('STA-05: a month counts from its first day, and says whether the years depend on it', () => {
    expect(partyAge(facts('1968-07'), asOf)).toEqual({
      months: 701,
      years: 58,
      leastMonths: 701,
      isYearCertain: true,
    })
    expect(partyAge(facts('1968-07'), dateOnly('2026-07-15'))).toEqual({
      months: 696,
      years: 58,
      leastMonths: 695,
      isYearCertain: false,
    })
    expect(partyAge(facts('1968'), asOf)).toMatchObject({ years: 58, leastMonths: 696, isYearCertain: true })
    expect(partyAge(facts('1968'), dateOnly('2026-12-30'))).toMatchObject({ years: 58, isYearCertain: false })
  })

  it('explains itself: inputs, rule, article, result', () => {
    expect(
      explainPartyAge(facts('1976-07', { partyAgeCorrectionMonths: 3 }), dateOnly('2026-10-15')),
    ).toEqual({
      code: 'MEM-20',
      title: '党龄',
      inputs: [
        { label: '统计截止日', value: '2026年10月15日' },
        { label: '入党日期（不作起算）', value: '1975年6月20日' },
        { label: '转正日期', value: '1976年7月' },
        { label: '党龄校正值', value: '3 个月' },
      ],
      rule: '统计截止日减转正日期，取整月，再减党龄校正值；从转正之日起算，预备期不计。转正日期不到日，按首日起算，如在最后一日转正，则为 49 年',
      basis: '《党章》第7条、《发展党员工作细则》第33条',
      result: '50 年（满 50 年）',
    })
    expect(explainPartyAge(facts(null), asOf).result).toBe('没有转正日期，无法计算')
    expect(explainPartyAge(facts(null, { personType: '2' }), asOf).result).toBe('0 年（预备党员）')
    expect(explainPartyAge(facts('2026-06-10'), asOf).result).toBe('0 年（满 6 个月）')
  })
})

describe('光荣在党50年 (MEM-21)', () => {
  const baseDay = fiftyYearsBaseDay(2026, defaultRuleSettings)
  const judge = (regularOn: string | null, more: Partial<FiftyYearsFacts> = {}) =>
    fiftyYearsInParty(facts(regularOn, more), baseDay, defaultRuleSettings)

  it('MEM-21 is asked on 1 July', () => {
    expect(baseDay).toBe('2026-07-01')
  })

  it('MEM-21 counts from 转正: joined fifty years ago is not enough', () => {
    expect(judge('1976-07-01')).toBe('yes')
    expect(judge('1976-07-02')).toBe('no')
    expect(judge('1977-03-01', { joinedOn: partialDate('1976-03-01') })).toBe('no')
  })

  it('MEM-21 is unsure where only the month is known and it decides', () => {
    expect(judge('1976-07')).toBe('unsure')
    expect(judge('1976-06')).toBe('yes')
    expect(judge('1976')).toBe('unsure')
    expect(judge(null)).toBe('unsure')
  })

  it('MEM-21 is for the living in good standing', () => {
    expect(judge('1960-01-01', { partyStatus: 'SW' })).toBe('no')
    expect(judge('1960-01-01', { partyStatus: 'LC' })).toBe('no')
    expect(judge('1960-01-01', { partyAgeCorrectionMonths: 240 })).toBe('no')
    expect(judge(null, { personType: '2' })).toBe('no')
  })
})
