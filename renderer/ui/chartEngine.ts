import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { colors } from './theme.ts'

// No tooltips: they are HTML with styles of their own, which the page forbids; the numbers stand at the bars.
use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer])

interface Type {
  readonly family: string
  /** Pixels. */
  readonly size: number
}

/** The chart library, in a module of its own so that only pages with charts load it. SVG prints sharply. */
export function startChart(element: HTMLElement, { family, size }: Type): EChartsType {
  const text = { fontFamily: family, fontSize: size, color: colors.inkSoft }
  const axis = { axisLabel: text, splitLine: { lineStyle: { color: colors.line } } }
  // Numbers at the bars are a little smaller, so that neighbours do not touch.
  const number = { label: { ...text, fontSize: size - 1, color: colors.ink } }
  const theme = {
    textStyle: text,
    legend: { textStyle: text },
    categoryAxis: axis,
    valueAxis: axis,
    bar: number,
    line: number,
  }
  const chart = init(element, theme, { renderer: 'svg' })
  // Without it a narrower place, a sheet of paper, would cut the drawing instead of shrinking it.
  chart.on('rendered', () =>
    element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`),
  )
  return chart
}
