import type { DateOnly, PartialDate } from '../lib/dates.ts'

/** Posts people hold in a Party organisation (domain table 1.5), in the order lists name them; labels in shared/labels/posts.ts. */
export const postPositions = [
  'SJ',
  'FSJ',
  'ZZ',
  'XC',
  'JJ',
  'QN',
  'TZ',
  'FN',
  'WY',
  'JZWY',
  'ZZH',
  'ZZY',
  'LLY',
  'ZDY',
] as const

export type PostPosition = (typeof postPositions)[number]

/** 选举, 任命, 指派 (上级指派), 补选. */
export const postWays = ['elected', 'appointed', 'assigned', 'byElection'] as const

export type PostWay = (typeof postWays)[number]

/** Positions that make the committee and take its seats; 兼职委员 takes none (ORG-55). */
export const committeePositions = ['SJ', 'FSJ', 'ZZ', 'XC', 'JJ', 'QN', 'TZ', 'FN', 'WY'] as const

const seated: readonly string[] = committeePositions

/** Whether the holder sits on the committee and takes one of its seats. */
export function takesSeat({
  position,
  isPartTime,
}: {
  readonly position: PostPosition
  readonly isPartTime: boolean
}): boolean {
  return !isPartTime && seated.includes(position)
}

/** Whether a post is held at the end of a day; '' as a start is before everything, as an end nobody dated it is over. */
export function isHeldOn(
  { fromOn, toOn }: { readonly fromOn: PartialDate | ''; readonly toOn: PartialDate | '' | null },
  on: DateOnly,
): boolean {
  return fromOn <= on && (toOn === null || toOn > on)
}
