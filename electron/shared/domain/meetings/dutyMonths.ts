import { addDays, type DateOnly } from '../../lib/dates.ts'
import { type Duty, type DutyStanding, standingOf } from './duties.ts'
import type { MeetingKind } from './kinds.ts'

/**
 * What was recorded of a kind over a year, as bits: bit n is month n + 1; of what is held for a year (组织生活会, 民主评议) bit 0 is the
 * year.
 */
export interface HeldMonths {
  readonly kind: MeetingKind
  /** '' for what is not of one group. */
  readonly groupId: string
  readonly finalMonths: number
  readonly draftMonths: number
}

const bitsOf = ({ period: { length, no } }: Duty): number =>
  length === 'month' ? 1 << (no - 1) : length === 'quarter' ? 7 << (3 * (no - 1)) : 1

const answersFor = ({ kind, group }: Duty, held: HeldMonths): boolean =>
  held.kind === kind && (group === null || held.groupId === '' || held.groupId === group.id)

/** Judges duties from bits alone as `judgeDuty` does from the meetings; for thousands of branches at once. */
export function monthsJudge(
  today: DateOnly,
  nearDays: number,
): (duty: Duty, held: readonly HeldMonths[]) => DutyStanding {
  const days = { today, nearUntil: addDays(today, nearDays) }
  return (duty, held) => {
    const bits = bitsOf(duty)
    const of = held.filter((each) => answersFor(duty, each))
    const isFinal = of.some(({ finalMonths }) => (finalMonths & bits) !== 0)
    const isDraft = of.some(({ draftMonths }) => (draftMonths & bits) !== 0)
    return standingOf(isFinal ? 'final' : isDraft ? 'draft' : null, duty.period.days.to, days)
  }
}
