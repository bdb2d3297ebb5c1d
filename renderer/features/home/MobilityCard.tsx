import { Link } from 'react-router'
import { formatDots } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

const named = 4

/** Who of the 流动党员 is to be contacted this week. */
export function MobilityCard() {
  const due = useCall('mobility.due', { organizationId: null, limit: named })
  return (
    <SectionCard title="本周应联系的流动党员" extra={<Link to="/mobility/due">逐个登记</Link>}>
      <QueryBoundary query={due} what="查看流动党员" lines={3}>
        {({ rows, total, overdue }) =>
          total === 0 ? (
            <p className="muted">本周没有要联系的流动党员</p>
          ) : (
            <>
              <p>
                <Link to="/mobility/due">{total.toLocaleString('zh-CN')} 人</Link>
                {overdue > 0 && `，其中逾期 ${overdue.toLocaleString('zh-CN')} 人`}
              </p>
              <ul className="todo">
                {rows.map(({ id, direction, name, organizationName, nextDue }) => (
                  <li key={id}>
                    <Link to={`/mobility?${direction === 'LR' ? 'direction=LR&' : ''}record=${id}`}>
                      {name}
                    </Link>
                    <span className="ellipsis muted">{organizationName}</span>
                    <span className="todo-count">{nextDue === null ? '' : formatDots(nextDue)}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryBoundary>
    </SectionCard>
  )
}
