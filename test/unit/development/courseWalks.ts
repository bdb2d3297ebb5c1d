import { expect } from 'vitest'
import { takeAction } from '#shared/domain/development/actions.ts'
import { newCourse } from '#shared/domain/development/course.ts'
import type { Course } from '#shared/domain/development/course.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import { milestones } from '#shared/domain/development/milestones.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { aBallot, context, datesOf, street, wholeFile } from './aFile.ts'

export const { settings } = context
export const passed = aBallot(20, 15, 14)
export const failed = aBallot(20, 15, 10)

export function actionFor(milestone: Milestone, on: DateOnly): CourseAction {
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

export const take = (course: Course, action: CourseAction) => takeAction(course, action, settings)

export const dates = datesOf(wholeFile)
/** The milestones of a whole file in the order of their days. */
export const order = Object.keys(wholeFile).flatMap((key) =>
  milestones.filter((milestone) => milestone === key),
)

/** A course walked by its actions up to and with one of them. */
export function walk(last: Milestone): Course {
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
