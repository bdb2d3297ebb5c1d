import { describe, expect, it } from 'vitest'
import { explainScore } from '#shared/domain/reviews/explainScore.ts'
import { exactText } from '#shared/domain/reviews/exact.ts'
import { overallId, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { aBatch, countsOf, exactOf, scored, usual, vector } from './aScheme.ts'

/** Ballots that mark every 二级 indicator of the usual scheme 较好 but one, and the whole 好. */
function itemised(one: string, four: readonly [number, number, number, number]) {
  const leaves = usual.indicators.flatMap(({ id, children }) =>
    children.length === 0 ? [id] : children.map((child) => child.id),
  )
  const grades = (counts: readonly [number, number, number, number]) =>
    ({ by: 'grades', counts: countsOf(counts), abstained: 0 }) as const
  return {
    ...Object.fromEntries(leaves.map((id) => [id, grades(id === one ? four : [0, 20, 0, 0])])),
    [overallId]: grades([20, 0, 0, 0]),
  }
}

describe('indicators of two levels', () => {
  const byItems: Scheme = {
    ...usual,
    components: usual.components.map((component) =>
      component.kind === 'rated'
        ? { ...component, form: { ...component.form, items: 'grades', scoredBy: 'items' } }
        : component,
    ),
  }
  const batch = aBatch('superiors', [20, 0, 0, 0], { tally: itemised('duty1', [20, 0, 0, 0]) })

  it('by items: 90 points of 较好 and 10 of 好 are 81.5', () => {
    expect(exactOf({ batches: [batch] }, 'up', byItems)).toBe('81.5')
  })

  it('each 一级 indicator is the mean of its 二级 ones by their points', () => {
    const batches = [aBatch('party', [20, 0, 0, 0], { tally: itemised('build1', [20, 0, 0, 0]) })]
    const down = scored({ batches }).components.find(({ componentId }) => componentId === 'down')
    const scores = (down?.indicators ?? []).map(({ indicatorId, score }) => [
      indicatorId,
      exactText(valueOf(score)),
    ])
    // 8 of 15 points 95, 7 of them 80
    expect(scores).toEqual([
      ['duty', '80'],
      ['build', '88'],
      ['members', '80'],
      ['service', '80'],
      ['basis', '80'],
      ['mended', '80'],
    ])
  })

  it('points of an indicator of 20 are taken out of 100: 17 of 20 are 85', () => {
    const tally = { duty1: { by: 'points', votes: 10, sum: 85_00, abstained: 0 } } as const
    const batches = [aBatch('superiors', [10, 0, 0, 0], { tally: { ...vector.batches[0]?.tally, ...tally } })]
    const up = scored({ batches }).components.find(({ componentId }) => componentId === 'up')
    const duty = up?.indicators.find(({ indicatorId }) => indicatorId === 'duty')
    // 落实第一责任人 counts 10: 85 points of 10 people are 8.5 of 10 each.
    expect(duty && exactText(valueOf(duty.score))).toBe('85')
    expect(duty && explainScore(duty.score).parts[0]?.result).toBe('85÷（10×10）×100＝85.00')
  })

  it('what everybody left empty is left out, not counted as nothing', () => {
    const tally = itemised('duty1', [0, 0, 0, 0])
    const batches = [aBatch('superiors', [20, 0, 0, 0], { tally })]
    expect(exactOf({ batches }, 'up', byItems)).toBe('80')
  })
})
