import type { BatchDetail, TallyFields } from '#shared/contract/reviewBallots.ts'
import { grades } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { type Tally, tallyProblems } from '#shared/domain/reviews/tallies.ts'

/** Sums of one person as they stand on the tally sheet; what is not typed yet is null. */
export interface TallyDraft {
  readonly invalid: Readonly<Record<'several' | 'illegible' | 'blank', number | null>>
  /** By item: counts by grade, or votes and sum (hundredths; NaN for what is no number), and abstentions. */
  readonly items: Readonly<Record<string, Readonly<Record<string, number | null>>>>
}

/** By person. */
export type TallySheet = Readonly<Record<string, TallyDraft>>

export const emptyTally: TallyDraft = {
  invalid: { several: null, illegible: null, blank: null },
  items: {},
}

type Items = BatchDetail['items']

/** 有效票 = 收回 − 无效. */
export function validOf(returned: number, { invalid: { several, illegible, blank } }: TallyDraft): number {
  return returned - (several ?? 0) - (illegible ?? 0) - (blank ?? 0)
}

/** What is left empty is nought. */
export function tallyFields(
  subjectId: string,
  returned: number,
  draft: TallyDraft,
  items: Items,
): TallyFields {
  const { several, illegible, blank } = draft.invalid
  return {
    subjectId,
    several: several ?? 0,
    illegible: illegible ?? 0,
    blank: blank ?? 0,
    valid: validOf(returned, draft),
    items: items.map(({ id, by }) => {
      const typed = draft.items[id] ?? {}
      const abstained = typed['abstained'] ?? 0
      if (by === 'points')
        return { by: 'points', itemId: id, votes: typed['votes'] ?? 0, sum: typed['sum'] ?? 0, abstained }
      const [best = 0, good = 0, fair = 0, poor = 0] = grades.map((grade) => typed[grade] ?? 0)
      return { by: 'grades', itemId: id, counts: { best, good, fair, poor }, abstained }
    }),
  }
}

export const isVotes = (value: number | null): boolean =>
  value === null || (Number.isSafeInteger(value) && value >= 0)

/** What no tally sheet says, before anything is added up. */
function notNumbers(draft: TallyDraft, items: Items): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  if (!Object.values(draft.invalid).every(isVotes)) problems['valid'] = '无效票应为不小于 0 的整数，请核对'
  for (const { id, name, by, most } of items) {
    const { sum = null, ...votes } = draft.items[id] ?? {}
    if (!Object.values(votes).every(isVotes)) problems[id] = `“${name}”的票数应为不小于 0 的整数，请核对`
    else if (by === 'points' && sum !== null && Number.isNaN(sum))
      problems[id] = `“${name}”的分数合计不对：每票 0–${pointsText(most)} 分，最多两位小数，请核对`
    else if (by === 'points' && sum === null && (votes['votes'] ?? 0) > 0)
      problems[id] = `“${name}”还没有填分数合计`
  }
  return problems
}

/** What cannot be true of it yet, by item. */
export function tallyDraftProblems(
  draft: TallyDraft,
  returned: number,
  items: Items,
): Readonly<Record<string, string>> {
  const wrong = notNumbers(draft, items)
  const valid = validOf(returned, draft)
  if (wrong['valid'] !== undefined) return wrong
  if (valid < 0) return { valid: '无效票比收回的票还多，请核对' }
  const tally: Tally = Object.fromEntries(
    tallyFields('', returned, draft, items).items.map((item) => {
      const { itemId, ...rest } = item
      return [itemId, rest]
    }),
  )
  return { ...tallyProblems(tally, valid, items), ...wrong }
}
