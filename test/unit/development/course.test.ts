import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeAction } from '#shared/domain/development/actions.ts'
import { newCourse, requirements } from '#shared/domain/development/course.ts'
import type { Course } from '#shared/domain/development/course.ts'
import { setbacks } from '#shared/domain/development/courseActions.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import { mainMilestone, milestones, stepNos } from '#shared/domain/development/milestones.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { courseStates, stateAfter, stateOfRecord } from '#shared/domain/development/states.ts'
import { transferredCourse } from '#shared/domain/development/transfers.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { aBallot, aFile, community, context, datesOf, street, upTo, wholeFile } from './aFile.ts'

const { settings } = context
const passed = aBallot(20, 15, 14)
const failed = aBallot(20, 15, 10)

function actionFor(milestone: Milestone, on: DateOnly): CourseAction {
  switch (milestone) {
    case 'meetingOn':
    case 'regularMeetingOn':
      return { kind: 'vote', milestone, on, ballot: passed }
    case 'preReviewOn':
    case 'approvedOn':
    case 'regularApprovedOn':
      return { kind: 'approve', milestone, on, body: street }
    default:
      return { kind: 'record', milestone, on }
  }
}

const take = (course: Course, action: CourseAction) => takeAction(course, action, settings)

const dates = datesOf(wholeFile)
const order = Object.keys(wholeFile).flatMap((key) => milestones.filter((milestone) => milestone === key))

function walk(last: Milestone): Course {
  let course = newCourse
  for (const key of order.slice(0, order.indexOf(last) + 1)) {
    const day = dates[key]
    if (day === null) throw new Error('a hole in the whole file')
    const { course: next, refusals } = take(course, actionFor(key, dateOnly(day)))
    expect(refusals).toEqual([])
    course = next
  }
  return course
}

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

const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(dateOnly('2020-01-01'), n))
const bodies = fc.constantFrom(street, street, street, community)
const ballots = fc.constantFrom(passed, passed, passed, failed)
const anyMilestone = fc.constantFrom(...milestones)

const actions: fc.Arbitrary<CourseAction> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(anyMilestone, days).map(([key, on]) => actionFor(key, on)) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      milestone: fc.constantFrom('meetingOn' as const, 'regularMeetingOn' as const),
      on: days,
      ballot: ballots,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      setback: fc.constantFrom(...setbacks),
      to: fc.constantFrom('activist' as const, 'target' as const),
      on: days,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('extend' as const),
      on: days,
      approvedOn: days,
      months: fc.integer({ min: 1, max: 20 }),
      ballot: ballots,
      body: bodies,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('revoke' as const, 'reapply' as const), on: days }),
  },
)

/** An action the course takes: the next one, or the one furthest on, so that long walks and short cuts are both tried. */
function helpful(course: Course, on: DateOnly, isShortCut: boolean): CourseAction | null {
  const isTaken = (key: Milestone) => take(course, actionFor(key, on)).refusals.length === 0
  const key = isShortCut ? order.findLast(isTaken) : order.find(isTaken)
  return key === undefined ? null : actionFor(key, on)
}

describe('no sequence of actions', () => {
  it('reaches full membership without every step before it, in order', () => {
    let reached = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(actions, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 })), {
          minLength: 20,
          maxLength: 90,
        }),
        (moves) => {
          let course = newCourse
          let today = dateOnly('2020-01-01')
          for (const [wild, choice, gap] of moves) {
            today = addDays(today, gap)
            const before = course.state
            const action = (choice > 0 ? helpful(course, today, choice === 1) : null) ?? wild
            const { course: next, refusals } = take(course, action)
            if (refusals.length > 0) expect(next).toBe(course)
            course = next
            expect(courseStates).toContain(course.state)
            expect(course.extensions.length).toBeLessThanOrEqual(1)
            const isJump = course.state === 'full' && before !== 'full'
            if (isJump) expect(['probationer', 'extended']).toContain(before)
          }
          const members = ['probationer', 'extended', 'full', 'disqualified']
          for (const step of stepNos) {
            const isOwed =
              (course.state === 'full' && step < 24) || (members.includes(course.state) && step < 17)
            if (isOwed) expect(course.dates[mainMilestone(step)]).not.toBeNull()
          }
          if (course.state !== 'full') return
          reached += 1
          for (const key of milestones) {
            const day = course.dates[key]
            if (day === null) continue
            for (const earlier of requirements(key, ruleSetOn(day, settings))) {
              const first = course.dates[earlier]
              if (first !== null) expect(first <= day).toBe(true)
            }
          }
        },
      ),
      { numRuns: 200, seed: 5 },
    )
    expect(reached).toBeGreaterThan(20)
  })

  it('makes a member of somebody the meeting passed but nobody approved', () => {
    expect(order.filter((key) => stateAfter(key) === 'probationer')).toEqual(['approvedOn'])
  })
})
