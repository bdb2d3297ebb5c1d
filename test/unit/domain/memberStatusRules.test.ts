import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, aProbationaryMember, findingsOf, summaryOf } from './aMember.ts'

describe('党籍 rules', () => {
  it('MEM-01: abroad for more than five years, not for five', () => {
    const facts = aMember({ abroadSince: partialDate('2021-10-30') })
    expect(summaryOf(facts, dateOnly('2026-10-30'))).toEqual([])
    expect(summaryOf(facts, dateOnly('2026-10-31'))).toEqual(['yellow MEM-01 abroadSince'])
    expect(summaryOf(aMember({ abroadSince: partialDate('2021') }))).toEqual([])
    expect(
      summaryOf(aMember({ abroadSince: partialDate('2010'), partyStatus: 'TZ', partyStatusKind: 'TZ-DJ' })),
    ).toEqual([])
  })

  it('MEM-02: lost for six months, from the day on', () => {
    const facts = aMember({ isLost: true, lostSince: partialDate('2026-04-30') })
    expect(summaryOf(facts, dateOnly('2026-10-29'))).toEqual([])
    expect(summaryOf(facts, dateOnly('2026-10-30'))).toEqual(['yellow MEM-02 isLost'])
    expect(
      summaryOf(aMember({ isLost: true, lostSince: partialDate('2026-04') }), dateOnly('2026-10-29')),
    ).toEqual([])
    expect(summaryOf(aMember({ isLost: true }))).toEqual(['yellow LOST_SINCE_MISSING lostSince'])
  })

  it('MEM-02: stopped for two years and still lost', () => {
    const stopped = aMember({
      partyStatus: 'TZ',
      partyStatusKind: 'TZ-SL',
      partyStatusOn: partialDate('2024-10-31'),
      isLost: true,
      lostSince: partialDate('2024-01-01'),
    })
    expect(summaryOf(stopped, dateOnly('2026-10-30'))).toEqual([])
    expect(summaryOf(stopped, dateOnly('2026-10-31'))).toEqual(['red MEM-02 partyStatus'])
  })

  it('MEM-03: whoever is restored needs a paper', () => {
    expect(summaryOf(aMember({ joinKind: '4' }))).toEqual(['yellow MEM-03 partyStatusDoc'])
    expect(summaryOf(aMember({ joinKind: '4', partyStatusDoc: '组〔2026〕3号' }))).toEqual([])
  })

  it('MEM-03: from 出党 back to 正常 is blocked unless restored with a paper', () => {
    const back = { previousPartyStatus: 'CD', partyStatus: 'ZC' }
    expect(summaryOf(aMember(back))).toEqual(['block MEM-03 partyStatus'])
    expect(summaryOf(aMember({ ...back, joinKind: '4' }))).toEqual(['block MEM-03 partyStatus'])
    expect(summaryOf(aMember({ ...back, joinKind: '2', partyStatusDoc: '组〔2026〕3号' }))).toEqual([
      'block MEM-03 partyStatus',
    ])
    expect(summaryOf(aMember({ ...back, joinKind: '4', partyStatusDoc: '组〔2026〕3号' }))).toEqual([])
  })

  it('MEM-04: a correction period of more than a year', () => {
    const facts = aMember({ partyStatus: 'XQ', partyStatusOn: partialDate('2025-10-30') })
    expect(summaryOf(facts, dateOnly('2026-10-30'))).toEqual([])
    expect(summaryOf(facts, dateOnly('2026-10-31'))).toEqual(['red MEM-04 partyStatus'])
  })

  it('OBSERVATION_OVERDUE: 留党察看 lasts two years at most', () => {
    const facts = aMember({ partyStatus: 'LC', partyStatusOn: partialDate('2024-10-30') })
    expect(summaryOf(facts, dateOnly('2026-10-30'))).toEqual([])
    expect(summaryOf(facts, dateOnly('2026-10-31'))).toEqual(['red OBSERVATION_OVERDUE partyStatus'])
  })

  it('MEM-05: six months without 组织生活, dues or work; it warns and does not decide', () => {
    expect(summaryOf(aMember({ monthsWithoutLife: 5, monthsWithoutDues: null }))).toEqual([])
    const absent = aMember({ monthsWithoutLife: 6, monthsWithoutDues: 7, monthsWithoutWork: 6 })
    expect(summaryOf(absent)).toEqual(['red MEM-05 null', 'red MEM-05 null', 'red MEM-05 null'])
    expect(findingsOf(absent)[0]?.message).toContain('系统不改变党籍')
    expect(summaryOf({ ...absent, partyStatus: 'ZCU' })).toEqual([])
  })

  it('STATUS_KIND: 出党 must say how, and rightly so', () => {
    expect(summaryOf(aMember({ partyStatus: 'CD' }))).toEqual(['yellow STATUS_KIND partyStatusKind'])
    expect(summaryOf(aMember({ partyStatus: 'CD', partyStatusKind: 'CD-KC' }))).toEqual([])
    expect(summaryOf(aMember({ partyStatus: 'TZ', partyStatusKind: 'CD-KC' }))).toEqual([
      'yellow STATUS_KIND partyStatusKind',
    ])
    expect(summaryOf(aMember({ partyStatus: 'CD', partyStatusKind: 'CD-QX' }))).toEqual([
      'yellow STATUS_KIND partyStatusKind',
    ])
    expect(summaryOf(aProbationaryMember({ partyStatus: 'CD', partyStatusKind: 'CD-QX' }))).toEqual([])
    expect(summaryOf(aProbationaryMember({ partyStatus: 'CD', partyStatusKind: 'CD-KC' }))).toEqual([
      'yellow STATUS_KIND partyStatusKind',
    ])
  })
})
