import { addYears, type DateOnly, firstDay, lastDay } from '../lib/dates.ts'
import { type BridgeDays, bridgeSpells, type BridgeStay, type Day } from './bridge.ts'

/**
 * Whoever's record does not say what the bridge asks; in 说明 by name, never guessed away (trap 19). `Unknown`: no date, `Coarse`: a
 * year or a month only, `kindUnknown`: not how they came or went,
 * `admittedFull`: admitted there, it says, yet 正式党员 before.
 */
export const bridgeDoubts = [
  'startUnknown',
  'startCoarse',
  'endUnknown',
  'endCoarse',
  'fullUnknown',
  'fullCoarse',
  'kindUnknown',
  'admittedFull',
] as const

export type BridgeDoubt = (typeof bridgeDoubts)[number]

export interface Doubtful {
  readonly doubt: BridgeDoubt
  readonly memberId: string
  readonly stayId: string
  /** As written down: '' for nothing. */
  readonly on: Day
}

/** A year or a month of which some day was in (from, to]. */
export function isCoarseWithin(day: Day | null, { from, to }: BridgeDays): boolean {
  if (day === null || day === '' || day.length === 10) return false
  return lastDay(day) > from && firstDay(day) <= to
}

/** 预备期 is a year: whoever was admitted later than this was 预备党员 at the opening. */
export const probationFrom = ({ from }: BridgeDays): DateOnly => addYears(from, -1)

/** What is uncertain about these stays, which are those of `peopleBridge`. A person may be in it more than once. */
export function bridgeDoubtsOf(stays: readonly BridgeStay[], days: BridgeDays): readonly Doubtful[] {
  const found: Doubtful[] = []
  const note = (doubt: BridgeDoubt, { memberId, stayId }: BridgeStay, on: Day) =>
    found.push({ doubt, memberId, stayId, on })
  for (const own of Map.groupBy(stays, ({ memberId }) => memberId).values()) {
    for (const stay of own) if (stay.toOn === '' && stay.fromOn <= days.to) note('endUnknown', stay, '')
    for (const { first, last } of bridgeSpells(own)) {
      const { fromOn, fullFrom } = first
      const { toOn } = last
      const isCounted = fromOn <= days.to && (toOn === null || toOn > days.from)
      const moved = (day: Day | null) => day !== null && day > days.from && day <= days.to
      if (isCoarseWithin(fromOn, days)) note('startCoarse', first, fromOn)
      if (toOn !== null && isCoarseWithin(toOn, days)) note('endCoarse', last, toOn)
      if (!isCounted) continue
      if (fromOn === '') note('startUnknown', first, '')
      if (fullFrom !== null && isCoarseWithin(fullFrom, days)) note('fullCoarse', first, fullFrom)
      if (fullFrom === '' && first.enteredBy === '1' && fromOn > probationFrom(days))
        note('fullUnknown', first, '')
      if (moved(fromOn) && first.enteredBy === null) note('kindUnknown', first, fromOn)
      const wasFull = fullFrom !== null && fullFrom !== '' && fullFrom <= fromOn
      if (moved(fromOn) && first.enteredBy === '1' && wasFull) note('admittedFull', first, fromOn)
      if (toOn !== null && moved(toOn) && last.leftBy === null) note('kindUnknown', last, toOn)
    }
  }
  return found
}
