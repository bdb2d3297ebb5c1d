import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBySubject, type KeyedLine } from '#shared/domain/reviews/keying.ts'
import type { Mark } from '#shared/domain/reviews/marks.ts'
import { overallId } from '#shared/domain/reviews/scheme.ts'
import type { ScoreNode } from '#shared/domain/reviews/scoreTree.ts'
import { aBatch, downOf, fourGroups, itemsOfDirection, ratedOf, usual } from './aScheme.ts'

/** Every number of ballots a tree tells. */
function ballotsIn(node: ScoreNode): readonly number[] {
  if (node.is === 'sum') return [node.votes]
  if (node.is !== 'mean') return []
  return [
    ...(node.ballots === null ? [] : [node.ballots]),
    ...node.parts.flatMap(({ score }) => ballotsIn(score)),
  ]
}

const four = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }), fc.nat({ max: 3 }), fc.nat({ max: 2 }))
const groupIds = ratedOf(fourGroups, 'down').groups.map(({ id }) => id)

describe('trying to find a vote again (REV-06)', () => {
  it('no number shown is of fewer than five ballots, and none can be had by subtracting', () => {
    fc.assert(
      fc.property(fc.array(four, { minLength: 4, maxLength: 4 }), (votes) => {
        const batches = groupIds.map((id, index) => aBatch(id, votes[index] ?? [0, 0, 0, 0]))
        const down = downOf(batches, fourGroups)
        if (!down?.score) return
        const all = batches.reduce((sum, { returned }) => sum + returned, 0)
        expect(ballotsIn(down.score).every((ballots) => ballots >= 5)).toBe(true)
        const shown = down.groups.flatMap(({ tally }) => {
          const overall = tally[overallId]
          if (overall?.by !== 'grades') return []
          const { best, good, fair, poor } = overall.counts
          return [best + good + fair + poor]
        })
        expect(shown.every((ballots) => ballots >= 5)).toBe(true)
        // What is left when all that is shown is taken from the whole: nothing, or everything.
        const left = all - shown.reduce((sum, ballots) => sum + ballots, 0)
        expect([0, all]).toContain(left)
        if (left > 0) expect(all).toBeLessThan(5)
      }),
    )
  })

  const items = itemsOfDirection(usual, 'down')
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.constantFrom('best', 'good', 'fair', 'poor').map((grade) => ({ is: 'grade', grade }) as const),
    fc.constant({ is: 'empty' } as const),
    fc.constant({ is: 'several' } as const),
  )
  const pile = fc.array(
    fc.record({
      subjectId: fc.constantFrom('甲', '乙'),
      marks: fc.array(mark, { minLength: items.length, maxLength: items.length }),
    }),
    { maxLength: 30 },
  )

  it('what is kept of a batch is the same in whatever order its ballots lay, and names no place', () => {
    fc.assert(
      fc.property(pile, fc.nat(), (ballots, seed) => {
        const lines: readonly KeyedLine[] = ballots.map(({ subjectId, marks }, index) => ({
          place: index + 1,
          subjectId,
          marks: Object.fromEntries(items.map(({ id }, at) => [id, marks[at] ?? { is: 'empty' }])),
        }))
        const shuffled = lines
          .map((line, index) => ({ ...line, place: ((index * 7919 + seed) % 104_729) + 1 }))
          .toSorted((a, b) => a.place - b.place)
        const kept = JSON.stringify(countBySubject(lines, items))
        expect(JSON.stringify(countBySubject(shuffled, items))).toBe(kept)
        expect(kept).not.toContain('place')
      }),
    )
  })

  it('two piles with the same sums leave the same record, so nobody can say which ballot was whose', () => {
    const ballot = (place: number, whole: 'best' | 'poor', duty: 'best' | 'poor'): KeyedLine => ({
      place,
      subjectId: '甲',
      marks: { [overallId]: { is: 'grade', grade: whole }, duty1: { is: 'grade', grade: duty } },
    })
    const one = [ballot(1, 'best', 'best'), ballot(2, 'poor', 'poor')]
    const other = [ballot(1, 'best', 'poor'), ballot(2, 'poor', 'best')]
    expect(countBySubject(one, items)).toEqual(countBySubject(other, items))
  })
})
