import { describe, expect, it } from 'vitest'
import { explainScore } from '#shared/domain/reviews/explainScore.ts'
import { exactText } from '#shared/domain/reviews/exact.ts'
import { overallId, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { valueOf } from '#shared/domain/reviews/scoreTree.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { aBatch, countsOf, exactOf, scored, usual, vector } from './aScheme.ts'

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
