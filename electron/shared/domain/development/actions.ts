import { courseStateLabels } from '../../labels/development.ts'
import { assertNever } from '../../lib/assertNever.ts'
import { formatPartialDate } from '../../lib/dates.ts'
import { bodyRefusals, recordRefusals, refusal, voteRefusals, withMilestone } from './course.ts'
import type { Course, Refusals, Taken } from './course.ts'
import { returnStates, setbackStates } from './courseActions.ts'
import type { ActionOf, CourseAction } from './courseActions.ts'
import { ruleSetOn } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'
import { probationOf } from './probation.ts'
import { isFinalState, keptDates } from './states.ts'
import type { CourseState, ReturnState } from './states.ts'

function wrongState(
  course: Course,
  action: CourseAction,
  settings: DevelopmentSettings,
  what: string,
): Refusals {
  return [
    refusal(
      'STEP_ORDER',
      'appliedOn',
      ruleSetOn(action.on, settings),
      `现在的阶段（${courseStateLabels[course.state]}）不能${what}`,
    ),
  ]
}

function taken(course: Course, refusals: Refusals, next: () => Course): Taken {
  return refusals.length > 0 ? { course, refusals } : { course: next(), refusals: [] }
}

function backTo(course: Course, state: ReturnState): Course {
  return { ...course, state, dates: keptDates(course.dates, state) }
}

const probationStates: readonly CourseState[] = ['probationer', 'extended']

function decided(
  course: Course,
  action: ActionOf<'extend'> | ActionOf<'disqualify'>,
  settings: DevelopmentSettings,
  what: string,
): Refusals {
  const set = ruleSetOn(action.on, settings)
  const { approvedOn: joined } = course.dates
  return [
    ...(probationStates.includes(course.state) ? [] : wrongState(course, action, settings, what)),
    ...voteRefusals('regularMeetingOn', action.ballot, set),
    ...bodyRefusals('regularApprovedOn', action.body, set),
    ...(action.approvedOn < action.on || (joined !== null && action.on < joined)
      ? [refusal('STEP_ORDER', 'regularMeetingOn', set, `${what}的大会、审批日期颠倒，请核对`)]
      : []),
  ]
}

function extend(course: Course, action: ActionOf<'extend'>, settings: DevelopmentSettings): Taken {
  const set = ruleSetOn(action.on, settings)
  const [least, most] = [settings['dev.extensionMonthsMin'], settings['dev.extensionMonthsMax']]
  const isTwice = course.extensions.length > 0
  const end = probationOf(course, settings)?.originalEnd ?? null
  const refusals = [
    ...decided(course, action, settings, '延长预备期'),
    ...(end !== null && action.on < end
      ? [refusal('DEV-16', 'regularMeetingOn', set, `预备期${formatPartialDate(end)}才满，不能提前讨论延长`)]
      : []),
    ...(isTwice ? [refusal('DEV-17', 'regularMeetingOn', set, '预备期已延长过一次，不能再延长')] : []),
    ...(action.months < least || action.months > most
      ? [refusal('DEV-17', 'regularMeetingOn', set, `延长预备期不少于 ${least} 个月、不超过 ${most} 个月`)]
      : []),
  ]
  return taken(course, refusals, () => ({
    state: 'extended',
    // The person applies again when the longer probation ends.
    dates: { ...course.dates, regularApplyOn: null, regularMeetingOn: null, regularSubmittedOn: null },
    extensions: [
      ...course.extensions,
      { decidedOn: action.on, approvedOn: action.approvedOn, months: action.months },
    ],
  }))
}

function goBack(course: Course, action: ActionOf<'return'>, settings: DevelopmentSettings): Taken {
  const isAllowed =
    setbackStates[action.setback].includes(course.state) && returnStates(action.setback).includes(action.to)
  const refusals = isAllowed ? [] : wrongState(course, action, settings, '退回')
  return taken(course, refusals, () => backTo(course, action.to))
}

/** One step of the state machine: the course after it, or unchanged with the reasons why not. */
export function takeAction(course: Course, action: CourseAction, settings: DevelopmentSettings): Taken {
  const set = ruleSetOn(action.on, settings)
  switch (action.kind) {
    case 'record':
    case 'vote':
    case 'approve': {
      const refusals = [
        ...recordRefusals(course, action.milestone, action.on, settings),
        ...(action.kind === 'vote' ? voteRefusals(action.milestone, action.ballot, set) : []),
        ...(action.kind === 'approve' ? bodyRefusals(action.milestone, action.body, set) : []),
      ]
      return taken(course, refusals, () => withMilestone(course, action.milestone, action.on))
    }
    case 'return':
      return goBack(course, action, settings)
    case 'extend':
      return extend(course, action, settings)
    case 'disqualify':
      return taken(course, decided(course, action, settings, '取消预备党员资格'), () => ({
        ...course,
        state: 'disqualified',
      }))
    case 'revoke': {
      const refusals =
        course.state === 'activist' ? [] : wrongState(course, action, settings, '取消入党积极分子资格')
      return taken(course, refusals, () => ({ ...course, state: 'revoked' }))
    }
    case 'reapply': {
      const refusals =
        course.state === 'revoked' ? [] : wrongState(course, action, settings, '重新列为入党申请人')
      return taken(course, refusals, () => backTo(course, 'applicant'))
    }
    case 'end': {
      const refusals = isFinalState(course.state) ? wrongState(course, action, settings, '终止') : []
      return taken(course, refusals, () => ({ ...course, state: 'ended' }))
    }
    default:
      return assertNever(action)
  }
}
