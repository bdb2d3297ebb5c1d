import { noVoteLabels } from '../labels/memberships.ts'
import type { Explanation, Finding } from './finding.ts'
import { makeFinding } from './finding.ts'
import type { RuleSettings } from './settings.ts'
import { type NoVoteReason, votingBasis } from './voting.ts'

/** ORG-39: who may be left out of 应到 once the branch and the meeting agree; labels in shared/labels/elections.ts. */
export const exemptionReasons = ['ill', 'abroad', 'serving', 'infirm', 'moved'] as const

export type ExemptionReason = (typeof exemptionReasons)[number]

/** Who has a vote on the day of the meeting, and who of the organisation has none (ORG-37). */
export interface Electorate {
  readonly voters: readonly { readonly memberId: string | null }[]
  readonly others: readonly { readonly memberId: string | null; readonly why: NoVoteReason }[]
}

const basisExempt = '中央组织部关于党员大会应到会人数的有关答复（待核）'

export interface VoterCount {
  /** 正式党员 with a vote. */
  readonly voters: number
  readonly exempted: number
  /** 应到会有选举权人数. */
  readonly should: number
  readonly explanation: Explanation
}

/** ORG-37, ORG-39: 应到 is everybody with a vote but those left out one by one with a reason; whoever else is absent stays in it. */
export function countVoters({ voters, others }: Electorate, exemptIds: readonly string[]): VoterCount {
  const exempt = new Set(exemptIds)
  const exempted = voters.filter(({ memberId }) => memberId !== null && exempt.has(memberId)).length
  const should = voters.length - exempted
  return {
    voters: voters.length,
    exempted,
    should,
    explanation: {
      code: 'ORG-39',
      title: '应到会有选举权人数',
      inputs: [
        { label: '党员', value: `${voters.length + others.length} 人` },
        { label: '没有选举权', value: `${others.length} 人` },
        { label: '不计入应到', value: `${exempted} 人` },
      ],
      rule: '应到 = 有选举权的正式党员 − 逐人列明原因、经大会同意不计入的；其他缺席的仍计入应到',
      basis: `${votingBasis}、${basisExempt}`,
      result: exempted === 0 ? `${should} 人` : `${voters.length} − ${exempted} = ${should} 人`,
    },
  }
}

function whyNot({ voters, others }: Electorate, memberId: string): string | null {
  if (voters.some((voter) => voter.memberId === memberId)) return null
  const other = others.find((each) => each.memberId === memberId)
  return other ? `没有选举权（${noVoteLabels[other.why]}）` : '大会当日不在本组织'
}

interface Named {
  readonly memberId: string
  readonly name: string
}

/** ORG-37, ORG-39: exemptions that do nothing, and exemptions nobody has agreed to yet. */
export function exemptionFindings(
  electorate: Electorate,
  exemptions: readonly Named[],
  isAgreed: boolean,
): readonly Finding[] {
  const found = exemptions.flatMap(({ memberId, name }) => {
    const why = whyNot(electorate, memberId)
    if (why === null) return []
    const message = `“${name}”${why}，本来就不计入应到，不需要列入`
    return [makeFinding('ORG-39', 'blue', 'exemptions', message, votingBasis)]
  })
  if (exemptions.length === 0 || isAgreed) return found
  const message = `${exemptions.length} 名党员不计入应到，须经支部同意并由大会通过，请在大会通过后勾选确认`
  return [...found, makeFinding('ORG-39', 'yellow', 'exemptions', message, basisExempt)]
}

/** ORG-37: candidates are 正式党员 of the organisation who have the right to vote and to be elected. */
export function candidateRightFindings(
  electorate: Electorate,
  candidates: readonly Named[],
): readonly Finding[] {
  return candidates.flatMap(({ memberId, name }) => {
    const why = whyNot(electorate, memberId)
    if (why === null) return []
    return [makeFinding('ORG-37', 'red', 'candidates', `候选人“${name}”${why}，请核对`, votingBasis)]
  })
}

/** ORG-40: from 500 members on, or where they live far apart, a congress of delegates may be held when approved. */
export function congressFindings(
  members: number,
  settings: Pick<RuleSettings, 'election.delegatesFromMembers'>,
): readonly Finding[] {
  const from = settings['election.delegatesFromMembers']
  if (members < from) return []
  const message = `党员 ${members} 名，满 ${from} 名的，经上级批准可以召开党员代表大会选举`
  return [makeFinding('ORG-40', 'blue', null, message, '《中国共产党基层组织选举工作条例》第4条')]
}
