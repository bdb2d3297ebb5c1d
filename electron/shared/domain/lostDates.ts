import { addMonths, addYears, type DateOnly, lastDay, type PartialDate } from '../lib/dates.ts'
import { isOpenLost, type LostStage, type LostStatus, type LostWay } from './lostCases.ts'
import { personTypeProbationary } from './memberFacts.ts'
import type { RuleSettings } from './settings.ts'

export interface LostAttemptFact {
  readonly round: number
  readonly way: LostWay
}

/** What the rules need to know of one 失联处置 and of the member's record beside it. */
export interface LostFacts {
  readonly status: LostStatus
  readonly since: PartialDate | null
  readonly stopOn: PartialDate | null
  readonly stopMeeting: string | null
  readonly stopApprovedBy: string | null
  readonly stopDoc: string | null
  readonly restoreAppliedOn: DateOnly | null
  readonly restoreDiscussedOn: DateOnly | null
  readonly restoreApprovedOn: DateOnly | null
  readonly endedOn: DateOnly | null
  readonly endedApprovedBy: string | null
  readonly foundOn: DateOnly | null
  readonly attempts: readonly LostAttemptFact[]
  readonly personType: string
  readonly partyStatus: string
  readonly isMarkedLost: boolean
  readonly isAbroad: boolean
}

export interface LostDay {
  readonly today: DateOnly
  readonly settings: RuleSettings
}

/** 满 6 月日. A day known to the month counts from its last: nobody is judged early. Null without a date. */
export function sixMonthsOn({ since }: Pick<LostFacts, 'since'>, settings: RuleSettings): DateOnly | null {
  return since === null ? null : addMonths(lastDay(since), settings['member.lostMonths'])
}

/** 停止党籍满 2 年的日子. Null where there was no stop, or nobody knows when. */
export function twoYearsOn({ stopOn }: Pick<LostFacts, 'stopOn'>, settings: RuleSettings): DateOnly | null {
  return stopOn === null ? null : addYears(lastDay(stopOn), settings['member.stoppedYears'])
}

/** Where a case stands on a day: which list it is in. */
export function lostStage(
  facts: Pick<LostFacts, 'status' | 'since' | 'stopOn'>,
  { today, settings }: LostDay,
): LostStage {
  if (!isOpenLost(facts.status)) return 'over'
  const isStopped = facts.status === 'stopped'
  const due = isStopped ? twoYearsOn(facts, settings) : sixMonthsOn(facts, settings)
  const isDue = due !== null && today >= due
  if (isStopped) return isDue ? 'twoYears' : 'stopped'
  return isDue ? 'sixMonths' : 'searching'
}

/** How many different ways, in how many rounds. */
export function searchDone(attempts: readonly LostAttemptFact[]): {
  readonly ways: number
  readonly rounds: number
} {
  return {
    ways: new Set(attempts.map(({ way }) => way)).size,
    rounds: new Set(attempts.map(({ round }) => round)).size,
  }
}

/** What may be decided of this person after searching in vain: 停止党籍 is for 正式党员 only. */
export function searchEndsIn(facts: Pick<LostFacts, 'personType'>): 'stop' | 'revoke' {
  return facts.personType === personTypeProbationary ? 'revoke' : 'stop'
}
