import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeAction } from '#shared/domain/development/actions.ts'
import { newCourse } from '#shared/domain/development/course.ts'
import type { Course } from '#shared/domain/development/course.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import { courseOfRecord, datesAfterEvent, fallenMilestones } from '#shared/domain/development/courseRecord.ts'
import type { RecordedEvent } from '#shared/domain/development/courseRecord.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { addDays, dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aBallot, context, datesOf, street, upTo, wholeFile } from './aFile.ts'

const { settings } = context

const on = dateOnly('2026-06-01')

function anEvent(fields: Partial<RecordedEvent> & Pick<RecordedEvent, 'kind'>): RecordedEvent {
  return { happenedOn: on, toState: null, months: null, approvedOn: null, ...fields }
}

/** What is written down of an action that was taken: an event, or null for a step. */
function eventOf(action: CourseAction): RecordedEvent | null {
  switch (action.kind) {
    case 'record':
    case 'vote':
    case 'approve':
      return null
    case 'return':
      return anEvent({ kind: 'return', happenedOn: action.on, toState: action.to })
    case 'extend':
      return anEvent({
        kind: 'extend',
        happenedOn: action.on,
        months: action.months,
        approvedOn: action.approvedOn,
      })
    default:
      return anEvent({ kind: action.kind, happenedOn: action.on })
  }
}

const passed = aBallot(20, 15, 14)

const milestone = fc.constantFrom(...milestones)
const action: fc.Arbitrary<(on: DateOnly) => CourseAction> = fc.oneof(
  {
    weight: 20,
    arbitrary: milestone.map((key) => (day: DateOnly): CourseAction => {
      if (key === 'meetingOn' || key === 'regularMeetingOn')
        return { kind: 'vote', milestone: key, on: day, ballot: passed }
      if (key === 'preReviewOn' || key === 'approvedOn' || key === 'regularApprovedOn')
        return { kind: 'approve', milestone: key, on: day, body: street }
      return { kind: 'record', milestone: key, on: day }
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<readonly CourseAction['kind'][]>(['revoke'], ['reapply'], ['end']).map(
      ([kind]) =>
        (day: DateOnly): CourseAction =>
          kind === 'end'
            ? { kind, reason: 'withdrawn', on: day }
            : kind === 'revoke'
              ? { kind, on: day }
              : { kind: 'reapply', on: day },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('activist' as const, 'target' as const).chain((to) =>
      fc
        .constantFrom('publicity' as const, 'vote' as const, 'approval' as const, 'decision' as const)
        .map((setback) => (day: DateOnly): CourseAction => ({ kind: 'return', setback, to, on: day })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('extend' as const, 'disqualify' as const).map((kind) => (day: DateOnly) => {
      const decided = { on: day, ballot: passed, body: street, approvedOn: day }
      return kind === 'extend' ? { kind, months: 6, ...decided } : { kind, ...decided }
    }),
  },
)

describe('where a file stands by its record', () => {
  it('is where the actions led that were written down, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), fc.nat(31), (actions, start) => {
        // Part of the way is walked in order, or hardly any walk gets far.
        const order = Object.keys(wholeFile).slice(0, start)
        let course: Course = newCourse
        let events: readonly RecordedEvent[] = []
        const walked = order.flatMap((key) => milestones.filter((each) => each === key))
        const first = walked.map((key) => (day: DateOnly): CourseAction => {
          if (key === 'meetingOn' || key === 'regularMeetingOn')
            return { kind: 'vote', milestone: key, on: day, ballot: passed }
          if (key === 'preReviewOn' || key === 'approvedOn' || key === 'regularApprovedOn')
            return { kind: 'approve', milestone: key, on: day, body: street }
          return { kind: 'record', milestone: key, on: day }
        })
        for (const [n, make] of [...first, ...actions].entries()) {
          const one = make(addDays(dateOnly('2020-01-01'), n))
          const { course: next, refusals } = takeAction(course, one, settings)
          if (refusals.length > 0) continue
          const event = eventOf(one)
          if (event !== null) events = [...events, event]
          const to = one.kind === 'return' ? one.to : null
          if (event !== null) expect(datesAfterEvent(course, event.kind, to)).toEqual(next.dates)
          course = next
          expect(courseOfRecord({ dates: course.dates, events })).toEqual(course)
        }
      }),
    )
  })

  it('holds a return to a stage even where the dates of that stage were never written down', () => {
    const dates = datesOf({ appliedOn: '2020-01-01' })
    const events = [anEvent({ kind: 'return', toState: 'activist' })]
    expect(courseOfRecord({ dates, events }).state).toBe('activist')
    const on2 = { ...dates, targetOn: partialDate('2026-07-01') }
    expect(courseOfRecord({ dates: on2, events }).state).toBe('target')
  })

  it('an end is an end, and 取消 of an activist holds until the person applies again', () => {
    const dates = datesOf(upTo('contactsOn'))
    const revoked = [anEvent({ kind: 'revoke' })]
    expect(courseOfRecord({ dates, events: revoked }).state).toBe('revoked')
    const again = [...revoked, anEvent({ kind: 'reapply' })]
    expect(courseOfRecord({ dates: datesOf(upTo('talkedOn')), events: again }).state).toBe('applicant')
    expect(courseOfRecord({ dates, events: [...again, anEvent({ kind: 'end' })] }).state).toBe('ended')
  })

  it('domain 3.7: a 发展对象 who changes branch is 积极分子 again, all others stay where they are', () => {
    const target = courseOfRecord({ dates: datesOf(upTo('sponsorsOn')), events: [] })
    const after = datesAfterEvent(target, 'transfer', null)
    expect(fallenMilestones(target.dates, after)).toEqual([
      'targetMeetingOn',
      'targetAgreedOn',
      'publicityFrom',
      'publicityTo',
      'targetOn',
      'sponsorsOn',
    ])
    const probationer = courseOfRecord({ dates: datesOf(upTo('oathOn')), events: [] })
    expect(datesAfterEvent(probationer, 'transfer', null)).toEqual(probationer.dates)
  })
})
