import { Link } from 'react-router'
import { campaignStateLabels } from '#shared/labels/reviews.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { campaignAddress } from '../../lib/reviewAddresses.ts'
import { today } from '../../lib/today.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

const everything = { campaignId: null, year: null, organizationId: null, offset: 0, limit: 1 } as const

interface Line {
  readonly key: string
  readonly state: 'bad' | 'warning'
  readonly to: string
  readonly label: string
  readonly count: string
}

/** 双向述职测评: how far this year's is, and what is overdue in 整改 and 责任清单, each count leading to its names; nothing where nothing is due. */
export function ReviewsCard() {
  const canRead = useHasRight('organization.read')
  const year = Number(today().slice(0, 4))
  const items = useCall('rectifications.list', { ...everything, state: null }, { enabled: canRead })
  const lists = useCall('responsibility.list', { organizationId: null, year }, { enabled: canRead })
  const campaigns = useCall('reviews.campaigns', {}, { enabled: canRead })
  if (items.data === undefined || lists.data === undefined || campaigns.data === undefined) return null
  // Those that only mend stand in the counts below.
  const underWay = campaigns.data
    .filter(({ state }) => state !== 'archived' && state !== 'rectifying')
    .slice(0, 3)
  const { overdue, toAccept } = items.data.byState
  const late = lists.data.rows.filter(({ overdueGoals }) => overdueGoals > 0)
  const goals = late.reduce((sum, { overdueGoals }) => sum + overdueGoals, 0)
  const behind = lists.data.rows.filter(({ quartersMet, quartersDue }) => quartersMet < quartersDue)
  const [only] = late.length === 1 ? late : []
  const ofYear = `/reviews/responsibility?year=${year}`
  const lines: readonly Line[] = [
    {
      key: 'overdue',
      state: 'bad' as const,
      to: '/reviews/rectifications?state=overdue',
      label: '逾期的整改事项',
      count: overdue === 0 ? '' : `${overdue} 条`,
    },
    {
      key: 'toAccept',
      state: 'warning' as const,
      to: '/reviews/rectifications?state=toAccept',
      label: '完成待验收的整改事项',
      count: toAccept === 0 ? '' : `${toAccept} 条`,
    },
    {
      key: 'goals',
      state: 'bad' as const,
      to: only === undefined ? ofYear : `/reviews/responsibility/${only.id}?part=goals`,
      label: '逾期的责任目标',
      count: goals === 0 ? '' : `${goals} 条`,
    },
    {
      key: 'quarters',
      state: 'warning' as const,
      to: ofYear,
      label: '缺季度工作例会',
      count: behind.length === 0 ? '' : `${behind.length} 个党组织`,
    },
  ].filter(({ count }) => count !== '')
  if (lines.length === 0 && underWay.length === 0) return null
  return (
    <SectionCard title="述职测评" extra={<Link to="/reviews">双向述职测评</Link>}>
      <ul className="todo">
        {underWay.map(({ id, name, state, subjects, decided }) => (
          <li key={id}>
            <Link to={campaignAddress(id)}>{name}</Link>
            <span className="todo-count">
              {campaignStateLabels[state]}，已定等 {decided}/{subjects} 人
            </span>
          </li>
        ))}
        {lines.map(({ key, state, to, label, count }) => (
          <li key={key}>
            <StateMark state={state}>
              <Link to={to}>{label}</Link>
            </StateMark>
            <span className="todo-count">{count}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
