import type { EChartsCoreOption } from 'echarts/core'
import type { SchemeScores, ScoreRow } from '#shared/contract/reviewRows.ts'
import { type Grade, gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'

/** Dark and light in turn: told apart in grey print by lightness too; the patterns of `Chart` come on top. */
export const chartColors = ['#23405f', '#a9c3dc', '#5d6a7b', '#d9e0e8', '#7f93a8'] as const

/** Points; null leaves a gap. */
export const points = (hundredths: number | null): number | null =>
  hundredths === null ? null : hundredths / 100

/** Of charts with bars lying or standing. */
export const frame: EChartsCoreOption = {
  color: [...chartColors],
  legend: { top: 0, icon: 'rect', itemWidth: 22 },
  grid: { left: 8, right: 48, top: 36, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
}

/** Light bars keep their edge on paper. */
export const edge = { borderColor: '#4a5768', borderWidth: 0.5 } as const

/** A name in a chart; whole it stands in the table beside. */
export function shortened(name: string, most: number): string {
  const signs = Array.from(name)
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : name
}

const written = (value: unknown): string =>
  typeof value === 'number' ? scoreText(Math.round(value * 100)) : ''

/** 86.70 at the bar, as in the table. */
export const scoreLabel = (position: 'top' | 'right') => ({
  show: true,
  position,
  formatter: ({ value }: { readonly value?: unknown }) => written(value),
})

/** More people than this lie below each other; many more are left to the table. */
const [mostStanding, mostShown] = [6, 60]

/** People with something to be drawn of the rated directions, few enough to be told apart. */
export function hasDirections({ rows }: Pick<SchemeScores, 'rows'>): boolean {
  return rows.length <= mostShown && rows.some(isRatedInPart)
}

const isRatedInPart = ({ components }: ScoreRow) =>
  components.some(({ isRated, hundredths }) => isRated && hundredths !== null)

const ratedOf = ({ components }: SchemeScores['scheme']) => components.filter(({ kind }) => kind === 'rated')

const isLying = ({ rows }: Pick<SchemeScores, 'rows'>): boolean => rows.length > mostStanding

/** Pixels. */
export function directionsHeight({ scheme, rows }: Pick<SchemeScores, 'scheme' | 'rows'>): number {
  return isLying({ rows }) ? 60 + rows.length * (12 + ratedOf(scheme).length * 15) : 260
}

/** Both directions (and any further one) side by side, person by person. */
export function directionsOption({ scheme, rows }: Pick<SchemeScores, 'scheme' | 'rows'>): EChartsCoreOption {
  const isDown = isLying({ rows })
  const people = {
    type: 'category',
    data: rows.map(({ name }) => shortened(name, isDown ? 10 : 5)),
    axisLabel: { interval: 0 },
    inverse: isDown,
  }
  const scores = { type: 'value', min: 0, max: 100 }
  return {
    ...frame,
    ...(isDown ? { xAxis: scores, yAxis: people } : { xAxis: people, yAxis: scores }),
    series: ratedOf(scheme).map(({ id, name }) => ({
      type: 'bar',
      name: shortened(name, 16),
      itemStyle: edge,
      label: scoreLabel(isDown ? 'right' : 'top'),
      data: rows.map(({ components }) => scoreOf(components, id)),
    })),
  }
}

function scoreOf(components: ScoreRow['components'], id: string): number | null {
  return points(components.find(({ componentId }) => componentId === id)?.hundredths ?? null)
}

/** How many people each grade is suggested for, and how many were decided so. */
export function distributionOption({
  scheme,
  rows,
}: Pick<SchemeScores, 'scheme' | 'rows'>): EChartsCoreOption {
  const suggested = rows.map((row) => row.suggested)
  const decided = rows.map(({ grade }) => grade)
  const count = (list: readonly (Grade | null)[]) =>
    grades.map((grade) => list.filter((one) => one === grade).length)
  const bars = { type: 'bar', barMaxWidth: 48, itemStyle: edge, label: { show: true, position: 'top' } }
  return {
    ...frame,
    xAxis: { type: 'category', data: grades.map((grade) => gradeNames[scheme.gradeSet][grade]) },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      { ...bars, name: '建议等次', data: count(suggested) },
      ...(decided.every((grade) => grade === null)
        ? []
        : [{ ...bars, name: '会议定等', data: count(decided) }]),
    ],
  }
}
