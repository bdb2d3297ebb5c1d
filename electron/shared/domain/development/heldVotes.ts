import type { PartialDate } from '../../lib/dates.ts'
import type { VotedMilestone } from './course.ts'
import type { Milestone } from './milestones.ts'
import type { DevelopmentEventKind, DevelopmentVoteOn } from './records.ts'

/** What the votes of 步骤 15 and 23 are on. */
export const votedOn: Readonly<Record<VotedMilestone, DevelopmentVoteOn>> = {
  meetingOn: 'admission',
  regularMeetingOn: 'regular',
}

interface Standing {
  readonly supersededBy: string | null
}

interface VoteRecord {
  readonly steps: readonly (Standing & { readonly milestone: Milestone; readonly doneOn: PartialDate })[]
  readonly events: readonly (Standing & {
    readonly kind: DevelopmentEventKind
    readonly happenedOn: PartialDate
  })[]
}

/** The day of the meeting that passed it, by the step or the event it belongs to; null while none stands. */
export function meetingDay({ steps, events }: VoteRecord, subject: DevelopmentVoteOn): PartialDate | null {
  const isStanding = ({ supersededBy }: Standing) => supersededBy === null
  const stepOn = (key: VotedMilestone) =>
    steps.find((step) => isStanding(step) && step.milestone === key)?.doneOn ?? null
  const eventOn = (key: DevelopmentEventKind) =>
    events.findLast((event) => isStanding(event) && event.kind === key)?.happenedOn ?? null
  switch (subject) {
    case 'admission':
      return stepOn('meetingOn')
    case 'regular':
      return stepOn('regularMeetingOn')
    case 'extension':
      return eventOn('extend')
    case 'disqualification':
      return eventOn('disqualify')
  }
}

/** Whether a vote stands by itself: it failed, and no step and no decision rests on it. */
export function isLooseVote(
  record: VoteRecord,
  vote: Standing & { readonly subject: DevelopmentVoteOn; readonly heldOn: PartialDate },
): boolean {
  return vote.supersededBy === null && meetingDay(record, vote.subject) !== vote.heldOn
}
