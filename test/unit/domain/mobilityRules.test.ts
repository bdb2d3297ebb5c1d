import { describe, expect, it } from 'vitest'
import { countsAsMemberHere } from '#shared/domain/mobility.ts'
import { countPlaces } from '#shared/domain/mobilityGroups.ts'
import {
  contactMonthsOf,
  type ContactFact,
  endOfWeek,
  type MobilityFacts,
  nextContactDue,
  proposesLostCase,
  summariseContacts,
} from '#shared/domain/mobilityDue.ts'
import { mobilityFindings, votingHint } from '#shared/domain/mobilityRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, dateOnly, partialDate } from '#shared/lib/dates.ts'

const day = (text: string) => dateOnly(text)

type Facts = Partial<Omit<MobilityFacts, 'contacts'>> & { readonly contacts?: readonly ContactFact[] }

function aRecord({ contacts = [reached('2026-11-01')], ...facts }: Facts): MobilityFacts {
  return {
    direction: 'LC',
    status: 'away',
    kind: 'crossProvince',
    destination: '广东省深圳市',
    outOn: day('2025-01-10'),
    expectedBack: null,
    recordedOn: day('2025-01-10'),
    isRegistered: true,
    reportedOn: null,
    contactMonths: null,
    contacts: summariseContacts(contacts),
    certExpiresOn: null,
    annualReportOn: null,
    isTransferable: null,
    ...facts,
  }
}

function reached(on: string): ContactFact {
  return { on: day(on), way: 'phone', isReached: true }
}

function unanswered(on: string): ContactFact {
  return { on: day(on), way: 'phone', isReached: false }
}

function found(facts: Facts, today: DateOnly | string = '2026-11-21') {
  const all = mobilityFindings(aRecord(facts), { today: day(today), settings: defaultRuleSettings })
  return all.map(({ code, severity }) => `${code} ${severity}`)
}

describe('when the next contact is due', () => {
  const due = (facts: Facts) => nextContactDue(aRecord(facts), defaultRuleSettings)

  it('is three months after the last one', () => {
    expect(due({ contacts: [reached('2026-05-31'), reached('2026-08-31')] })).toBe('2026-11-30')
  })
  it('is six months after it abroad', () => {
    expect(due({ kind: 'abroad', destination: '新加坡', contacts: [reached('2026-05-12')] })).toBe(
      '2026-11-12',
    )
  })
  it('follows the interval of the record where it has one', () => {
    expect(contactMonthsOf({ kind: 'abroad', contactMonths: 2 }, defaultRuleSettings)).toBe(2)
    expect(due({ contactMonths: 1, contacts: [reached('2026-11-01')] })).toBe('2026-12-01')
  })
  it('is not put off by a call nobody answered', () => {
    expect(due({ contacts: [reached('2026-08-01'), unanswered('2026-10-30')] })).toBe('2026-11-01')
  })
  it('counts from the last day the leaving can mean where there was no contact', () => {
    expect(due({ contacts: [], outOn: partialDate('2026-09') })).toBe('2026-12-30')
  })
  it('is the day of the record where neither leaving nor contact is known', () => {
    expect(due({ contacts: [], outOn: null, recordedOn: day('2026-11-02') })).toBe('2026-11-02')
  })
  it('is never for who came back', () => {
    expect(due({ status: 'returned' })).toBeNull()
  })
  it('knows the Sunday that ends a week', () => {
    expect(
      ['2026-11-15', '2026-11-16', '2026-11-21', '2026-11-22'].map((each) => endOfWeek(day(each))),
    ).toEqual(['2026-11-15', '2026-11-22', '2026-11-22', '2026-11-22'])
  })
})

describe('FLO-01 six months away and not registered', () => {
  const facts = { isRegistered: false, outOn: day('2026-05-21') }

  it('warns from the day six months are full', () => {
    expect(found(facts, '2026-11-20')).toEqual([])
    expect(found(facts, '2026-11-21')).toEqual(['FLO-01 yellow'])
  })
  it('counts a month of leaving from its last day', () => {
    expect(found({ ...facts, outOn: partialDate('2026-05') }, '2026-11-21')).toEqual([])
  })
  it('leaves alone who is registered, who came in, and whose day of leaving nobody knows', () => {
    expect(found({ ...facts, isRegistered: true })).toEqual([])
    expect(found({ ...facts, outOn: null })).toEqual([])
    expect(found({ ...facts, direction: 'LR', reportedOn: day('2026-05-22') })).not.toContain('FLO-01 yellow')
  })
})

describe('FLO-02 应转尽转', () => {
  it('hints at who is settled for six months', () => {
    expect(found({ isTransferable: true, outOn: day('2026-05-21') })).toEqual(['FLO-02 blue'])
    expect(found({ isTransferable: true, outOn: day('2026-05-22') })).toEqual([])
  })
  it('hints at nobody abroad, and at nobody who is not settled', () => {
    expect(found({ isTransferable: true, kind: 'abroad', destination: '新加坡' })).toEqual([])
    expect(found({ isTransferable: null })).toEqual([])
  })
})

describe('FLO-03 inflow', () => {
  const inflow = {
    direction: 'LR',
    outOn: day('2026-10-22'),
    recordedOn: day('2026-10-25'),
    destination: null,
  } as const
  const asked: ContactFact = { on: day('2026-11-02'), way: 'originOrganization', isReached: true }

  it('warns after the thirtieth day', () => {
    expect(found({ ...inflow, contacts: [reached('2026-11-01')] }, '2026-11-21')).toEqual([])
    expect(found({ ...inflow, contacts: [reached('2026-11-01')] }, '2026-11-22')).toEqual(['FLO-03 yellow'])
  })
  it('is content with a report and a contact with the organisation of origin', () => {
    expect(found({ ...inflow, reportedOn: day('2026-11-01'), contacts: [asked] }, '2026-12-20')).toEqual([])
  })
  it('asks for the contact although the person has reported', () => {
    expect(found({ ...inflow, reportedOn: day('2026-11-01') }, '2026-12-20')).toEqual(['FLO-03 yellow'])
  })
  it('counts from the record where nobody wrote the day down', () => {
    expect(found({ ...inflow, outOn: null }, '2026-11-24')).toEqual([])
    expect(found({ ...inflow, outOn: null }, '2026-11-25')).toEqual(['FLO-03 yellow'])
  })
})

describe('FLO-04 too long without a contact', () => {
  it('is yellow after three months and not on the day', () => {
    expect(found({ contacts: [reached('2026-08-21')] })).toEqual([])
    expect(found({ contacts: [reached('2026-08-20')] })).toEqual(['FLO-04 yellow'])
  })
  it('is orange after six months and not on the day', () => {
    expect(found({ contacts: [reached('2026-05-21')] })).toEqual(['FLO-04 yellow'])
    expect(found({ contacts: [reached('2026-05-20')] })).toEqual(['FLO-04 orange'])
  })
  it('gives people abroad twice the time', () => {
    const abroad = { kind: 'abroad', destination: '新加坡' } as const
    expect(found({ ...abroad, contacts: [reached('2026-05-21')] })).toEqual([])
    expect(found({ ...abroad, contacts: [reached('2026-05-20')] })).toEqual(['FLO-04 yellow'])
    expect(found({ ...abroad, contacts: [reached('2025-11-20')] })).toEqual(['FLO-04 orange'])
  })
  it('proposes a case of 失联 when several calls went unanswered, and never for one alone', () => {
    const rule = { today: day('2026-11-21'), settings: defaultRuleSettings }
    const silent = [reached('2026-05-20'), unanswered('2026-09-01')]
    expect(proposesLostCase(aRecord({ contacts: silent }), rule)).toBe(false)
    expect(proposesLostCase(aRecord({ contacts: [...silent, unanswered('2026-10-01')] }), rule)).toBe(true)
    expect(
      proposesLostCase(
        aRecord({ contacts: [reached('2026-06-01'), unanswered('2026-09-01'), unanswered('2026-10-01')] }),
        rule,
      ),
    ).toBe(false)
  })
  it('says nothing of who came back', () => {
    expect(found({ status: 'returned', contacts: [] })).toEqual([])
  })
})

describe('FLO-05 annual report', () => {
  it('is asked for in December of the year, and in January for the year before', () => {
    const contacts = [reached('2026-11-30')]
    expect(found({ contacts }, '2026-11-30')).toEqual([])
    expect(found({ contacts }, '2026-12-01')).toEqual(['FLO-05 yellow'])
    expect(found({ contacts, annualReportOn: day('2026-03-01') }, '2026-12-01')).toEqual([])
    expect(found({ contacts, annualReportOn: day('2025-12-31') }, '2027-01-15')).toEqual(['FLO-05 yellow'])
    expect(found({ contacts }, '2027-02-01')).toEqual([])
  })
  it('asks nobody who was away for less than half a year', () => {
    expect(found({ outOn: day('2026-07-02'), contacts: [reached('2026-11-30')] }, '2026-12-31')).toEqual([])
    expect(found({ outOn: day('2026-06-30'), contacts: [reached('2026-11-30')] }, '2026-12-31')).toEqual([
      'FLO-05 yellow',
    ])
  })
})

it('FLO-06 says where somebody away votes, and that it is to be confirmed', () => {
  expect(votingHint('LC')).toMatchObject({ code: 'FLO-06', severity: 'blue' })
  expect(votingHint('LC').message).toContain('正式组织关系所在的党支部行使')
  expect(votingHint('LR').message).toContain('待核')
})

it('FLO-07 counts nobody here who came in', () => {
  expect(countsAsMemberHere('LR')).toBe(false)
  expect(countsAsMemberHere('LC')).toBe(true)
})

describe('FLO-08 certificate', () => {
  it('warns from thirty days before it runs out, and after', () => {
    expect(found({ certExpiresOn: day('2026-12-22') })).toEqual([])
    expect(found({ certExpiresOn: day('2026-12-21') })).toEqual(['FLO-08 yellow'])
    expect(found({ certExpiresOn: day('2026-01-01') })).toEqual(['FLO-08 yellow'])
  })
})

describe('FLO-09 several in one place', () => {
  const there = (place: string, personType: string) => ({ place, personType })

  it('needs three 正式党员: 预备党员 do not count, nor does a place nobody wrote down', () => {
    const people = [
      ...['1', '1', '1'].map((type) => there('广东省深圳市', type)),
      ...['1', '1', '2'].map((type) => there('上海市', type)),
      ...['1', '1', '1', '1'].map((type) => there('', type)),
    ]
    expect(countPlaces(people, defaultRuleSettings)).toEqual([
      {
        place: '广东省深圳市',
        people: 3,
        full: 3,
        finding: expect.objectContaining({ code: 'FLO-09', severity: 'blue' }),
      },
      { place: '上海市', people: 3, full: 2, finding: null },
      { place: '', people: 4, full: 4, finding: null },
    ])
  })
})
