import { describe, expect, it } from 'vitest'
import { developmentDeadlines } from '#shared/domain/development/deadlines.ts'
import type { DevelopmentFacts } from '#shared/domain/development/facts.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { aFile, on, upTo } from './aFile.ts'

const due = (facts: DevelopmentFacts, today: string) =>
  developmentDeadlines(facts, on(today)).map(
    ({ code, step, kind, on: day }) => `${day} ${kind} ${code} ${step}`,
  )

describe('what comes due (domain 3.8)', () => {
  it('DEV-02: a talk within a month of the application', () => {
    expect(due(aFile({ appliedOn: '2026-11-05' }), '2026-11-22')).toEqual(['2026-12-05 due DEV-02 2'])
  })

  it('DEV-05, DEV-06: the next half-yearly review, and the day from which a target may be listed', () => {
    const facts = aFile(
      { ...upTo('talkedOn'), activistOn: '2026-03-31' },
      { activistReviews: [partialDate('2026-09-20')] },
    )
    expect(due(facts, '2026-11-22')).toEqual(['2027-03-31 due DEV-05 6', '2027-03-31 opens DEV-06 7'])
  })

  it('DEV-07: the end of the notice', () => {
    const facts = aFile({
      ...upTo('targetMeetingOn'),
      publicityFrom: '2026-11-18',
      publicityTo: '2026-11-24',
    })
    expect(due(facts, '2026-11-22')).toContain('2026-11-24 opens DEV-07 7')
  })

  it('DEV-11, DEV-12: a month to the meeting, then three to the approval', () => {
    const reviewed = { ...upTo('formOn'), preReviewOn: '2026-10-31' }
    expect(due(aFile(reviewed), '2026-11-22')).toEqual(['2026-11-30 due DEV-11 15'])
    expect(due(aFile({ ...reviewed, meetingOn: '2026-11-30' }), '2026-12-01')).toEqual([
      '2027-02-28 due DEV-12 17',
    ])
  })

  it('DEV-15: the end of probation, by the longer one where it was extended', () => {
    const extended = {
      extensions: [{ decidedOn: partialDate('2025-12-15'), approvedOn: null, months: 6 }],
    }
    expect(due(aFile(upTo('probationReviewedOn')), '2025-11-20')).toEqual(['2025-12-10 due DEV-15 22'])
    expect(due(aFile(upTo('probationReviewedOn'), extended), '2026-02-01')).toEqual([
      '2026-06-10 due DEV-15 22',
    ])
  })

  it('nothing comes due in a file that ended', () => {
    expect(
      due(aFile({ appliedOn: '2026-11-05' }, { endedOn: partialDate('2026-11-10') }), '2026-11-22'),
    ).toEqual([])
  })
})
