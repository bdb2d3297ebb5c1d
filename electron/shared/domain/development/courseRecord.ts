import type { PartialDate } from '../../lib/dates.ts'
import type { Course } from './course.ts'
import type { Extension } from './facts.ts'
import { milestones, noDates } from './milestones.ts'
import type { Milestone, MilestoneDates } from './milestones.ts'
import type { DevelopmentEventKind } from './records.ts'
import { courseStates, keptDates, stateOfRecord } from './states.ts'
import type { CourseState } from './states.ts'
import { transferRule } from './transfers.ts'

/** What happened to a file beside its steps, as it is written down. */
export interface RecordedEvent {
  readonly kind: DevelopmentEventKind
  readonly happenedOn: PartialDate
  /** Where a return, or a transfer that takes the person back, led to. */
  readonly toState: CourseState | null
  readonly months: number | null
  readonly approvedOn: PartialDate | null
}

/** The dates that still count. */
export function datesOfSteps(
  steps: readonly { readonly milestone: Milestone; readonly doneOn: PartialDate }[],
): MilestoneDates {
  return { ...noDates, ...Object.fromEntries(steps.map(({ milestone, doneOn }) => [milestone, doneOn])) }
}

/** Every extension that was decided; only the first counts (DEV-17). */
export function extensionsOf(events: readonly RecordedEvent[]): readonly Extension[] {
  return events.flatMap(({ kind, happenedOn, approvedOn, months }) =>
    kind === 'extend' && months !== null ? [{ decidedOn: happenedOn, approvedOn, months }] : [],
  )
}

function floorOf({ kind, toState }: RecordedEvent): CourseState | null {
  if (kind === 'revoke') return 'revoked'
  return kind === 'reapply' ? 'applicant' : toState
}

/**
 * Where a file stands by its record: the dates that still count, and its events that still stand in the order they were taken. An
 * end is an end, whatever was written down besides.
 */
export function courseOfRecord({
  dates,
  events,
}: {
  readonly dates: MilestoneDates
  readonly events: readonly RecordedEvent[]
}): Course {
  const extensions = extensionsOf(events)
  const state = (): CourseState => {
    const last = events.findLast(({ kind }) => kind === 'disqualify' || kind === 'end')
    if (last !== undefined) return last.kind === 'end' ? 'ended' : 'disqualified'
    const reached = stateOfRecord({ dates, extensions, endedOn: null })
    const floors = events.flatMap((event) => floorOf(event) ?? [])
    const floor = floors.at(-1) ?? reached
    if (floor === 'revoked') return floor
    // A return to a stage holds even where the dates of that stage were never written down.
    return courseStates.indexOf(reached) < courseStates.indexOf(floor) ? floor : reached
  }
  return { state: state(), dates, extensions }
}

/** The dates that still count after an event; the others fall away with it. `to` is where a return leads. */
export function datesAfterEvent(
  { state, dates }: Course,
  kind: DevelopmentEventKind,
  to: CourseState | null,
): MilestoneDates {
  switch (kind) {
    case 'return':
      return to === 'target' || to === 'activist' ? keptDates(dates, to) : dates
    case 'reapply':
      return keptDates(dates, 'applicant')
    case 'extend':
      // Written down once 转正 is approved, it is the history of how that came about.
      return dates.regularApprovedOn !== null
        ? dates
        : { ...dates, regularApplyOn: null, regularMeetingOn: null, regularSubmittedOn: null }
    case 'transfer':
      return stateAfterTransfer(state) === 'activist' ? keptDates(dates, 'activist') : dates
    case 'disqualify':
    case 'revoke':
    case 'end':
      return dates
  }
}

/** Where a transfer takes somebody back to: a 发展对象 is 积极分子 again with the new branch; null for those who stay where they are. */
export function stateAfterTransfer(state: CourseState): CourseState | null {
  const rule = transferRule(state)
  return rule?.kind === 'target' ? rule.state : null
}

/** What counted before and does not any more. */
export function fallenMilestones(before: MilestoneDates, after: MilestoneDates): readonly Milestone[] {
  return milestones.filter((key) => before[key] !== null && after[key] === null)
}
