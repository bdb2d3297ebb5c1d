import { Link } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { memberLines, organizationLines, type ToDoLine } from './ledgerTotals.ts'

/** What the rules found about people, worst first, each line leading to those it is about. */
export function MembersToDo() {
  const totals = useCall('findings.totals', {})
  return (
    <SectionCard title="需要核对的党员">
      <QueryBoundary query={totals} what="查看党员">
        {({ totals }) => <Lines lines={memberLines(totals)} page="/members" unit="人" />}
      </QueryBoundary>
    </SectionCard>
  )
}

export function OrganizationsToDo({ nodes }: { readonly nodes: readonly OrganizationNode[] }) {
  return (
    <SectionCard title="需要核对的党组织">
      <Lines lines={organizationLines(nodes)} page="/organizations" unit="个" />
    </SectionCard>
  )
}

interface LinesProps {
  readonly lines: readonly ToDoLine[]
  readonly page: string
  readonly unit: string
}

function Lines({ lines, page, unit }: LinesProps) {
  if (lines.length === 0) return <p className="muted">没有要核对的问题</p>
  return (
    <ul className="todo">
      {lines.map(({ code, severity, count }) => (
        <li key={code}>
          <SeverityTag severity={severity} />
          <Link className="ellipsis" to={`${page}?${new URLSearchParams({ finding: code }).toString()}`}>
            {findingTitle(code)}
          </Link>
          <span className="todo-count">
            {count.toLocaleString('zh-CN')} {unit}
          </span>
        </li>
      ))}
    </ul>
  )
}
