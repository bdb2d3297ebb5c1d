import {
  type BridgeIn,
  bridgeIns,
  type BridgeMove,
  type BridgeOut,
  bridgeOuts,
  type BridgePerson,
  type PeopleBridge,
} from './bridge.ts'

/** How many 正式党员 and 预备党员; a difference may be negative. */
export interface Heads {
  readonly full: number
  readonly probationary: number
}

/**
 * Left to right: what one has to add up. The two `Fix` columns are what corrections changed since a year was frozen: the opening
 * frozen plus `openingFix` is the opening of the records; what the records close with plus `closingFix` is the closing frozen.
 */
export const bridgeColumns = [
  'opening',
  'openingFix',
  ...bridgeIns,
  ...bridgeOuts,
  'converted',
  'closingFix',
  'closing',
] as const

export type BridgeColumn = (typeof bridgeColumns)[number]

export type BridgeNumbers = Readonly<Record<BridgeColumn, Heads>>

export const noHeads: Heads = { full: 0, probationary: 0 }

export const addHeads = (a: Heads, b: Heads): Heads => ({
  full: a.full + b.full,
  probationary: a.probationary + b.probationary,
})

export const takeHeads = (a: Heads, b: Heads): Heads => ({
  full: a.full - b.full,
  probationary: a.probationary - b.probationary,
})

export const allHeads = ({ full, probationary }: Heads): number => full + probationary

function countHeads(people: readonly Pick<BridgePerson, 'isFull'>[]): Heads {
  const full = people.filter(({ isFull }) => isFull).length
  return { full, probationary: people.length - full }
}

/** The numbers of a bridge, `still` being those who were there all the time and are not among its people. */
export function bridgeNumbers({ opening, moves, closing }: PeopleBridge, still: Heads): BridgeNumbers {
  const of = (kind: BridgeMove['kind']) => moves.filter((move) => move.kind === kind)
  const moved = (kind: BridgeMove['kind']) => countHeads(of(kind))
  const converted = of('converted').length
  return {
    opening: addHeads(still, countHeads(opening)),
    openingFix: noHeads,
    admitted: moved('admitted'),
    transferredIn: moved('transferredIn'),
    restored: moved('restored'),
    otherIn: moved('otherIn'),
    transferredOut: moved('transferredOut'),
    lapsed: moved('lapsed'),
    expelled: moved('expelled'),
    died: moved('died'),
    otherOut: moved('otherOut'),
    converted: { full: converted, probationary: 0 - converted },
    closingFix: noHeads,
    closing: addHeads(still, countHeads(closing)),
  }
}

const sum = (numbers: BridgeNumbers, columns: readonly (BridgeIn | BridgeOut)[]) =>
  columns.map((column) => numbers[column]).reduce(addHeads, noHeads)

/** 增加小计. */
export const insOf = (numbers: BridgeNumbers): Heads => sum(numbers, bridgeIns)

/** 减少小计. */
export const outsOf = (numbers: BridgeNumbers): Heads => sum(numbers, bridgeOuts)

/** What the other columns say the closing must be (STA-02). */
export function dueClosing(numbers: BridgeNumbers): Heads {
  const { opening, openingFix, converted, closingFix } = numbers
  const gains = [opening, openingFix, insOf(numbers), converted, closingFix].reduce(addHeads, noHeads)
  return takeHeads(gains, outsOf(numbers))
}

/** 平衡校验, for each kind of person. */
export function isBalanced(numbers: BridgeNumbers): boolean {
  const due = dueClosing(numbers)
  return due.full === numbers.closing.full && due.probationary === numbers.closing.probationary
}

/** Column by column; for the rows of units, which do not add up to the whole where people moved from one to another. */
export function combineNumbers(
  a: BridgeNumbers,
  b: BridgeNumbers,
  combine: (a: Heads, b: Heads) => Heads,
): BridgeNumbers {
  const at = (column: BridgeColumn) => combine(a[column], b[column])
  return {
    opening: at('opening'),
    openingFix: at('openingFix'),
    admitted: at('admitted'),
    transferredIn: at('transferredIn'),
    restored: at('restored'),
    otherIn: at('otherIn'),
    transferredOut: at('transferredOut'),
    lapsed: at('lapsed'),
    expelled: at('expelled'),
    died: at('died'),
    otherOut: at('otherOut'),
    converted: at('converted'),
    closingFix: at('closingFix'),
    closing: at('closing'),
  }
}

export const noNumbers: BridgeNumbers = bridgeNumbers({ opening: [], moves: [], closing: [] }, noHeads)

export const hasNumbers = (numbers: BridgeNumbers): boolean =>
  bridgeColumns.some((column) => numbers[column].full !== 0 || numbers[column].probationary !== 0)

/** The numbers with what was frozen in the place of what the records say now. */
export function withFrozen(
  numbers: BridgeNumbers,
  { opening, closing }: { readonly opening: Heads | null; readonly closing: Heads | null },
): BridgeNumbers {
  return {
    ...numbers,
    ...(opening === null ? {} : { opening: takeHeads(numbers.opening, opening), openingFix: opening }),
    ...(closing === null
      ? {}
      : { closing: takeHeads(numbers.closing, closing), closingFix: takeHeads(noHeads, closing) }),
  }
}
