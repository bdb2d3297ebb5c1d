import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { fontFamily } from './theme.ts'
import { useScale } from './useScale.ts'
import './chart.css'

interface ChartProps {
  /** What it shows, in one sentence: read out in its place. */
  readonly label: string
  readonly option: EChartsCoreOption
  /** Pixels in the dense size; the large one takes a quarter more. */
  readonly height: number
}

/** Patterns beside the colours: it must be read from a grey print. */
const readable: EChartsCoreOption = {
  animation: false,
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
}

/** A chart; its numbers must stand in a table or text beside it too. */
export function Chart({ label, option, height }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const { scale } = useScale()
  useEffect(() => {
    const element = place.current
    if (element === null) return
    let made: EChartsType | undefined
    let isLeft = false
    void import('./chartEngine.ts').then(({ startChart }) => {
      if (isLeft) return
      made = startChart(element, { family: fontFamily, size: scale === 'large' ? 15 : 12 })
      setChart(made)
    })
    const resized = new ResizeObserver(() => made?.resize())
    resized.observe(element)
    return () => {
      isLeft = true
      resized.disconnect()
      made?.dispose()
      setChart(null)
    }
  }, [scale])
  useEffect(() => {
    chart?.setOption({ ...readable, ...option }, { notMerge: true })
  }, [chart, option])
  const high = scale === 'large' ? Math.round(height * 1.25) : height
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img element takes no drawing of the page's own
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height: high }} />
}
