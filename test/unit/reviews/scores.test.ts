import { describe, expect, it } from 'vitest'
import { explainScore } from '#shared/domain/reviews/explainScore.ts'
import { exactText } from '#shared/domain/reviews/exact.ts'
import { overallId, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { scoreSubject, type SubjectFacts } from '#shared/domain/reviews/totals.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { aBatch, countsOf, usual, vector } from './aScheme.ts'

const scored = (facts: Partial<SubjectFacts>, scheme = usual) => scoreSubject(scheme, { ...vector, ...facts })

function exactOf(facts: Partial<SubjectFacts>, componentId: string, scheme = usual): string | null {
  const found = scored(facts, scheme).components.find((one) => one.componentId === componentId)
  return found?.score ? exactText(valueOf(found.score)) : null
}

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

describe('综合分 (domain 5.5)', () => {
  it('the test vector: U 84.5, D 88.75, R 90 give 87.975, shown as 87.98', () => {
    const { total, hundredths, findings } = scored({})
    expect([exactOf({}, 'up'), exactOf({}, 'down'), exactOf({}, 'daily')]).toEqual(['84.5', '88.75', '90'])
    expect(total && exactText(valueOf(total))).toBe('87.975')
    expect(hundredths).toBe(87_98)
    expect(findings).toEqual([])
  })

  it('opens down to the counts, in words', () => {
    const { total } = scored({})
    const root = total && explainScore(total)
    expect(root?.result).toBe('84.5×30%＋88.75×30%＋90×40%＝87.975，四舍五入为 87.98')
    const [up, , daily] = root?.parts ?? []
    expect(up?.result).toBe('（5×95＋3×80＋2×65）÷10＝84.50')
    expect(up?.inputs[0]).toEqual({ label: '好', value: '95，5 票' })
    expect(daily).toMatchObject({ title: '日常考核', result: '90.00', parts: [] })
  })

  it('where somebody’s weight is missing, says by what is divided', () => {
    const part = (weight: number, hundredths: number) =>
      ({ weight, score: { is: 'given', label: '甲', hundredths } }) as const
    const parts = [part(50_00, 90_00), part(20_00, 80_00)]
    const { result } = explainScore({ is: 'mean', label: '测评', unit: 'percent', ballots: null, parts })
    expect(result).toBe('（90×50%＋80×20%）÷70%＝87.1428…，四舍五入为 87.14')
  })

  it("群众 count for 30 of D', and without any D' is D", () => {
    const party = aBatch('party', [40, 15, 5, 0])
    const [superiors] = vector.batches
    const all = (more: readonly ReturnType<typeof aBatch>[]) => ({
      batches: superiors ? [superiors, party, ...more] : [],
    })
    expect(exactOf(all([]), 'down')).toBe('88.75')
    // 88.75×0.7＋80×0.3
    expect(exactOf(all([aBatch('public', [0, 10, 0, 0])]), 'down')).toBe('86.125')
  })

  it('REV-05: who abstained on a thing is not in its denominator', () => {
    const batch = aBatch('superiors', [5, 3, 2, 0])
    const withAbstentions = {
      ...batch,
      issued: 14,
      returned: 14,
      tally: { [overallId]: { by: 'grades', counts: countsOf([5, 3, 2, 0]), abstained: 4 } },
    } as const
    expect(exactOf({ batches: [withAbstentions] }, 'up')).toBe('84.5')
  })

  it('REV-01: without U, D or R there is no total, and it is said what is missing', () => {
    for (const [facts, word] of [
      [{ batches: [aBatch('party', [9, 0, 0, 0])] }, '上级评议'],
      [{ batches: [aBatch('superiors', [9, 0, 0, 0])] }, '党员、群众测评'],
      [{ daily: {} }, '日常考核'],
    ] as const) {
      const { total, hundredths, findings } = scored(facts)
      expect([total, hundredths]).toEqual([null, null])
      expect(findings.map(({ code }) => code)).toEqual(['REV-01'])
      expect(findings[0]?.message).toContain(`待测评：${word}尚无有效分数`)
    }
  })

  it("REV-01: 群众 alone are no D'", () => {
    const batches = [aBatch('superiors', [9, 0, 0, 0]), aBatch('public', [9, 0, 0, 0])]
    expect(scored({ batches }).total).toBeNull()
  })

  it("REV-05: where all 党员 abstained on the whole there is no D', whatever 群众 gave", () => {
    const [superiors] = vector.batches
    const tally = { [overallId]: { by: 'grades', counts: countsOf([0, 0, 0, 0]), abstained: 10 } } as const
    const empty = aBatch('party', [10, 0, 0, 0], { tally })
    const batches = superiors ? [superiors, empty, aBatch('public', [9, 0, 0, 0])] : []
    const down = scored({ batches }).components.find(({ componentId }) => componentId === 'down')
    expect(down).toMatchObject({ state: 'missing', score: null, groups: [] })
  })

  it('a group without weight makes no score by itself', () => {
    const components = usual.components.map((component) =>
      component.kind === 'daily'
        ? component
        : {
            ...component,
            groups: component.groups.map((group) => ({
              ...group,
              isOptional: true,
              weight: group.id === 'public' ? 0 : 100_00,
            })),
          },
    )
    const batches = [aBatch('public', [0, 0, 0, 9])]
    expect(exactOf({ batches }, 'down', { ...usual, components })).toBeNull()
    const both = [...batches, aBatch('party', [9, 0, 0, 0])]
    expect(exactOf({ batches: both }, 'down', { ...usual, components })).toBe('95')
  })

  it('a source without weight is neither waited for nor listed (40/60/0)', () => {
    // 0.4×84.5＋0.6×88.75
    expect(scored({ daily: {} }, usualScheme(usualWeights.democratic)).hundredths).toBe(87_05)
    const weights: Readonly<Record<string, number>> = { up: 40_00, down: 60_00, daily: 0 }
    const components = usual.components.map((one) => ({ ...one, weight: weights[one.id] ?? 0 }))
    for (const daily of [{}, { dailyScore: 90_00 }]) {
      const { total, hundredths } = scored({ daily }, { ...usual, components })
      expect(hundredths).toBe(87_05)
      expect(total?.is === 'mean' ? total.parts : []).toHaveLength(2)
    }
  })

  it('two daily sources are both waited for (20/20/30/30), and both parts of one', () => {
    const checked = usualScheme(usualWeights.checked)
    expect(scored({}, checked).total).toBeNull()
    // 0.2×84.5＋0.2×88.75＋0.3×90＋0.3×80
    const daily = { dailyScore: 90_00, fieldScore: 80_00 }
    expect(scored({ daily }, checked).hundredths).toBe(85_65)
    const parts = ['dailyScore', 'fieldScore'].map((id) => ({ id, name: id, weight: 50_00 }))
    const halves: Scheme = {
      ...usual,
      components: usual.components.map((one) => (one.kind === 'daily' ? { ...one, parts } : one)),
    }
    expect(scored({ daily: { dailyScore: 90_00 } }, halves).total).toBeNull()
    expect(exactOf({ daily }, 'daily', halves)).toBe('85')
  })
})

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
