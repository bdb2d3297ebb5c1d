import type { BallotItem, RaterGroup } from './scheme.ts'
import { addTallies, type Tally, tallyOf, votesOf } from './tallies.ts'

/** Ballots of one or more rater groups that are counted and shown as one. */
export interface MergedGroup {
  readonly groups: readonly RaterGroup[]
  readonly valid: number
  readonly tally: Tally
}

export function nameOfGroups(groups: readonly RaterGroup[]): string {
  return groups.map(({ name }) => name).join('、')
}

export function weightOfGroups(groups: readonly RaterGroup[]): number {
  return groups.reduce((sum, { weight }) => sum + weight, 0)
}

function merge(a: MergedGroup, b: MergedGroup, items: readonly BallotItem[]): MergedGroup {
  return {
    groups: [...a.groups, ...b.groups],
    valid: a.valid + b.valid,
    tally: addTallies(a.tally, b.tally, items),
  }
}

const smallestFirst = (a: MergedGroup, b: MergedGroup) => a.valid - b.valid

/** The group the scheme names, if its ballots are there; else the smallest of the others. */
function partnerOf(small: MergedGroup, others: readonly MergedGroup[]): MergedGroup | undefined {
  const wanted = new Set(small.groups.map(({ mergesInto }) => mergesInto))
  return (
    others.find(({ groups }) => groups.some(({ id }) => wanted.has(id))) ?? others.toSorted(smallestFirst)[0]
  )
}

/**
 * REV-06: a group of fewer ballots is counted together with another of its direction, weights and all, until each has
 * enough. Being counted so, not only shown so, it cannot be found again by subtracting what is shown. A direction that is
 * too small as a whole stays one group; its counts are withheld.
 */
export function mergeSmallGroups(
  groups: readonly MergedGroup[],
  hideBelow: number,
  items: readonly BallotItem[],
): readonly MergedGroup[] {
  const small = groups.filter(({ valid }) => valid < hideBelow).toSorted(smallestFirst)[0]
  if (small === undefined) return groups
  const others = groups.filter((group) => group !== small)
  const partner = partnerOf(small, others)
  if (partner === undefined) return groups
  const rest = groups.flatMap((group) => {
    if (group === small) return []
    return group === partner ? [merge(partner, small, items)] : [group]
  })
  return mergeSmallGroups(rest, hideBelow, items)
}

/** REV-06: of a tally, what enough people answered. */
export function shownTally({ tally }: MergedGroup, hideBelow: number, items: readonly BallotItem[]): Tally {
  return Object.fromEntries(
    items.flatMap((item) => {
      const one = tallyOf(tally, item)
      return votesOf(one) < hideBelow ? [] : [[item.id, one] as const]
    }),
  )
}

/** REV-06: what was shown can be subtracted from what is shown next, so a later batch must be large enough by itself. */
export function whyNotAdded(isShown: boolean, valid: number, hideBelow: number): string | null {
  if (!isShown || valid >= hideBelow) return null
  return `测评结果已经显示过，补测的有效票只有 ${valid} 张，不足 ${hideBelow} 张，计入会暴露票数；请合并补测`
}

/** REV-06: groups shown as one stay one: shown apart later, subtracting would tell the few ballots one of them had. */
export function whyNotParted(
  isShown: boolean,
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): string | null {
  const isTogether = (ids: readonly string[]) => after.some((other) => ids.every((id) => other.includes(id)))
  if (!isShown || before.every(isTogether)) return null
  return '有的群体因票少已与别的群体合并显示，计入本批后不再合并，前后相减会看出少数人的票；请取消本批'
}
