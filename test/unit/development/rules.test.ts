import { describe, expect, it } from 'vitest'
import { materialNos } from '#shared/domain/development/materials.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { aFile, found, foundOf, full, on, upTo, wholeFile } from './aFile.ts'

const days = (...texts: string[]) => texts.map((text) => partialDate(text))

describe('a file with nothing wrong', () => {
  it('has no findings from application to archive, under either rule set', () => {
    const facts = aFile(wholeFile, {
      contacts: [full, full],
      sponsors: [full, full],
      activistReviews: days('2024-03-10', '2024-09-08'),
      probationReviews: days('2025-06-09', '2025-12-08'),
      hasReviewSummary: true,
      isPoliticallyQualified: true,
      publicityResult: 'none',
      leavesSoon: false,
      resolutionOn: partialDate('2024-12-10'),
      rosterJoinedOn: partialDate('2024-12-10'),
      rosterRegularOn: partialDate('2025-12-10'),
      materials: new Set(materialNos),
    })
    expect(found(facts)).toEqual([])
  })

  it('is silent on a file that has only begun', () => {
    expect(found(aFile({ appliedOn: '2026-11-01' }))).toEqual([])
    expect(found(aFile({}))).toEqual([])
  })
})

describe('rules of applying and being an activist', () => {
  it('DEV-01: the 18th birthday itself will do, the day before is red', () => {
    const facts = (appliedOn: string) => aFile({ appliedOn }, { birthDate: partialDate('2008-11-10') })
    expect(foundOf('DEV-01', facts('2026-11-10'))).toEqual([])
    expect(foundOf('DEV-01', facts('2026-11-09'))).toEqual(['red DEV-01 1'])
  })

  it('DEV-01: born on 29 February, of age on the 28th', () => {
    const facts = (appliedOn: string) => aFile({ appliedOn }, { birthDate: partialDate('2004-02-29') })
    expect(foundOf('DEV-01', facts('2022-02-28'))).toEqual([])
    expect(foundOf('DEV-01', facts('2022-02-27'))).toEqual(['red DEV-01 1'])
  })

  it('DEV-02: 1月31日 plus a month is the last of February', () => {
    const facts = (talkedOn: string | null) => aFile({ appliedOn: '2026-01-31', talkedOn })
    expect(foundOf('DEV-02', facts('2026-02-28'))).toEqual([])
    expect(foundOf('DEV-02', facts('2026-03-01'))).toEqual(['red DEV-02 2'])
    expect(foundOf('DEV-02', facts(null), on('2026-02-28'))).toEqual([])
    expect(foundOf('DEV-02', facts(null), on('2026-03-01'))).toEqual(['red DEV-02 2'])
  })

  it('DEV-02: a date known to the month is late only when all of it is', () => {
    expect(foundOf('DEV-02', aFile({ appliedOn: '2024-03', talkedOn: '2024-04' }))).toEqual([])
    expect(foundOf('DEV-02', aFile({ appliedOn: '2024-03', talkedOn: '2024-05' }))).toEqual(['red DEV-02 2'])
  })

  it('DEV-03: determined before the talk, filed before being determined', () => {
    const facts = aFile({ ...upTo('talkedOn'), activistOn: '2023-03-19', activistFiledOn: '2023-03-18' })
    expect(foundOf('DEV-03', facts)).toEqual(['red DEV-03 3', 'red DEV-03 4'])
    expect(foundOf('DEV-03', aFile({ ...upTo('talkedOn'), activistOn: '2023-03-20' }))).toEqual([])
  })

  it('DEV-04 (trap 7): a probationary member may not be a contact, nor may there be three', () => {
    const facts = (contacts: Parameters<typeof aFile>[1]) =>
      foundOf('DEV-04', aFile(upTo('contactsOn'), contacts))
    expect(facts({ contacts: [full] })).toEqual([])
    expect(facts({ contacts: [full, { ...full, isFull: false }] })).toEqual(['red DEV-04 5'])
    expect(facts({ contacts: [full, full, full] })).toEqual(['red DEV-04 5'])
    expect(facts({ contacts: [] })).toEqual(['red DEV-04 5'])
    expect(facts({ contacts: null })).toEqual([])
  })

  it('DEV-05: one half year missing is yellow, two in a row red', () => {
    const facts = (...reviews: string[]) =>
      aFile({ ...upTo('activistFiledOn'), activistOn: '2025-01-10' }, { activistReviews: days(...reviews) })
    const at = (today: string, ...reviews: string[]) => foundOf('DEV-05', facts(...reviews), on(today))
    expect(at('2025-07-10')).toEqual([])
    expect(at('2025-07-11')).toEqual(['yellow DEV-05 6'])
    expect(at('2025-07-11', '2025-07-10')).toEqual([])
    expect(at('2026-01-11', '2025-07-01')).toEqual(['yellow DEV-05 6'])
    expect(at('2026-01-11')).toEqual(['red DEV-05 6'])
    expect(at('2026-07-11', '2025-06-01', '2026-07-01')).toEqual(['yellow DEV-05 6'])
    expect(at('2026-01-20', '2025-08-01', '2026-01-05')).toEqual([])
    expect(at('2025-12-01', '2025-08-09')).toEqual([])
    expect(at('2025-12-01', '2025-08-10')).toEqual(['yellow DEV-05 6'])
  })

  it('DEV-06: 12 months to the day will do, one day less is red', () => {
    const target = (targetOn: string) =>
      foundOf('DEV-06', aFile({ ...upTo('contactsOn'), activistOn: '2024-02-29', targetOn }))
    expect(target('2025-02-28')).toEqual([])
    expect(target('2025-02-27')).toEqual(['red DEV-06 7'])
    expect(target('2025-02')).toEqual([])
  })

  it('THOUGHT_REPORT: quarters without a report are named, in blue', () => {
    const facts = aFile({ activistOn: '2025-12-20' }, { thoughtReports: days('2026-02-01', '2026-08-15') })
    expect(foundOf('THOUGHT_REPORT', facts)).toEqual(['blue THOUGHT_REPORT 6'])
    expect(foundOf('THOUGHT_REPORT', facts, on('2026-06-30'))).toEqual([])
  })
})

describe('rules of becoming a target', () => {
  const publicity = (from: string | null, to: string | null, more = {}) =>
    aFile({
      ...upTo('targetMeetingOn'),
      publicityFrom: from,
      publicityTo: to,
      targetOn: '2026-10-30',
      ...more,
    })

  it('DEV-07 (trap 25): ten calendar days over 国庆 are four working days', () => {
    expect(foundOf('DEV-07', publicity('2026-09-30', '2026-10-10'))).toEqual(['red DEV-07 7'])
    expect(foundOf('DEV-07', publicity('2026-09-30', '2026-10-12'))).toEqual([])
  })

  it('DEV-07: whether the first day counts is a setting', () => {
    const facts = publicity('2026-10-12', '2026-10-16')
    expect(foundOf('DEV-07', facts)).toEqual([])
    expect(foundOf('DEV-07', facts, on('2026-11-22', { 'dev.publicityCountStart': false }))).toEqual([
      'red DEV-07 7',
    ])
  })

  it('DEV-07: listed before the notice came down', () => {
    expect(foundOf('DEV-07', publicity('2026-10-12', '2026-10-16', { targetOn: '2026-10-15' }))).toEqual([
      'red DEV-07 7',
    ])
    expect(foundOf('DEV-07', publicity('2026-10-12', '2026-10-16', { targetOn: '2026-10-16' }))).toEqual([])
  })

  it('DEV-07: without any notice red under 2026, yellow under 2014 where it was local practice', () => {
    expect(foundOf('DEV-07', publicity(null, null))).toEqual(['red DEV-07 7'])
    expect(foundOf('DEV-07', publicity(null, null, { targetOn: '2026-05-10' }))).toEqual(['yellow DEV-07 7'])
  })

  it('DEV-07: something heard that stands in the way', () => {
    const facts = { ...publicity('2026-10-12', '2026-10-16'), publicityResult: 'confirmed' as const }
    expect(foundOf('DEV-07', facts)).toEqual(['red DEV-07 7'])
  })

  it('DEV-08 (trap 1): under 2026 the superior agrees first; under 2014 the filing came after the notice', () => {
    const late = { targetAgreedOn: '2026-10-20' }
    expect(foundOf('DEV-08', publicity('2026-10-12', '2026-10-16', late))).toEqual(['yellow DEV-08 7'])
    const old = { publicityFrom: '2026-04-07', publicityTo: '2026-04-13', targetAgreedOn: '2026-04-20' }
    expect(found(aFile({ ...upTo('targetMeetingOn'), ...old, targetOn: '2026-04-20' }))).toEqual([])
  })

  it('DEV-09: three days or 24 hours, either is enough', () => {
    const training = (trainingDays: number | null, trainingHours: number | null) =>
      foundOf(
        'DEV-09',
        aFile({ trainingFrom: '2024-11-11', trainingTo: '2024-11-11' }, { trainingDays, trainingHours }),
      )
    expect(training(3, null)).toEqual([])
    expect(training(null, 24)).toEqual([])
    expect(training(2, 24)).toEqual([])
    expect(training(3, 16)).toEqual([])
    expect(training(2, 16)).toEqual(['red DEV-09 11'])
    expect(training(null, 16)).toEqual(['red DEV-09 11'])
    expect(training(null, null)).toEqual(['yellow DEV-09 11'])
  })

  it('DEV-10: political review or training after the pre-review, or none at all, or no summary', () => {
    const before = (more: object, facts = {}) =>
      foundOf('DEV-10', aFile({ ...upTo('preReviewOn'), ...more }, facts))
    expect(before({})).toEqual([])
    expect(before({ politicalReviewOn: '2024-12-03' })).toEqual(['red DEV-10 13'])
    expect(before({ trainingTo: '2024-12-03' })).toEqual(['red DEV-10 13'])
    expect(before({ politicalReviewOn: null })).toEqual(['red DEV-10 10'])
    expect(before({}, { hasReviewSummary: false })).toEqual(['red DEV-10 10'])
    expect(before({}, { isPoliticallyQualified: false })).toEqual(['red DEV-10 10'])
  })
})

describe('rows of an honest old register', () => {
  it('a row that broke five rules says exactly so', () => {
    const facts = aFile(
      {
        appliedOn: '2024-06-28',
        talkedOn: '2024-08-27',
        activistOn: '2025-02-23',
        activistFiledOn: '2025-03-05',
        publicityFrom: '2025-09-21',
        publicityTo: '2025-09-23',
        targetOn: '2025-09-25',
        politicalReviewOn: '2025-10-15',
        trainingFrom: '2025-10-25',
        trainingTo: '2025-10-25',
        preReviewOn: '2025-11-04',
        meetingOn: '2025-12-19',
        approvedOn: '2026-04-18',
      },
      { trainingHours: 16 },
    )
    expect(found(facts, on('2026-04-30')).toSorted()).toEqual(
      [
        'red DEV-02 2',
        'red DEV-06 7',
        'red DEV-07 7',
        'red DEV-09 11',
        'red DEV-12 17',
        'yellow STEP_MISSING 5',
      ].toSorted(),
    )
  })
})
