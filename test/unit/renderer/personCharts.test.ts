import { describe, expect, it } from 'vitest'
import type { ComponentView } from '#shared/contract/reviewRows.ts'
import { overallId } from '#shared/domain/reviews/scheme.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import {
  indicatorLines,
  indicatorsHeight,
  indicatorsOption,
  overallVotes,
  trendOption,
  votesOption,
} from '../../../renderer/features/reviewScores/person/personCharts.ts'

const scheme = usualScheme(usualWeights.usual)

function aDirection(componentId: string, fields: Partial<ComponentView> = {}): ComponentView {
  return {
    componentId,
    name: componentId,
    weight: 30_00,
    isRated: true,
    state: 'scored',
    hundredths: 90_00,
    explanation: null,
    indicators: [],
    groups: [],
    poor: null,
    opinions: [],
    ...fields,
  }
}

const mark = (indicatorId: string, hundredths: number) => ({ indicatorId, name: indicatorId, hundredths })

const counted = (best: number, good: number, fair: number, poor: number) => ({
  [overallId]: { by: 'grades' as const, counts: { best, good, fair, poor }, abstained: 0 },
})

describe('charts of one person', () => {
  it('each direction beside the other, indicator by indicator; one nobody marked is left out', () => {
    const components = [
      aDirection('上级', { indicators: [mark('duty', 95_00), mark('build', 88_88)] }),
      aDirection('党员', { indicators: [mark('duty', 91_05)] }),
      aDirection('不足五人'),
    ]
    expect(indicatorLines({ scheme, components })).toEqual([
      { id: 'duty', name: '思想政治与履责', scores: [95_00, 91_05] },
      { id: 'build', name: '组织建设与换届', scores: [88_88, null] },
    ])
    expect(indicatorsOption({ scheme, components })).toMatchObject({
      yAxis: { data: ['思想政治与履责', '组织建设与换届'] },
      series: [
        { name: '上级', data: [95, 88.88] },
        { name: '党员', data: [91.05, null] },
      ],
    })
  })

  it('twelve indicators get twelve rows of room', () => {
    const indicators = Array.from({ length: 12 }, (_, index) => ({
      id: `i${index}`,
      name: `指标${index}`,
      points: 1,
      children: [],
    }))
    const of = (count: number) => {
      const shown = indicators.slice(0, count)
      const components = [aDirection('上级', { indicators: shown.map(({ id }) => mark(id, 90_00)) })]
      return indicatorsHeight({ scheme: { ...scheme, indicators: shown }, components })
    }
    expect(of(12) - of(6)).toBeGreaterThanOrEqual(6 * 30)
  })

  it('votes on the whole are shares of each group; what is withheld or nobody marked is not drawn', () => {
    const groups = [
      { name: '党员', valid: 40, tally: counted(30, 10, 0, 0) },
      { name: '群众', valid: 4, tally: {} },
      { name: '代表', valid: 6, tally: counted(0, 0, 0, 0) },
    ]
    const votes = overallVotes([aDirection('党员', { groups })])
    expect(votes).toEqual([{ name: '党员', counts: [30, 10, 0, 0] }])
    expect(votesOption(votes, scheme)).toMatchObject({
      series: [{ name: '好', data: [75] }, { name: '较好', data: [25] }, { data: [0] }, { data: [0] }],
    })
  })

  it('a year without a score is a gap, and the axis begins below the lowest line', () => {
    const year = (of: number, hundredths: number | null, up: number | null) => ({
      year: of,
      subjectId: `${of}`,
      name: '王书记',
      hundredths,
      grade: null,
      components: [{ name: '上级评议', hundredths: up }],
    })
    expect(
      trendOption([year(2024, 88_50, 84_00), year(2025, null, null), year(2026, 91_00, 72_00)]),
    ).toMatchObject({
      yAxis: { min: 70, max: 100 },
      series: [
        { name: '综合分', data: [88.5, null, 91] },
        { name: '上级评议', data: [84, null, 72] },
      ],
    })
    expect(trendOption([year(2024, 100_00, 100_00)])).toMatchObject({ yAxis: { min: 90 } })
    expect(trendOption([year(2024, null, null)])).toMatchObject({ yAxis: { min: 0 } })
  })
})
