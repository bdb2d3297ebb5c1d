import { describe, expect, it } from 'vitest'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import { quotaJudgement } from '#shared/domain/development/quota.ts'
import { addDays, dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aFile, context, found, foundOf, full, on, upTo, wholeFile } from './aFile.ts'

const days = (...texts: string[]) => texts.map((text) => partialDate(text))

describe('rules of admission', () => {
  const reviewed = (preReviewOn: string, meetingOn: string | null) =>
    aFile({ ...upTo('committeeOn'), preReviewOn, meetingOn })

  it('DEV-11: one month under 2026, yellow ten days before, nothing under 2014', () => {
    expect(foundOf('DEV-11', reviewed('2026-06-30', '2026-07-30'))).toEqual([])
    expect(foundOf('DEV-11', reviewed('2026-06-30', '2026-07-31'))).toEqual(['red DEV-11 15'])
    const open = (today: string) => foundOf('DEV-11', reviewed('2026-06-30', null), on(today))
    expect(open('2026-07-19')).toEqual([])
    expect(open('2026-07-20')).toEqual(['yellow DEV-11 15'])
    expect(open('2026-07-30')).toEqual(['yellow DEV-11 15'])
    expect(open('2026-07-31')).toEqual(['red DEV-11 15'])
    expect(foundOf('DEV-11', reviewed('2025-06-01', '2025-12-01'))).toEqual([])
  })

  it('DEV-11: says from when the month runs where the pre-review was before the new rules, in the finding and in the plan', () => {
    const words = '2026年5月11日新规施行以前没有这项时限，从施行之日起算'
    const messages = (preReviewOn: string) =>
      developmentFindings(reviewed(preReviewOn, null), on('2026-06-05'))
        .filter(({ code }) => code === 'DEV-11')
        .map(({ message }) => message)
    expect(messages('2026-03-01')).toEqual([
      `“支部大会讨论接收”应在2026年6月11日前完成（${words}），还有 6 天`,
    ])
    expect(messages('2026-05-11').join()).not.toContain('施行')
    const latest = (preReviewOn: string) =>
      developmentPlan(reviewed(preReviewOn, null), on('2026-05-20'), null)
        .lines.filter(({ milestone }) => milestone === 'meetingOn')
        .map(({ why }) => why)
        .join()
    expect(latest('2026-03-01')).toContain(words)
    expect(latest('2026-05-12')).not.toContain('施行')
  })

  it('DEV-11: for a pre-review of before the new rules the month runs from the day they came into force', () => {
    expect(foundOf('DEV-11', reviewed('2026-03-01', '2026-06-11'))).toEqual([])
    expect(foundOf('DEV-11', reviewed('2026-03-01', '2026-06-12'))).toEqual(['red DEV-11 15'])
  })

  it('DEV-12: three months from the sending of the resolution, else from the meeting; six at most', () => {
    const approved = (more: object, today = '2026-11-22') =>
      foundOf('DEV-12', aFile({ ...upTo('meetingOn'), meetingOn: '2025-11-30', ...more }), on(today))
    expect(approved({ approvedOn: '2026-02-28' })).toEqual([])
    expect(approved({ approvedOn: '2026-03-01' })).toEqual(['red DEV-12 17'])
    expect(approved({ submittedOn: '2025-12-05', approvedOn: '2026-03-05' })).toEqual([])
    expect(approved({}, '2026-02-28')).toEqual([])
    expect(approved({}, '2026-03-01')).toEqual(['red DEV-12 17'])
  })

  it('DEV-13 (trap 6): meeting, resolution and roster give one and the same day', () => {
    const facts = (resolutionOn: string, rosterJoinedOn: string) =>
      foundOf(
        'DEV-13',
        aFile(upTo('approvedOn'), {
          resolutionOn: partialDate(resolutionOn),
          rosterJoinedOn: partialDate(rosterJoinedOn),
        }),
      )
    expect(facts('2024-12-10', '2024-12-10')).toEqual([])
    expect(facts('2024-12-10', '2024-12')).toEqual([])
    expect(facts('2024-12-10', '2025-01-15')).toEqual(['red DEV-13 15'])
    expect(facts('2024-12-11', '2024-12-10')).toEqual(['red DEV-13 15'])
  })

  it('DEV-14 (trap 7): two full members with their rights; kin are yellow', () => {
    const facts = (more: Parameters<typeof aFile>[1]) => foundOf('DEV-14', aFile(upTo('sponsorsOn'), more))
    expect(facts({ sponsors: [full, full] })).toEqual([])
    expect(facts({ sponsors: [full] })).toEqual(['red DEV-14 9'])
    expect(facts({ sponsors: [full, { ...full, isFull: false }] })).toEqual(['red DEV-14 9'])
    expect(facts({ sponsors: [full, { ...full, hasRights: false }] })).toEqual(['red DEV-14 9'])
    expect(facts({ sponsors: [full, { ...full, isKin: true }] })).toEqual(['yellow DEV-14 9'])
  })

  it('DEV-20: about to leave and still put to the meeting', () => {
    expect(foundOf('DEV-20', aFile(upTo('meetingOn'), { leavesSoon: true }))).toEqual(['yellow DEV-20 15'])
    expect(foundOf('DEV-20', aFile(upTo('formOn'), { leavesSoon: true }))).toEqual([])
  })

  it('DEV-23: more approved than planned', () => {
    const judged = (approved: number) =>
      quotaJudgement({ year: 2026, planned: 12, approved }, context.settings)
    expect(judged(12).finding).toBeNull()
    expect(judged(13).finding).toMatchObject({ code: 'DEV-23', severity: 'red' })
    expect(judged(13).explanation.result).toBe(judged(13).finding?.message)
    expect(quotaJudgement({ year: 2026, planned: null, approved: 9 }, context.settings).finding).toBeNull()
  })

  it('DEV-24: missing papers are yellow, or block where the street says so', () => {
    const facts = aFile(upTo('activistOn'), { materials: new Set(['M1', 'M3'] as const) })
    expect(foundOf('DEV-24', facts)).toEqual(['yellow DEV-24 2'])
    expect(foundOf('DEV-24', facts, on('2026-11-22', { 'dev.missingMaterialBlocks': true }))).toEqual([
      'block DEV-24 2',
    ])
  })
})

describe('rules of probation', () => {
  const probation = (more: object = {}, facts = {}) => aFile({ ...upTo('oathOn'), ...more }, facts)
  const end = dateOnly('2025-12-10')

  it('DEV-15: blue from 30 days before the end, orange on the day, red 30 days after it', () => {
    const at = (day: number, more = {}) =>
      foundOf('DEV-15', probation({ probationReviewedOn: null, ...more }), on(addDays(end, day)))
    expect(at(-31)).toEqual([])
    expect(at(-30)).toEqual(['blue DEV-15 22'])
    expect(at(0)).toEqual(['orange DEV-15 22', 'orange DEV-15 23'])
    expect(at(1)).toEqual(['red DEV-15 22', 'orange DEV-15 23'])
    const applied = { regularApplyOn: '2025-12-01' }
    expect(at(-31, applied)).toEqual([])
    expect(at(-5, applied)).toEqual(['blue DEV-15 23'])
    expect(at(30, applied)).toEqual(['orange DEV-15 23'])
    expect(at(31, applied)).toEqual(['red DEV-15 23'])
  })

  it('DEV-16: 转正 one day before the end is red, on the day it is not', () => {
    const held = (regularMeetingOn: string) =>
      foundOf('DEV-16', probation({ regularApplyOn: '2025-12-01', regularMeetingOn }))
    expect(held('2025-12-09')).toEqual(['red DEV-16 23'])
    expect(held('2025-12-10')).toEqual([])
  })

  it('STEP_ORDER: nobody applies for 转正 before being approved', () => {
    const applied = (regularApplyOn: string) =>
      foundOf('STEP_ORDER', probation({ probationReviewedOn: null, regularApplyOn }))
    expect(applied('2025-01-14')).toEqual(['red STEP_ORDER 22'])
    expect(applied('2025-12-01')).toEqual([])
  })

  it('DEV-17: once, six to twelve months; a second time is blocked', () => {
    const extension = (months: number) => ({ decidedOn: partialDate('2025-12-15'), approvedOn: null, months })
    const extended = (...list: number[]) =>
      foundOf('DEV-17', probation({}, { extensions: list.map(extension) }))
    expect(extended(6)).toEqual([])
    expect(extended(12)).toEqual([])
    expect(extended(5)).toEqual(['red DEV-17 23'])
    expect(extended(13)).toEqual(['red DEV-17 23'])
    expect(extended(6, 6)).toEqual(['block DEV-17 23'])
  })

  it('DEV-18: three months after the resolution on 转正', () => {
    const approved = (regularApprovedOn: string, regularSubmittedOn: string | null = null) =>
      foundOf('DEV-18', aFile({ ...wholeFile, regularSubmittedOn, regularApprovedOn, archivedOn: null }))
    expect(approved('2026-03-15')).toEqual([])
    expect(approved('2026-03-16')).toEqual(['red DEV-18 24'])
    expect(approved('2026-03-20', '2025-12-20')).toEqual([])
    expect(approved('2026-03-21', '2025-12-20')).toEqual(['red DEV-18 24'])
  })

  it('DEV-19 (trap 6): the day is the end of probation, not of the meeting or the approval', () => {
    const roster = (rosterRegularOn: string, more = {}) =>
      foundOf('DEV-19', aFile(wholeFile, { rosterRegularOn: partialDate(rosterRegularOn), ...more }))
    expect(roster('2025-12-10')).toEqual([])
    expect(roster('2025-12')).toEqual([])
    expect(roster('2025-12-15')).toEqual(['red DEV-19 24'])
    expect(roster('2026-01-20')).toEqual(['red DEV-19 24'])
  })

  it('PROBATION_REVIEW: the second half year ends with probation', () => {
    const reviewed = (...list: string[]) =>
      foundOf('PROBATION_REVIEW', aFile(wholeFile, { probationReviews: days(...list) }))
    expect(reviewed('2025-06-01')).toEqual(['yellow PROBATION_REVIEW 21'])
    expect(reviewed()).toEqual(['red PROBATION_REVIEW 21'])
  })

  it('OATH_LATE: yellow after a month under 2026, nothing under 2014', () => {
    const oath = (approvedOn: string, oathOn: string) =>
      foundOf('OATH_LATE', aFile({ ...upTo('interviewOn'), approvedOn, oathOn }))
    expect(oath('2026-06-01', '2026-07-02')).toEqual(['yellow OATH_LATE 20'])
    expect(oath('2026-06-01', '2026-07-01')).toEqual([])
    expect(oath('2025-01-15', '2025-06-01')).toEqual([])
  })
})

describe('order of steps', () => {
  it('STEP_MISSING: names what is skipped, red where an admission does not stand without it', () => {
    expect(found(aFile({ ...upTo('approvedOn'), interviewOn: null }))).toContain('yellow STEP_MISSING 16')
    expect(found(aFile({ ...upTo('approvedOn'), preReviewOn: null }))).toContain('red STEP_MISSING 13')
  })

  it('STEP_ORDER: the oath before the approval', () => {
    const facts = aFile({ ...upTo('approvedOn'), oathOn: '2025-01-10' })
    expect(found(facts)).toContain('red STEP_ORDER 20')
  })

  it('STEP_IN_FUTURE: a day that has not come', () => {
    expect(found(aFile({ appliedOn: '2026-11-23' }))).toEqual(['red STEP_IN_FUTURE 1'])
  })

  it('deadlines stop with the file', () => {
    const facts = aFile({ appliedOn: '2024-01-10' })
    expect(found(facts)).toEqual(['red DEV-02 2'])
    expect(found({ ...facts, endedOn: partialDate('2024-02-01') })).toEqual([])
  })
})
