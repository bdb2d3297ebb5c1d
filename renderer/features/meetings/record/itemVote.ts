import type { Finding } from '#shared/domain/finding.ts'
import { ballotOf, itemFindings } from '#shared/domain/meetings/itemBallot.ts'
import {
  type MatterBallot,
  type MatterKind,
  type MatterResult,
  matterResult,
} from '#shared/domain/meetings/votes.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import type { ItemValues } from './meetingForm.ts'

export type Voted = Pick<
  ItemValues,
  | 'should'
  | 'present'
  | 'agreed'
  | 'agreedInWriting'
  | 'against'
  | 'abstained'
  | 'isSecret'
  | 'isPassed'
  | 'matter'
>

export const voteNumbers = ['should', 'present', 'agreed', 'agreedInWriting', 'against', 'abstained'] as const

/** Whether anything of a vote is written down. */
export function hasVote(item: Voted): boolean {
  return [...voteNumbers, 'isSecret' as const].some((key) => item[key] !== null)
}

/** The least number up to `most` that will do; null where none does. */
function least(most: number, isEnough: (count: number) => boolean): number | null {
  if (!isEnough(most)) return null
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const shares: Readonly<Partial<Record<MatterKind, string>>> = {
  admission: '超过半数',
  regular: '超过半数',
  extension: '超过半数',
  disqualification: '超过半数',
  election: '五分之四',
}

export interface ItemWords {
  readonly result: MatterResult
  /** 应到 17，实到 11，半数以上（需 9）：可以开会；赞成 8，需 9：不通过 */
  readonly sentence: string
  readonly findings: readonly Finding[]
}

/** Whether a matter stands by the measure of its kind, in a sentence that follows every figure; null until it can be told. */
export function itemWords(item: Voted): ItemWords | null {
  const ballot = ballotOf(item)
  if (ballot === null || ballot.should === 0) return null
  const { matter } = item
  const { should, present, agreed, agreedInWriting } = ballot
  const judge = (changed: Partial<MatterBallot>) =>
    matterResult(matter, { ...ballot, ...changed }, defaultRuleSettings)
  const result = judge({})
  const needed = least(should, (count) => judge({ present: count }).meeting.isMet)
  const votes = least(should, (count) => judge({ agreed: count, agreedInWriting: 0 }).vote?.isMet === true)
  const held = `应到 ${should}，实到 ${present}，${shares[matter] ?? '半数以上'}（需 ${needed ?? '—'}）：${result.meeting.isMet ? '可以开会' : '不能开会'}`
  const written = agreedInWriting === 0 ? '' : `（含书面意见 ${agreedInWriting}）`
  const passed =
    result.vote === null
      ? '；谁当选按得票逐人计算，见“换届选举”'
      : `；赞成 ${agreed + agreedInWriting}${written}，需 ${votes ?? '—'}：${result.vote.isMet ? '通过' : '不通过'}`
  const findings = itemFindings({ ...item, id: '' }, defaultRuleSettings)
  return { result, sentence: `${held}${passed}`, findings }
}
