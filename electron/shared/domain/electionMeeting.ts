import { formatPartialDate, type DateOnly } from '../lib/dates.ts'
import type { Finding } from './finding.ts'
import { makeFinding } from './finding.ts'

const basis = '《中国共产党基层组织选举工作条例》（条号待核）'

interface MeetingFacts {
  readonly meetingOn: DateOnly | null
  /** 应到 as the list of voters has it. */
  readonly should: number
  /** Ballots of the whole meeting, in their order. */
  readonly rounds: readonly { readonly heldOn: DateOnly; readonly should: number }[]
}

/** ORG-39: what was written down with a ballot of the meeting, and what the meeting itself is known by, say the same. */
export function meetingFindings({ meetingOn, should, rounds }: MeetingFacts): readonly Finding[] {
  const [first] = rounds
  const found: Finding[] = []
  const other = rounds.find((round) => round.should !== should)
  if (other) {
    const message = `投票结果里登记的应到 ${other.should} 人，与“应到会人员”算出的 ${should} 人不一致，请核对名册、不计入应到的人或投票结果`
    found.push(makeFinding('ELECTION_MEETING', 'yellow', 'should', message, basis))
  }
  if (first && meetingOn !== null && first.heldOn !== meetingOn) {
    const message = `投票日期${formatPartialDate(first.heldOn)}与大会日期${formatPartialDate(meetingOn)}不一致；新一届自大会日期起算，请核对`
    found.push(makeFinding('ELECTION_MEETING', 'yellow', 'meetingOn', message, basis))
  }
  return found
}
