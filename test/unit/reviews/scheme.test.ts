import { describe, expect, it } from 'vitest'
import { whyItemsStay } from '#shared/domain/reviews/askedItems.ts'
import { itemsOf, leavesOf, type Scheme, schemeSchema } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems, whyFrozen } from '#shared/domain/reviews/schemeRules.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { ratedOf, usual } from './aScheme.ts'

const codes = (scheme: Scheme) => schemeProblems(scheme).map(({ code, field }) => `${code} ${field}`)

function weighing(weights: Readonly<Record<string, number>>): Scheme {
  const components = usual.components.map((component) => ({
    ...component,
    weight: weights[component.id] ?? component.weight,
  }))
  return { ...usual, components }
}

function down(change: Partial<ReturnType<typeof ratedOf>>): Scheme {
  const components = usual.components.map((component) =>
    component.id === 'down' && component.kind === 'rated' ? { ...component, ...change } : component,
  )
  return { ...usual, components }
}

describe('a scheme', () => {
  it('the three usual ones are sound, and are what the schema takes', () => {
    for (const weights of Object.values(usualWeights)) {
      const scheme = usualScheme(weights)
      expect(schemeProblems(scheme)).toEqual([])
      expect(schemeSchema.safeParse(scheme).success).toBe(true)
    }
  })

  it('REV-01: weights are 100 to the hundredth: 33.33 three times is not, 33.34 in one of them is', () => {
    expect(codes(weighing({ up: 33_33, down: 33_33, daily: 33_33 }))).toEqual(['REV-01 components'])
    expect(codes(weighing({ up: 33_33, down: 33_33, daily: 33_34 }))).toEqual([])
    const [finding] = schemeProblems(weighing({ daily: 40_50 }))
    expect(finding).toMatchObject({ severity: 'block' })
    expect(finding?.message).toBe(
      '综合分的权重合计 100.5（上级评议 30、党员、群众测评 30、日常考核 40.5），必须等于 100',
    )
  })

  it('REV-01: the groups of a direction and the parts of daily work make 100 as well', () => {
    const { groups } = ratedOf(usual, 'down')
    expect(codes(down({ groups: groups.map((group) => ({ ...group, weight: 60_00 })) }))).toEqual([
      'REV-01 components.1',
    ])
    const components = usual.components.map((component) =>
      component.kind === 'daily'
        ? { ...component, parts: component.parts.map((part) => ({ ...part, weight: 99_99 })) }
        : component,
    )
    expect(codes({ ...usual, components })).toEqual(['REV-01 components.2'])
  })

  it('REV-01: 一级 points make 100, 二级 points the 一级 they stand under', () => {
    const change = (points: number, child: number): Scheme => ({
      ...usual,
      indicators: usual.indicators.map((indicator, index) =>
        index === 0
          ? {
              ...indicator,
              points,
              children: indicator.children.map((one, at) => (at === 0 ? { ...one, points: child } : one)),
            }
          : indicator,
      ),
    })
    expect(codes(change(20_00, 10_00))).toEqual([])
    expect(codes(change(21_00, 11_00))).toEqual(['REV-01 indicators'])
    expect(codes(change(20_00, 11_00))).toEqual(['REV-01 indicators.0'])
  })

  it('a score cannot be made of what the ballot does not ask', () => {
    const { form, groups } = ratedOf(usual, 'down')
    expect(codes(down({ form: { ...form, hasOverall: false } }))).toEqual(['REV-05 components.1'])
    expect(codes(down({ form: { ...form, items: 'none', scoredBy: 'items' } }))).toEqual([
      'REV-05 components.1',
    ])
    expect(codes(down({ form: { ...form, items: 'none' } }))).toEqual([])
    const intoItself = groups.map((group) => ({ ...group, mergesInto: group.id }))
    expect(codes(down({ groups: intoItself }))).toHaveLength(2)
    expect(codes(down({ form: { ...form, items: 'none', hasOverall: false } }))).toEqual([
      'REV-05 components.1',
    ])
    expect(codes(down({ groups: groups.map((group) => ({ ...group, mergesInto: 'gone' })) }))).toEqual([
      'REV-06 components.1',
      'REV-06 components.1',
    ])
  })

  it('grades, bands and return limits go down; the same id twice would be one tally', () => {
    expect(codes({ ...usual, gradePoints: { ...usual.gradePoints, good: 96_00 } })).toEqual([
      'REV-07 gradePoints',
    ])
    expect(codes({ ...usual, bands: { ...usual.bands, fair: 80_00 } })).toEqual(['REV-07 bands'])
    expect(codes({ ...usual, returns: { lowBelow: 50, voidBelow: 80 } })).toEqual(['REV-03 returns'])
    expect(codes(down({ id: 'up' }))).toEqual(['REV-01 components'])
  })

  it('is frozen with the first ballot, and changed after it only with a reason', () => {
    expect(whyFrozen(0, '')).toBeNull()
    expect(whyFrozen(1, '  ')).toContain('已冻结')
    expect(whyFrozen(1, '区委调整权重')).toBeNull()
  })

  it('a ballot asks 二级 indicators, 一级 without any, and the whole; points out of their own or of 100', () => {
    expect(leavesOf(usual.indicators)).toHaveLength(11)
    const { form } = ratedOf(usual, 'up')
    const most = (scale: 'own' | 'hundred') => itemsOf(usual, { ...form, scale }).map((item) => item.most)
    expect(most('own').slice(0, 3)).toEqual([10_00, 10_00, 8_00])
    const graded = itemsOf(usual, { ...form, items: 'grades' })
    expect(graded.every(({ by, most }) => by === 'grades' && most === 100_00)).toBe(true)
    expect(new Set(most('hundred'))).toEqual(new Set([100_00]))
    expect(itemsOf(usual, { ...form, items: 'none' }).map(({ id }) => id)).toEqual(['overall'])
  })

  it('REV-05: what ballots of a direction were asked stays as it was asked, once some of it are in', () => {
    const { form } = ratedOf(usual, 'up')
    const outOf = (scale: 'own' | 'hundred', items: 'points' | 'grades' | 'none' = 'points'): Scheme => ({
      ...usual,
      components: usual.components.map((component) =>
        component.id === 'up' && component.kind === 'rated'
          ? { ...component, form: { ...form, scale, items } }
          : component,
      ),
    })
    const up = new Set(['up'])
    expect(whyItemsStay(outOf('own'), outOf('hundred'), up)).toBe(
      '“上级评议”已收回测评票，“落实第一责任人”是按满分 10 分打分的，不能改成按满分 100 分打分；请改回原来的打分方式和分值',
    )
    expect(whyItemsStay(outOf('hundred'), outOf('hundred', 'grades'), up)).toContain('不能改成按等次勾选')
    expect(whyItemsStay(outOf('own'), outOf('hundred'), new Set(['down']))).toBeNull()
    expect(whyItemsStay(outOf('own'), outOf('own', 'none'), up)).toBeNull()
    expect(whyItemsStay(usual, { ...usual, bestLimit: null, gradeSet: 'G4B' }, up)).toBeNull()
  })
})
