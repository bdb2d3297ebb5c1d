import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BridgeStay, bridgeIns, bridgeOuts, peopleBridge } from '#shared/domain/bridge.ts'
import { allHeads, bridgeNumbers, isBalanced, noHeads } from '#shared/domain/bridgeNumbers.ts'
import { enteredBy, leftBy } from '#shared/domain/memberships.ts'
import { addDays, dateOnly, type PartialDate, partialDate } from '#shared/lib/dates.ts'

const start = dateOnly('2026-01-01')
const dayAt = (index: number) => addDays(start, index)
const days = fc.integer({ min: 0, max: 60 })
const branches = ['a', 'b', 'c', 'elsewhere'] as const

/** A life in branches, day by day, in order and without overlaps, as the store keeps it. */
const aLife = (memberId: string) =>
  fc
    .record({
      cuts: fc.uniqueArray(days, { minLength: 1, maxLength: 8 }),
      places: fc.array(fc.constantFrom(...branches, null), { minLength: 8, maxLength: 8 }),
      full: fc.option(fc.oneof(fc.constant<PartialDate | ''>(''), days.map(dayAt))),
      entered: fc.constantFrom(null, ...enteredBy),
      left: fc.constantFrom(null, ...leftBy),
    })
    .map(({ cuts, places, full, entered, left }) => {
      const sorted = cuts.toSorted((a, b) => a - b)
      return sorted.flatMap((cut, index): readonly BridgeStay[] => {
        const place = places[index]
        const next = sorted[index + 1]
        if (place === undefined || place === null) return []
        const toOn = next === undefined ? null : dayAt(next)
        const stayId = `${memberId}-${index}`
        return [
          {
            stayId,
            memberId,
            organizationId: place,
            fromOn: dayAt(cut),
            toOn,
            fullFrom: full,
            enteredBy: entered,
            leftBy: left,
          },
        ]
      })
    })

const lives = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => aLife(`p${index}`))))
  .map((each) => each.flat())

const sets = fc.subarray(['a', 'b', 'c'], { minLength: 1 })
const period = fc
  .tuple(fc.integer({ min: -1, max: 61 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }))

/** Looks at each evening, one after the other. */
function recount(stays: readonly BridgeStay[], { from, to }: { from: string; to: string }) {
  const there = (day: string) =>
    new Map(
      stays
        .filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn > day))
        .map(({ memberId, fullFrom }) => [memberId, fullFrom !== null && fullFrom <= day]),
    )
  const counts = { came: 0, went: 0, converted: 0 }
  for (let day = dateOnly(from); day < to; day = addDays(day, 1)) {
    const [before, after] = [there(day), there(addDays(day, 1))]
    for (const [id, isFull] of after) {
      if (!before.has(id)) counts.came += 1
      else if (isFull !== before.get(id)) counts.converted += 1
    }
    for (const id of before.keys()) if (!after.has(id)) counts.went += 1
  }
  const heads = (map: ReadonlyMap<string, boolean>) => {
    const full = [...map.values()].filter(Boolean).length
    return { full, probationary: map.size - full }
  }
  return { opening: heads(there(from)), closing: heads(there(to)), ...counts }
}

it('STA-02 whatever the lives and the branches: it balances for each kind and is what a recount of every evening finds', () => {
  fc.assert(
    fc.property(lives, sets, period, (all, set, between) => {
      const stays = all.filter(({ organizationId }) => set.some((each) => each === organizationId))
      const numbers = bridgeNumbers(peopleBridge(stays, between), noHeads)
      expect(isBalanced(numbers)).toBe(true)
      const counted = (columns: readonly (keyof typeof numbers)[]) =>
        columns.reduce((total, column) => total + allHeads(numbers[column]), 0)
      expect({
        opening: numbers.opening,
        closing: numbers.closing,
        came: counted(bridgeIns),
        went: counted(bridgeOuts),
        converted: numbers.converted.full,
      }).toEqual(recount(stays, between))
    }),
    { numRuns: 1000 },
  )
})

const someDay = fc.constantFrom(
  '',
  '2025',
  '2026',
  '2026-01',
  '2026-02',
  '2026-01-20',
  '2026-02-01',
  '2026-03-01',
)
const read = (text: string): PartialDate | '' => (text === '' ? '' : partialDate(text))

it('STA-02 it balances even over stays that overlap, end before they begin, or know only a year', () => {
  const stay = fc.record({
    stayId: fc.uuid(),
    memberId: fc.constantFrom('p1', 'p2'),
    organizationId: fc.constant('a'),
    fromOn: someDay.map(read),
    toOn: fc.option(someDay.map(read)),
    fullFrom: fc.constant<PartialDate | ''>(partialDate('2026-01-25')),
    enteredBy: fc.constantFrom(null, ...enteredBy),
    leftBy: fc.constantFrom(null, ...leftBy),
  })
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 8 }), period, (stays, between) => {
      expect(isBalanced(bridgeNumbers(peopleBridge(stays, between), noHeads))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
