import type { PartialDate } from '../../lib/dates.ts'
import { isCountedStatus } from '../partyStatus.ts'
import { isSurelyBefore } from './judgement.ts'
import type { MilestoneDates } from './milestones.ts'
import { isFinalState } from './states.ts'
import type { CourseState } from './states.ts'

const left = 'CD'
/** 入党类型 of 重新入党. */
export const joinedAnew = '2'

/** What the roster says of somebody. */
interface Standing {
  readonly partyStatus: string
  readonly joinKind: string | null
  readonly joinedOn: PartialDate | null
}

/** 出党: whoever was struck off comes back by a new application alone, 重新入党. */
export function hasLeftParty({ partyStatus }: Pick<Standing, 'partyStatus'>): boolean {
  return partyStatus === left
}

/** A change that admits somebody anew, which takes nothing back of how the person had left. */
export function isNewAdmission(before: Standing, after: Standing): boolean {
  return (
    !isCountedStatus(before.partyStatus) &&
    isCountedStatus(after.partyStatus) &&
    after.joinKind === joinedAnew &&
    before.joinedOn !== after.joinedOn
  )
}

/** A file that ended before its person joined again: the roster speaks of the later one. */
export function isFormerFile(
  { state, dates }: { readonly state: CourseState; readonly dates: MilestoneDates },
  roster: { readonly joinKind: string | null; readonly joinedOn: PartialDate | null },
): boolean {
  return (
    roster.joinKind === joinedAnew &&
    isFinalState(state) &&
    dates.meetingOn !== null &&
    roster.joinedOn !== null &&
    isSurelyBefore(dates.meetingOn, roster.joinedOn)
  )
}
