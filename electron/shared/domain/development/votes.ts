import { admissionMeeting, admissionVote } from '../thresholds.ts'
import type { Judgement } from '../thresholds.ts'

/** One vote on one person: counts only, since the ballot is secret. In people or papers. */
export interface Ballot {
  /** 应到会有表决权人数. */
  readonly should: number
  /** 实到会有表决权人数; whoever sent a written opinion is not among them. */
  readonly present: number
  readonly issued: number | null
  readonly returned: number | null
  readonly valid: number | null
  readonly agreed: number
  readonly agreedInWriting: number
  readonly against: number | null
  readonly abstained: number | null
}

/** The people of a branch on the day, by what decides whether they vote. */
export interface BranchPeople {
  /** 正式党员, all of those below included. */
  readonly full: number
  /** 留党察看, and 中止权利 (留置、逮捕). */
  readonly withoutVote: number
  /** 停止党籍. */
  readonly stopped: number
}

/** 应到: probationary members, guests and masses are not in it to begin with. */
export function shouldAttend({ full, withoutVote, stopped }: BranchPeople): number {
  return Math.max(0, full - withoutVote - stopped)
}

export interface VoteResult {
  /** 可以开会: more than half of 应到 came. */
  readonly meeting: Judgement
  /** Enough votes; only `isPassed` says whether the resolution stands. */
  readonly vote: Judgement
  readonly isPassed: boolean
}

/** 接收、转正、延长、取消资格 alike. */
export function voteResult(ballot: Ballot): VoteResult {
  const [meeting, vote] = [admissionMeeting(ballot), admissionVote(ballot)]
  return { meeting, vote, isPassed: meeting.isMet && vote.isMet }
}

/** Numbers of a count that cannot all be true, each in a sentence. */
export function ballotDoubts(ballot: Ballot): readonly string[] {
  const { should, present, issued, returned, valid, agreed, agreedInWriting, against, abstained } = ballot
  const doubts: string[] = []
  const most = (count: number | null, limit: number | null, sentence: string) => {
    if (count !== null && limit !== null && count > limit) doubts.push(sentence)
  }
  most(
    present + agreedInWriting,
    should,
    `实到 ${present} 人加书面意见 ${agreedInWriting} 票多于应到 ${should} 人`,
  )
  // What was not counted does not break the chain: then the number before it is the limit.
  const chain = [
    { count: present, text: `实到 ${present} 人` },
    { count: issued, text: `发出 ${issued} 票` },
    { count: returned, text: `收回 ${returned} 票` },
    { count: valid, text: `有效 ${valid} 票` },
    { count: agreed, text: `赞成 ${agreed} 票` },
  ].filter(({ count }) => count !== null)
  chain.slice(1).forEach(({ count, text }, n) => {
    const before = chain[n]
    if (before !== undefined) most(count, before.count, `${text}多于${before.text}`)
  })
  if (against === null && abstained === null) return doubts
  const sum = agreed + (against ?? 0) + (abstained ?? 0)
  if (valid !== null && (sum > valid || (against !== null && abstained !== null && sum < valid))) {
    doubts.push(`赞成、不赞成、弃权合计 ${sum} 票，与有效票 ${valid} 票不符`)
  }
  most(sum, present, `赞成、不赞成、弃权合计 ${sum} 票多于实到 ${present} 人`)
  return doubts
}
