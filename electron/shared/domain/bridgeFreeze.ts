import { addHeads, type Heads, noHeads } from './bridgeNumbers.ts'

/** Where somebody stands in a list of the end of a day. */
export interface FrozenPlace {
  readonly memberId: string
  readonly organizationId: string
  readonly isFull: boolean
}

/** Somebody the frozen list and the records do not say the same of; null for not on it. */
export interface FreezeGap {
  readonly memberId: string
  readonly was: FrozenPlace | null
  readonly is: FrozenPlace | null
}

const headsOf = (place: FrozenPlace | null): Heads =>
  place === null ? noHeads : place.isFull ? { full: 1, probationary: 0 } : { full: 0, probationary: 1 }

/**
 * Who makes the difference between what was frozen and what the records say now, for a set of branches. `was` and `is` are those of
 * the two lists that the other one has not; who only moved among the branches makes none.
 */
export function freezeGaps(was: readonly FrozenPlace[], is: readonly FrozenPlace[]): readonly FreezeGap[] {
  const [before, now] = [was, is].map((list) => new Map(list.map((place) => [place.memberId, place])))
  const ids = [...new Set([...was, ...is].map(({ memberId }) => memberId))]
  return ids
    .map((memberId) => ({ memberId, was: before?.get(memberId) ?? null, is: now?.get(memberId) ?? null }))
    .filter((gap) => gap.was === null || gap.is === null || gap.was.isFull !== gap.is.isFull)
}

/** What the records say more than the frozen list. */
export function gapHeads(gaps: readonly FreezeGap[]): Heads {
  const less = gaps.map(({ was }) => headsOf(was)).reduce(addHeads, noHeads)
  const more = gaps.map(({ is }) => headsOf(is)).reduce(addHeads, noHeads)
  return { full: more.full - less.full, probationary: more.probationary - less.probationary }
}
