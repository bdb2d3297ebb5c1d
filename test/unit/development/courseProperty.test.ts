import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCourse, requirements } from '#shared/domain/development/course.ts'
import type { Course } from '#shared/domain/development/course.ts'
import { setbacks } from '#shared/domain/development/courseActions.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import { mainMilestone, milestones, stepNos } from '#shared/domain/development/milestones.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { courseStates, stateAfter } from '#shared/domain/development/states.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { community, street } from './aFile.ts'
import { actionFor, failed, order, passed, settings, take } from './courseWalks.ts'

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
