import type { Finding } from '../finding.ts'
import type { RuleSettings } from '../settings.ts'
import {
  type MatterBallot,
  matterFindings,
  matterResult,
  type MatterResult,
  type MatterKind,
} from './votes.ts'

/** The counts of an agenda item as they are written down, each of which may be missing. */
export interface ItemCounts {
  readonly id: string
  readonly matter: MatterKind
  readonly should: number | null
  readonly present: number | null
  readonly agreed: number | null
  readonly agreedInWriting: number | null
  readonly against: number | null
  readonly abstained: number | null
  readonly isSecret: boolean | null
  readonly isPassed: boolean | null
}

/** Null unless 应到, 实到 and 赞成 are all known. Where nobody wrote down how it was voted, it is not taken to be by hand. */
export function ballotOf(item: Omit<ItemCounts, 'id'>): MatterBallot | null {
  const { should, present, agreed, agreedInWriting, against, abstained, isSecret } = item
  if (should === null || present === null || agreed === null) return null
  return {
    should,
    present,
    agreed,
    agreedInWriting: agreedInWriting ?? 0,
    against,
    abstained,
    isSecret: isSecret ?? true,
  }
}

type Settings = Pick<RuleSettings, 'election.quorumFourFifthsInclusive'>

/** By the measure of its kind; null where it was not counted. */
export function itemResult(item: ItemCounts, settings: Settings): MatterResult | null {
  const ballot = ballotOf(item)
  return ballot === null ? null : matterResult(item.matter, ballot, settings)
}

const secret: readonly MatterKind[] = ['admission', 'regular', 'extension', 'disqualification', 'election']

/** What is wrong with one item's vote. */
export function itemFindings(item: ItemCounts, settings: Settings): readonly Finding[] {
  const { id, matter: kind, isPassed, isSecret } = item
  const ballot = ballotOf(item)
  const found = matterFindings({ id, kind, ballot, isPassed }, settings)
  if (ballot === null || isSecret !== null || !secret.includes(kind)) return found
  return [
    ...found,
    {
      code: 'MATTER_MANNER',
      severity: 'yellow',
      message: '没有写明是否无记名投票，请核对原始记录后补上',
      basis: '《中国共产党支部工作条例（试行）》第11条',
      field: 'isSecret',
    },
  ]
}
