import { grades } from './grades.ts'
import type { BallotItem } from './scheme.ts'
import { type ItemTally, type Tally, tallyOf } from './tallies.ts'

/** One number two counts of the same ballots do not agree on. */
export interface TallyDifference {
  readonly itemId: string
  /** A grade, `votes`, `sum` (hundredths) or `abstained`. */
  readonly field: string
  readonly first: number
  readonly second: number
}

function numbersOf(tally: ItemTally): readonly (readonly [field: string, count: number])[] {
  const { abstained } = tally
  return tally.by === 'points'
    ? [
        ['votes', tally.votes],
        ['sum', tally.sum],
        ['abstained', abstained],
      ]
    : [...grades.map((grade) => [grade, tally.counts[grade]] as const), ['abstained', abstained]]
}

/** Where counts are called out (唱票计票) and entered twice. */
export function tallyDifferences(
  first: Tally,
  second: Tally,
  items: readonly BallotItem[],
): readonly TallyDifference[] {
  return items.flatMap((item) => {
    const other = new Map(numbersOf(tallyOf(second, item)))
    return numbersOf(tallyOf(first, item)).flatMap(([field, count]) => {
      const counted = other.get(field) ?? 0
      return counted === count ? [] : [{ itemId: item.id, field, first: count, second: counted }]
    })
  })
}
