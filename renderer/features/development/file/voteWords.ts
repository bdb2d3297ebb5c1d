import type { VoteFields } from '#shared/contract/developmentInputs.ts'
import type { Ballot } from '#shared/domain/development/votes.ts'
import { ballotDoubts, voteResult } from '#shared/domain/development/votes.ts'

/** The least whole number of votes that is more than half of 应到. */
export function votesNeeded(should: number): number {
  return Math.floor(should / 2) + 1
}

export interface VoteWords {
  /** 应到20，实到11，可以开会；需赞成11票，已有11票：通过 */
  readonly sentence: string
  readonly isPassed: boolean
  /** Numbers that cannot all be true, each in a sentence. */
  readonly doubts: readonly string[]
}

/** Whether a vote stands, in one sentence that follows every figure. */
export function voteWords(ballot: Ballot): VoteWords {
  const { meeting, isPassed } = voteResult(ballot)
  const { should, present, agreed, agreedInWriting } = ballot
  const needed = votesNeeded(should)
  const held = meeting.isMet ? '可以开会' : `不能开会（须超过半数，至少${needed}人）`
  const written = agreedInWriting === 0 ? '' : `（含书面意见${agreedInWriting}票）`
  return {
    sentence: `应到${should}，实到${present}，${held}；需赞成${needed}票，已有${agreed + agreedInWriting}票${written}：${isPassed ? '通过' : '不通过'}`,
    isPassed,
    doubts: ballotDoubts(ballot),
  }
}

/** Whether anything was counted yet. */
export function isCounted({ should, present }: Pick<Ballot, 'should' | 'present'>): boolean {
  return should > 0 && present > 0
}

/** The numbers and names of a vote that is recorded. */
export function voteFields(vote: VoteFields): VoteFields {
  const { should, present, issued, returned, valid, agreed, agreedInWriting, against, abstained } = vote
  const { tellers, counters, hostName } = vote
  return {
    should,
    present,
    issued,
    returned,
    valid,
    agreed,
    agreedInWriting,
    against,
    abstained,
    tellers,
    counters,
    hostName,
  }
}

/** A vote nobody has counted yet. */
export function emptyVote(should: number): VoteFields {
  return {
    should,
    present: 0,
    issued: null,
    returned: null,
    valid: null,
    agreed: 0,
    agreedInWriting: 0,
    against: null,
    abstained: null,
    tellers: null,
    counters: null,
    hostName: null,
  }
}
