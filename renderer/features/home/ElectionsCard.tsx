import { Link } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

const shown = 5

/** 换届 under way, each with its next step; nothing at all while there is none. */
export function ElectionsCard() {
  const list = useCall('elections.list', { organizationId: null, status: 'open', offset: 0, limit: shown })
  if (list.data?.counts.open === 0) return null
  return (
    <SectionCard title="换届进行中" extra={<Link to="/elections?status=open">换届选举</Link>}>
      <QueryBoundary query={list} what="查看换届选举" lines={3}>
        {({ rows, counts }) => (
          <>
            <ul className="todo">
              {rows.map(({ id, organizationName, nextStep }) => (
                <li key={id}>
                  <Link to={`/elections/${id}`}>{organizationName}</Link>
                  <span className="muted">
                    {nextStep === null ? '步骤已办完' : `下一步：${nextStep.title}`}
                  </span>
                </li>
              ))}
            </ul>
            {counts.open > rows.length && <p className="muted">共 {counts.open} 个</p>}
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}
