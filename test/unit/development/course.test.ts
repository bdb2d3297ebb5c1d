import { describe, expect, it } from 'vitest'
import type { Course } from '#shared/domain/development/course.ts'
import { setbacks } from '#shared/domain/development/courseActions.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import { stateOfRecord } from '#shared/domain/development/states.ts'
import { transferredCourse } from '#shared/domain/development/transfers.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aBallot, aFile, community, street, upTo, wholeFile } from './aFile.ts'
import { actionFor, dates, failed, order, passed, take, walk } from './courseWalks.ts'

const later = dateOnly('2026-10-01')
const codes = (course: Course, action: CourseAction) => take(course, action).refusals.map(({ code }) => code)

describe('the state machine (domain 3.6)', () => {
  it('walks a whole file from applicant to full member, through every state of the diagram', () => {
    const states = new Set(order.map((key) => walk(key).state))
    expect([...states]).toEqual([
      'applicant',
      'activist',
      'target',
      'cleared',
      'awaitingApproval',
      'probationer',
      'full',
    ])
    expect(walk('archivedOn').dates).toEqual(dates)
  })

  it('refuses to skip: no meeting without pre-review, no approval without the talk before it', () => {
    expect(codes(walk('committeeOn'), actionFor('meetingOn', later))).toContain('STEP_MISSING')
    expect(codes(walk('submittedOn'), actionFor('approvedOn', later))).toEqual(['STEP_MISSING'])
    expect(codes(walk('regularApplyOn'), actionFor('regularApprovedOn', later))).toContain('STEP_MISSING')
  })

  it('DEV-07: a 公示 is asked for before listing under 2026; under 2014 it was local practice', () => {
    const discussed = walk('targetMeetingOn')
    const agreed = { ...discussed, dates: { ...discussed.dates, targetAgreedOn: dates.targetAgreedOn } }
    const listed = (day: string) => codes(agreed, actionFor('targetOn', dateOnly(day)))
    expect(listed('2026-05-10')).toEqual([])
    expect(listed('2026-05-11')).toEqual(['STEP_MISSING'])
  })

  it('refuses a day after what already rests on it', () => {
    const { course } = take(walk('publicityTo'), actionFor('targetAgreedOn', dateOnly('2024-10-15')))
    const { course: listed } = take(course, actionFor('targetOn', dateOnly('2024-10-16')))
    const held = { ...listed, dates: { ...listed.dates, publicityTo: null } }
    const ended = (day: string) =>
      take(held, actionFor('publicityTo', dateOnly(day))).refusals.map(({ message }) => message)
    expect(ended('2024-10-17')).toContain('“公示结束”不能晚于“列为发展对象”（2024年10月16日）')
    expect(ended('2024-10-15').join()).not.toContain('不能晚于')
  })

  it('refuses the same step twice, and a day before what it rests on', () => {
    expect(codes(walk('talkedOn'), actionFor('talkedOn', later))).toEqual(['STEP_ORDER'])
    expect(codes(walk('talkedOn'), actionFor('activistOn', dateOnly('2023-03-19')))).toEqual(['STEP_ORDER'])
  })

  it('MEETING-ADMISSION, VOTE-ADMISSION: a vote that failed or could not be held admits nobody', () => {
    const vote = (ballot: typeof passed): CourseAction => ({
      kind: 'vote',
      milestone: 'meetingOn',
      on: later,
      ballot,
    })
    expect(codes(walk('formOn'), vote(failed))).toEqual(['VOTE-ADMISSION'])
    expect(codes(walk('formOn'), vote(aBallot(20, 10, 10)))).toEqual(['MEETING-ADMISSION'])
    expect(take(walk('formOn'), vote(passed)).course.state).toBe('awaitingApproval')
  })

  it('DEV-50, DEV-52: the community cannot approve', () => {
    const by = (milestone: 'preReviewOn' | 'approvedOn'): CourseAction => ({
      kind: 'approve',
      milestone,
      on: later,
      body: community,
    })
    expect(codes(walk('interviewOn'), by('approvedOn'))).toEqual(['DEV-50'])
    expect(codes(walk('committeeOn'), by('preReviewOn'))).toEqual(['DEV-52'])
  })

  it.each([
    ['publicity', 'publicityTo', 'activist'],
    ['politicalReview', 'politicalReviewOn', 'activist'],
    ['training', 'trainingTo', 'activist'],
    ['preReview', 'committeeOn', 'activist'],
    ['vote', 'formOn', 'target'],
    ['vote', 'formOn', 'activist'],
    ['approval', 'interviewOn', 'target'],
    ['approval', 'interviewOn', 'activist'],
    ['decision', 'targetOn', 'activist'],
  ] as const)('returns after %s (at %s) to %s and keeps the year of education', (setback, at, to) => {
    const { course, refusals } = take(walk(at), { kind: 'return', setback, to, on: later })
    expect(refusals).toEqual([])
    expect(course.state).toBe(to)
    expect(course.dates.activistOn).toBe('2023-09-10')
    expect(course.dates.targetOn).toBe(to === 'target' ? '2024-10-16' : null)
    expect(course.dates.committeeOn).toBeNull()
  })

  it('a probationer is not returned: extended or disqualified only', () => {
    for (const setback of setbacks) {
      const { refusals } = take(walk('oathOn'), { kind: 'return', setback, to: 'activist', on: later })
      expect(refusals).toHaveLength(1)
    }
  })

  const extension = (months: number, ballot = passed, body = street): CourseAction => ({
    kind: 'extend',
    on: dateOnly('2025-12-15'),
    approvedOn: dateOnly('2026-01-10'),
    months,
    ballot,
    body,
  })

  it('DEV-16: an extension is not decided before the probation it extends has ended', () => {
    const early = { ...extension(6), on: dateOnly('2025-12-09') }
    expect(codes(walk('regularApplyOn'), early)).toEqual(['DEV-16'])
    expect(codes(walk('regularApplyOn'), { ...early, on: dateOnly('2025-12-10') })).toEqual([])
  })

  it('DEV-17: extends once, by six to twelve months, by vote and approval', () => {
    const probationer = walk('regularApplyOn')
    expect(codes(probationer, extension(5))).toEqual(['DEV-17'])
    expect(codes(probationer, extension(13))).toEqual(['DEV-17'])
    expect(codes(probationer, extension(6, failed))).toEqual(['VOTE-ADMISSION'])
    expect(codes(probationer, extension(6, passed, community))).toEqual(['DEV-52'])
    const { course } = take(probationer, extension(6))
    expect(course).toMatchObject({ state: 'extended', dates: { regularApplyOn: null } })
    expect(codes(course, extension(6))).toEqual(['DEV-17'])
    expect(codes(walk('formOn'), extension(6))).toEqual(['STEP_ORDER'])
  })

  it('who was extended can still become full, or be disqualified', () => {
    const { course } = take(walk('regularApplyOn'), extension(6))
    let full = course
    const steps = ['regularApplyOn', 'regularMeetingOn', 'regularApprovedOn'] as const
    for (const key of steps) full = take(full, actionFor(key, dateOnly('2026-06-12'))).course
    expect(full.state).toBe('full')
    const disqualify: CourseAction = {
      kind: 'disqualify',
      on: dateOnly('2026-06-12'),
      approvedOn: dateOnly('2026-06-30'),
      ballot: passed,
      body: street,
    }
    expect(take(course, disqualify).course.state).toBe('disqualified')
    expect(codes(walk('meetingOn'), disqualify)).toEqual(['STEP_ORDER'])
  })

  it('an activist may be struck off and apply again, which keeps the application and the talk', () => {
    const revoked = take(walk('nurturedOn'), { kind: 'revoke', on: later }).course
    expect(revoked.state).toBe('revoked')
    const again = take(revoked, { kind: 'reapply', on: later }).course
    expect(again.state).toBe('applicant')
    expect(again.dates.talkedOn).toBe('2023-03-20')
    expect(again.dates.activistOn).toBeNull()
    expect(codes(walk('targetOn'), { kind: 'revoke', on: later })).toEqual(['STEP_ORDER'])
  })

  it('may end at any time before the end, and nothing follows an end', () => {
    for (const key of ['appliedOn', 'formOn', 'oathOn'] as const) {
      const { course } = take(walk(key), { kind: 'end', reason: 'withdrawn', on: later })
      expect(course.state).toBe('ended')
      expect(codes(course, { kind: 'end', reason: 'died', on: later })).toEqual(['STEP_ORDER'])
    }
    expect(codes(walk('regularApprovedOn'), { kind: 'end', reason: 'left', on: later })).toEqual([
      'STEP_ORDER',
    ])
  })

  it('a target who changes branch is an activist there with the same year behind; nobody leaves with a vote pending', () => {
    const moved = transferredCourse(walk('trainingTo'))
    expect(moved).toMatchObject({ state: 'activist', dates: { activistOn: '2023-09-10', targetOn: null } })
    expect(transferredCourse(walk('contactsOn'))).toEqual(walk('contactsOn'))
    expect(transferredCourse(walk('oathOn'))).toEqual(walk('oathOn'))
    expect(transferredCourse(walk('meetingOn'))).toBeNull()
  })

  it('reads the state of an old record from its dates, holes and all', () => {
    expect(stateOfRecord(aFile({}))).toBe('applicant')
    expect(stateOfRecord(aFile({ appliedOn: '2024-01-01', meetingOn: '2025-01-01' }))).toBe(
      'awaitingApproval',
    )
    expect(stateOfRecord(aFile(upTo('oathOn')))).toBe('probationer')
    expect(stateOfRecord(aFile(wholeFile))).toBe('full')
  })
})
