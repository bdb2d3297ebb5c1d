import { Alert } from 'antd'
import { Link } from 'react-router'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'

const shown = 8

/** Whom the roster marks as lost while nobody looks for them here. */
export function Unregistered({ organizationId }: { readonly organizationId: string | null }) {
  const marked = useCall('lost.unregistered', { organizationId, limit: shown })
  if (marked.data === undefined || marked.data.total === 0) return null
  const { rows, total } = marked.data
  return (
    <Alert
      className="lost-notice"
      type="warning"
      showIcon
      title={`花名册上标为失联、这里还没有登记的有 ${total} 人，点姓名登记：`}
      description={
        <div className="lost-names">
          {rows.map(({ memberId, memberName, organizationName, lostSince }) => (
            <span key={memberId}>
              <Link to={`/mobility/lost/new?member=${memberId}`}>{memberName}</Link>
              <span className="muted">
                （{organizationName}
                {lostSince === null ? '' : `，${formatPartialDate(lostSince)}起`}）
              </span>
            </span>
          ))}
          {total > rows.length && <span className="muted">等 {total} 人</span>}
        </div>
      }
    />
  )
}
