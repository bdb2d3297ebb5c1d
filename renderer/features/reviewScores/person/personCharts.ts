import type { EChartsCoreOption } from 'echarts/core'
import type { ComponentView, SubjectDetail } from '#shared/contract/reviewRows.ts'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { overallId, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { edge, frame, points, scoreLabel, shortened } from '../scores/chartOptions.ts'

/** Directions that mark indicators and may show them. */
export function withIndicators(components: readonly ComponentView[]): readonly ComponentView[] {
  return components.filter(({ indicators }) => indicators.length > 0)
}

type Marked = Pick<SubjectDetail, 'scheme' | 'components'>

export interface IndicatorLine {
  readonly id: string
  readonly name: string
  /** In the order of `withIndicators`. */
  readonly scores: readonly (number | null)[]
}

/** 一级 indicators with what each direction gave them; those nobody marked are left out. */
export function indicatorLines({ scheme, components }: Marked): readonly IndicatorLine[] {
  const shown = withIndicators(components)
  return scheme.indicators
    .map(({ id, name }) => ({
      id,
      name,
      scores: shown.map(
        ({ indicators }) => indicators.find(({ indicatorId }) => indicatorId === id)?.hundredths ?? null,
      ),
    }))
    .filter(({ scores }) => scores.some((score) => score !== null))
}

/** Lying bars: so many pixels for each name, so many for each bar beside it. */
const heightOf = (names: number, bars: number): number => 56 + names * (14 + Math.max(bars * 17, 26))

export function indicatorsHeight(detail: Marked): number {
  return heightOf(indicatorLines(detail).length, withIndicators(detail.components).length)
}

const names = (all: readonly string[]) => ({
  type: 'category',
  inverse: true,
  data: all.map((name) => shortened(name, 20)),
  axisLabel: { interval: 0, width: 150, overflow: 'break' },
})

/** How each direction sees every 一级 indicator, as bars side by side; the rows grow with the indicators. */
export function indicatorsOption(detail: Marked): EChartsCoreOption {
  const lines = indicatorLines(detail)
  return {
    ...frame,
    xAxis: { type: 'value', min: 0, max: 100 },
    yAxis: names(lines.map(({ name }) => name)),
    series: withIndicators(detail.components).map(({ name }, direction) => ({
      type: 'bar',
      name: shortened(name, 16),
      itemStyle: edge,
      label: scoreLabel('right'),
      data: lines.map(({ scores }) => points(scores[direction] ?? null)),
    })),
  }
}

interface Votes {
  readonly name: string
  readonly counts: readonly number[]
}

/** 总体评价 of each group shown; one nobody marked is left out. */
export function overallVotes(components: readonly ComponentView[]): readonly Votes[] {
  return components.flatMap(({ groups }) =>
    groups.flatMap(({ name, tally }) => {
      const overall = tally[overallId]
      if (overall?.by !== 'grades') return []
      const counts = grades.map((grade) => overall.counts[grade])
      return counts.some((count) => count > 0) ? [{ name, counts }] : []
    }),
  )
}

export const votesHeight = (votes: readonly Votes[]): number => heightOf(votes.length, 2)

/** 总体评价 of each group, in shares of its votes. */
export function votesOption(
  votes: readonly Votes[],
  { gradeSet }: Pick<Scheme, 'gradeSet'>,
): EChartsCoreOption {
  const sums = votes.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  return {
    ...frame,
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: names(votes.map(({ name }) => name)),
    series: grades.map((grade, index) => ({
      type: 'bar',
      stack: 'share',
      barMaxWidth: 30,
      name: gradeNames[gradeSet][grade],
      itemStyle: edge,
      data: votes.map(({ counts }, row) => ((counts[index] ?? 0) * 100) / Math.max(sums[row] ?? 1, 1)),
    })),
  }
}

/** Lines are told apart without colour. */
const strokes = ['dashed', 'dotted', 'dashed', 'dotted'] as const
const symbols = ['rect', 'triangle', 'diamond', 'emptyCircle'] as const

/** The tens below the lowest score: lines of one person lie close together. */
function floorOf(trend: SubjectDetail['trend']): number {
  const all = trend.flatMap(({ hundredths, components }) => [
    hundredths,
    ...components.map((component) => component.hundredths),
  ])
  const known = all.flatMap((one) => (one === null ? [] : [one / 100]))
  return known.length === 0 ? 0 : Math.min(90, Math.max(0, Math.floor((Math.min(...known) - 1) / 10) * 10))
}

/** 综合分 year by year; a year without one leaves a gap. The axis begins at full tens below the lowest. */
export function trendOption(trend: SubjectDetail['trend']): EChartsCoreOption {
  const sources = [...new Set(trend.flatMap(({ components }) => components.map(({ name }) => name)))]
  return {
    ...frame,
    // Thin lines want darker ink than bars.
    color: ['#1c2632', '#2f5a86', '#5d6a7b', '#4a5768'],
    legend: { top: 0, itemWidth: 36 },
    xAxis: { type: 'category', data: trend.map(({ year }) => `${year}`) },
    yAxis: { type: 'value', min: floorOf(trend), max: 100 },
    series: [
      {
        type: 'line',
        name: '综合分',
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 3 },
        label: scoreLabel('top'),
        data: trend.map(({ hundredths }) => points(hundredths)),
      },
      ...sources.map((name, index) => ({
        type: 'line',
        name: shortened(name, 16),
        symbol: symbols[index % symbols.length],
        symbolSize: 7,
        lineStyle: { width: 1.5, type: strokes[index % strokes.length] },
        data: trend.map(({ components }) =>
          points(components.find((one) => one.name === name)?.hundredths ?? null),
        ),
      })),
    ],
  }
}
