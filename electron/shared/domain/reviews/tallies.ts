import { type Grade, grades } from './grades.ts'
import { judgeLine, markOf, type Marks, type VoidReason } from './ballotLines.ts'
import type { BallotItem } from './scheme.ts'

/** What is kept of one thing a ballot asks: sums only, so that no ballot can be put together again (REV-06). */
export type ItemTally =
  | { readonly by: 'grades'; readonly counts: Readonly<Record<Grade, number>>; readonly abstained: number }
  | {
      readonly by: 'points'
      readonly votes: number
      /** Of the points given, in hundredths. */
      readonly sum: number
      readonly abstained: number
    }

export type Tally = Readonly<Record<string, ItemTally>>

export function noVotes(item: BallotItem): ItemTally {
  return item.by === 'points'
    ? { by: 'points', votes: 0, sum: 0, abstained: 0 }
    : { by: 'grades', counts: { best: 0, good: 0, fair: 0, poor: 0 }, abstained: 0 }
}

export function votesOf(tally: ItemTally): number {
  if (tally.by === 'points') return tally.votes
  return grades.reduce((sum, grade) => sum + tally.counts[grade], 0)
}

export function tallyOf(tally: Tally, item: BallotItem): ItemTally {
  return Object.hasOwn(tally, item.id) ? (tally[item.id] ?? noVotes(item)) : noVotes(item)
}

function addItem(a: ItemTally, b: ItemTally): ItemTally {
  const abstained = a.abstained + b.abstained
  if (a.by === 'points' && b.by === 'points')
    return { by: 'points', votes: a.votes + b.votes, sum: a.sum + b.sum, abstained }
  if (a.by === 'points' || b.by === 'points') throw new Error('points and grades cannot be added')
  const sum = (grade: Grade) => a.counts[grade] + b.counts[grade]
  const counts = { best: sum('best'), good: sum('good'), fair: sum('fair'), poor: sum('poor') }
  return { by: 'grades', counts, abstained }
}

export function addTallies(a: Tally, b: Tally, items: readonly BallotItem[]): Tally {
  return Object.fromEntries(items.map((item) => [item.id, addItem(tallyOf(a, item), tallyOf(b, item))]))
}

/** The ballots of one batch on one person, as they are kept. */
export interface Count {
  /** 有效票: those that count, abstentions on single things included. */
  readonly valid: number
  readonly invalid: Readonly<Record<VoidReason, number>>
  /** Lines that cannot be true. As long as there are any, the batch cannot be closed. */
  readonly refused: number
  readonly tally: Tally
}

export function countLines(lines: readonly Marks[], items: readonly BallotItem[]): Count {
  const invalid = { several: 0, illegible: 0, blank: 0 }
  const sums = items.map((item) => ({
    item,
    counts: { best: 0, good: 0, fair: 0, poor: 0 },
    votes: 0,
    sum: 0,
    abstained: 0,
  }))
  let [valid, refused] = [0, 0]
  for (const marks of lines) {
    const verdict = judgeLine(marks, items)
    if (verdict.is === 'void') invalid[verdict.reason] += 1
    if (verdict.is === 'refused') refused += 1
    if (verdict.is !== 'counted') continue
    valid += 1
    for (const of of sums) {
      const mark = markOf(marks, of.item.id)
      if (mark.is === 'grade') of.counts[mark.grade] += 1
      else if (mark.is === 'points') {
        of.votes += 1
        of.sum += mark.hundredths
      } else of.abstained += 1
    }
  }
  const tally = Object.fromEntries(
    sums.map(({ item, counts, votes, sum, abstained }): [string, ItemTally] => [
      item.id,
      item.by === 'points' ? { by: 'points', votes, sum, abstained } : { by: 'grades', counts, abstained },
    ]),
  )
  return { valid, invalid, refused, tally }
}

/** What cannot be true of a tally of so many valid ballots, by item: such a tally is not taken. */
export function tallyProblems(
  tally: Tally,
  valid: number,
  items: readonly BallotItem[],
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  for (const item of items) {
    const one = tallyOf(tally, item)
    const sum = votesOf(one) + one.abstained
    if (one.by !== item.by) problems[item.id] = `“${item.name}”的计票方式与测评票不符`
    else if (sum !== valid)
      problems[item.id] = `“${item.name}”各等次与弃权合计 ${sum} 票，有效票是 ${valid} 张，请核对`
    else if (one.by === 'points' && (one.sum < 0 || one.sum > one.votes * item.most))
      problems[item.id] = `“${item.name}”的总分超出 ${one.votes} 票所能有的范围，请核对`
  }
  return problems
}
