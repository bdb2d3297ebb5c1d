import { describe, expect, it } from 'vitest'
import type { MemberFacts } from '#shared/domain/memberFacts.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, aProbationaryMember, findingsOf, summaryOf } from './aMember.ts'

/** Born early enough for any date below; no ID number checks in the way. */
function old(joinedOn: string, regularOn: string | null, more: Partial<MemberFacts> = {}): MemberFacts {
  return aMember({
    idNo: '11010519491231002X',
    gender: '2',
    birthDate: partialDate('1949-12-31'),
    joinedOn: partialDate(joinedOn),
    regularOn: regularOn === null ? null : partialDate(regularOn),
    ...more,
  })
}

describe('joining', () => {
  it('JOIN_UNDER_18 before the 18th birthday, not on it', () => {
    expect(
      summaryOf(aMember({ joinedOn: partialDate('1997-12-31'), regularOn: partialDate('1998-12-31') })),
    ).toEqual(['red JOIN_UNDER_18 joinedOn'])
    expect(
      summaryOf(aMember({ joinedOn: partialDate('1998-01-01'), regularOn: partialDate('1999-01-01') })),
    ).toEqual([])
  })

  it('JOIN_UNDER_18 is not said where the month alone leaves it open', () => {
    const facts = {
      idNo: '11010119900307803X',
      birthDate: partialDate('1990-03-07'),
      regularOn: partialDate('2009-04'),
    }
    expect(summaryOf(aMember({ ...facts, joinedOn: partialDate('2008-03') }))).toEqual([])
    expect(summaryOf(aMember({ ...facts, joinedOn: partialDate('2008-02') }))).toEqual([
      'red JOIN_UNDER_18 joinedOn',
    ])
    expect(summaryOf(aMember({ ...facts, joinedOn: partialDate('2008') }))).toEqual([])
  })

  it('JOIN_UNDER_18 takes the birthday from the ID number where the record has none', () => {
    const facts = {
      birthDate: null,
      joinedOn: partialDate('1990-01-01'),
      regularOn: partialDate('1991-01-01'),
    }
    expect(summaryOf(aMember(facts))).toEqual(['red JOIN_UNDER_18 joinedOn', 'blue STA-06 birthDate'])
  })

  it('JOIN_BEFORE_1921: July 1921 is the first month there is', () => {
    const facts = { idNo: '110105190001010020', gender: '2', birthDate: partialDate('1900'), personType: '1' }
    const joined = (text: string) => summaryOf(old(text, text, facts)).filter((line) => line.includes('1921'))
    expect(joined('1921-06')).toEqual(['red JOIN_BEFORE_1921 joinedOn'])
    expect(joined('1921-07')).toEqual([])
    expect(joined('1921')).toEqual([])
  })

  it('JOIN_DATE_MISSING for everybody, formal or probationary', () => {
    expect(summaryOf(aMember({ joinedOn: null }))).toEqual(['yellow JOIN_DATE_MISSING joinedOn'])
    expect(summaryOf(aProbationaryMember({ joinedOn: null }))).toEqual(['yellow JOIN_DATE_MISSING joinedOn'])
  })

  it('MEM-06: the day of joining is the branch meeting, not the approval', () => {
    const joinedOn = partialDate('2026-03-01')
    expect(summaryOf(aProbationaryMember({ joinedOn, acceptMeetingOn: partialDate('2026-03-01') }))).toEqual(
      [],
    )
    expect(summaryOf(aProbationaryMember({ joinedOn, acceptMeetingOn: partialDate('2026-01-15') }))).toEqual([
      'yellow MEM-06 joinedOn',
    ])
  })

  it('DATE_IN_FUTURE for birth, joining and 转正', () => {
    expect(summaryOf(aProbationaryMember({ joinedOn: partialDate('2026-11-01') }))).toEqual([
      'red DATE_IN_FUTURE joinedOn',
    ])
    expect(summaryOf(aProbationaryMember({ joinedOn: partialDate('2026-10') }))).toEqual([])
    expect(summaryOf(aMember({ regularOn: partialDate('2027-01') }))).toEqual([
      'red DATE_IN_FUTURE regularOn',
    ])
  })
})

describe('转正', () => {
  it('REGULAR_TOO_EARLY before joining plus 12 months, not on the day', () => {
    expect(summaryOf(aMember({ regularOn: partialDate('2006-06-09') }))).toEqual([
      'red REGULAR_TOO_EARLY regularOn',
    ])
    expect(summaryOf(aMember({ regularOn: partialDate('2006-06-10') }))).toEqual([])
    expect(summaryOf(aMember({ regularOn: partialDate('2006-06') }))).toEqual([])
    expect(summaryOf(aMember({ regularOn: partialDate('2006-05') }))).toEqual([
      'red REGULAR_TOO_EARLY regularOn',
    ])
  })

  it('REGULAR_TOO_EARLY counts an extension of the probation', () => {
    const facts = { probationExtendedMonths: 6, regularKind: '2' }
    expect(summaryOf(aMember({ ...facts, regularOn: partialDate('2006-12-09') }))).toEqual([
      'red REGULAR_TOO_EARLY regularOn',
    ])
    expect(summaryOf(aMember({ ...facts, regularOn: partialDate('2006-12-10') }))).toEqual([])
  })

  it('NO_PROBATION_ERA: joined from 1969-04 to 1977-08-17, 转正 is the day of joining', () => {
    expect(summaryOf(old('1971-05-15', '1971-05-15'))).toEqual([])
    expect(summaryOf(old('1971-05', '1971-05'))).toEqual([])
    expect(summaryOf(old('1977-08-17', '1977-08-17'))).toEqual([])
    expect(summaryOf(old('1971-05-15', '1972-05-15'))).toEqual(['blue NO_PROBATION_ERA regularOn'])
  })

  it('REGULAR_TOO_EARLY is only a note before 1977-08-18 and a breach from that day', () => {
    expect(summaryOf(old('1968-05-01', '1968-11-01'))).toEqual(['blue REGULAR_TOO_EARLY regularOn'])
    expect(summaryOf(old('1969-03-31', '1969-03-31'))).toEqual(['blue REGULAR_TOO_EARLY regularOn'])
    expect(summaryOf(old('1977-08-18', '1977-08-18'))).toEqual(['red REGULAR_TOO_EARLY regularOn'])
    expect(summaryOf(old('1977-08', '1977-08'))).toEqual(['blue REGULAR_TOO_EARLY regularOn'])
  })

  it('REGULAR_BEFORE_JOIN whatever the era', () => {
    expect(summaryOf(old('1971-05-15', '1970-05-15'))).toEqual(['red REGULAR_BEFORE_JOIN regularOn'])
    expect(summaryOf(aMember({ regularOn: partialDate('2004') }))).toEqual([
      'red REGULAR_BEFORE_JOIN regularOn',
    ])
  })

  it('REGULAR_MISSING for a 正式党员, REGULAR_ON_PROBATIONARY for a 预备党员', () => {
    expect(summaryOf(aMember({ regularOn: null }))).toEqual(['yellow REGULAR_MISSING regularOn'])
    expect(summaryOf(aProbationaryMember({ regularOn: partialDate('2026-09-01') }))).toEqual([
      'yellow REGULAR_ON_PROBATIONARY regularOn',
    ])
  })

  it('PROBATION_OVERDUE after the last day of probation and its extension', () => {
    const joined = (text: string, months: number | null, on: string) =>
      summaryOf(
        aProbationaryMember({ joinedOn: partialDate(text), probationExtendedMonths: months }),
        dateOnly(on),
      )
    expect(joined('2025-06-10', null, '2026-06-10')).toEqual([])
    expect(joined('2025-06-10', null, '2026-06-11')).toEqual(['red PROBATION_OVERDUE personType'])
    expect(joined('2025-06-10', 6, '2026-12-10')).toEqual([])
    expect(joined('2025-06-10', 6, '2026-12-11')).toEqual(['red PROBATION_OVERDUE personType'])
    expect(joined('2025-06', null, '2026-06-30')).toEqual([])
    expect(joined('2025-06', null, '2026-07-01')).toEqual(['red PROBATION_OVERDUE personType'])
    const left = aProbationaryMember({ joinedOn: partialDate('2020-06-10'), partyStatus: 'SW' })
    expect(summaryOf(left)).toEqual([])
  })

  it('names the dates and what to do', () => {
    const [overdue] = findingsOf(aProbationaryMember({ joinedOn: partialDate('2025-06') }))
    expect(overdue?.message).toContain('2025年6月入党')
    expect(overdue?.basis).toContain('第33条')
  })
})
