import type { PartyStatus } from './partyStatus.ts'

/** Why somebody who belongs to the organisation has no vote in it. */
export const noVoteReasons = ['probationary', 'observed', 'suspended'] as const

export type NoVoteReason = (typeof noVoteReasons)[number]

/** The article ORG-37 rests on. */
export const votingBasis = '《中国共产党基层组织选举工作条例》第5条'

export interface VotingFacts {
  /** 正式党员 on that day. */
  readonly isFull: boolean
  /** 党籍状态 on that day; only people who belong to the organisation are asked about. */
  readonly partyStatus: PartyStatus
}

/** ORG-37: 表决权、选举权 have 正式党员 only, not during 留党察看, nor while 中止权利 (留置、逮捕). Null when there is a vote. */
export function whyNoVote({ isFull, partyStatus }: VotingFacts): NoVoteReason | null {
  if (!isFull) return 'probationary'
  if (partyStatus === 'LC') return 'observed'
  return partyStatus === 'ZZQL' ? 'suspended' : null
}
