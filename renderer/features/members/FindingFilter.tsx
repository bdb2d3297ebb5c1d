import { Checkbox } from 'antd'
import { useState } from 'react'
import type { FindingTotal } from '#shared/contract/findings.ts'
import { severities } from '#shared/domain/finding.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { useCall } from '../../lib/queries.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { PopPanel } from './PopPanel.tsx'

interface FindingFilterProps {
  readonly chosen: readonly string[]
  readonly onChoose: (codes: readonly string[]) => void
}

/** One line a code, worst first: some rules find the same thing at two severities. */
function memberTotals(totals: readonly FindingTotal[]): readonly FindingTotal[] {
  const own = totals.filter((total) => total.subject === 'member' && total.count > 0)
  const rank = (total: FindingTotal) => severities.indexOf(total.severity)
  return [...Map.groupBy(own, (total) => total.code).values()]
    .flatMap((same) => {
      const [worst] = same.toSorted((a, b) => rank(a) - rank(b))
      return worst === undefined ? [] : [{ ...worst, count: same.reduce((sum, each) => sum + each.count, 0) }]
    })
    .toSorted((a, b) => rank(a) - rank(b) || b.count - a.count)
}

function FindingList({ chosen, onChoose }: FindingFilterProps) {
  const answer = useCall('findings.totals', {})
  if (answer.isPending) return <LoadingState lines={4} />
  if (answer.isError) return <ErrorState inline error={answer.error} onRetry={() => void answer.refetch()} />
  const totals = memberTotals(answer.data.totals)
  if (totals.length === 0) return <EmptyState inline title="没有待核对的提示" />
  const toggle = (code: string, on: boolean) =>
    onChoose(on ? [...chosen, code] : chosen.filter((each) => each !== code))
  return (
    <ul className="finding-filter">
      <li>
        <Checkbox
          checked={chosen.includes('any')}
          onChange={(event) => onChoose(event.target.checked ? ['any'] : [])}
        >
          有任何待核对的提示
        </Checkbox>
      </li>
      {totals.map((total) => (
        <li key={total.code}>
          <Checkbox
            checked={chosen.includes(total.code)}
            onChange={(event) => toggle(total.code, event.target.checked)}
          >
            <span className="finding-filter-row">
              <SeverityTag severity={total.severity} mark />
              <span className="finding-filter-title">{findingTitle(total.code)}</span>
              <span className="number muted">{total.count.toLocaleString('zh-CN')} 人</span>
            </span>
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}

/** Who has which finding, with counts over everything in reach. */
export function FindingFilter(props: FindingFilterProps) {
  const [open, setOpen] = useState(false)
  const count = props.chosen.length
  return (
    <PopPanel
      label="按核对提示筛选"
      button={`核对提示${count === 0 ? '' : `（${count}）`}`}
      placement="bottomLeft"
      open={open}
      onOpen={setOpen}
    >
      <FindingList {...props} />
    </PopPanel>
  )
}
