import type { DevelopmentEventInput } from '#shared/contract/developmentInputs.ts'
import { takeAction } from '#shared/domain/development/actions.ts'
import { refusal, type Refusals, type Course } from '#shared/domain/development/course.ts'
import type { CourseAction } from '#shared/domain/development/courseActions.ts'
import type { ActingBody } from '#shared/domain/development/facts.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import type { DevelopmentSettings } from '#shared/domain/development/settings.ts'
import { transferRule } from '#shared/domain/development/transfers.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import { developmentEventLabels } from '#shared/labels/developmentRecords.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { latestDay } from './stepRules.ts'

type EventOf<K extends DevelopmentEventInput['kind']> = Extract<DevelopmentEventInput, { readonly kind: K }>

/** 延长 and 取消资格: decided by the branch, approved by the committee. */
type Decided = EventOf<'extend'> | EventOf<'disqualify'>

function decidedRefusals(
  course: Course,
  event: Decided,
  body: ActingBody | null,
  settings: DevelopmentSettings,
  today: DateOnly,
): Refusals {
  const { on, vote: ballot, approvedOn } = event
  const set = ruleSetOn(on, settings)
  const what = developmentEventLabels[event.kind]
  const missing = [
    ...(body === null ? [refusal('DEV-52', 'regularApprovedOn', set, `请登记批准“${what}”的党委`)] : []),
    ...(approvedOn === null
      ? [refusal('STEP_MISSING', 'regularApprovedOn', set, `请登记上级党委批准“${what}”的日期`)]
      : []),
  ]
  // What is still missing is said by itself; the other rules judge the rest.
  const able: ActingBody = { name: '', type: 'DGW', branchKind: null, hasApprovalRight: true }
  const decision = {
    on,
    ballot,
    body: body ?? able,
    approvedOn: approvedOn === null ? on : latestDay(approvedOn, today),
  }
  const action: CourseAction =
    event.kind === 'extend'
      ? { kind: 'extend', months: event.months, ...decision }
      : { kind: 'disqualify', ...decision }
  return [...missing, ...takeAction(course, action, settings).refusals]
}

/** Why an event cannot be recorded so, by the rules; empty when it can. */
export function eventRefusals(
  course: Course,
  event: DevelopmentEventInput,
  body: ActingBody | null,
  settings: DevelopmentSettings,
  today: DateOnly,
): Refusals {
  const { on } = event
  switch (event.kind) {
    case 'return':
      return takeAction(course, { kind: 'return', setback: event.cause, to: event.to, on }, settings).refusals
    case 'end':
      return takeAction(course, { kind: 'end', reason: event.cause, on }, settings).refusals
    case 'revoke':
      return takeAction(course, { kind: 'revoke', on }, settings).refusals
    case 'reapply':
      return takeAction(course, { kind: 'reapply', on }, settings).refusals
    case 'extend':
    case 'disqualify':
      return decidedRefusals(course, event, body, settings, today)
    case 'transfer':
      return transferRule(course.state) === null
        ? [
            refusal(
              'STEP_ORDER',
              'appliedOn',
              ruleSetOn(on, settings),
              course.state === 'awaitingApproval'
                ? '支部大会已经通过、等待审批的，请先办完审批或退回，再转移'
                : `现在的阶段（${courseStateLabels[course.state]}）不再转移档案`,
            ),
          ]
        : []
  }
}
