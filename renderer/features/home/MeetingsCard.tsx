import { Link } from 'react-router'
import { dutyKinds } from '#shared/domain/meetings/duties.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { meetingsAddress } from '../../lib/meetingAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

const everywhere = { organizationId: null, offset: 0, limit: 1 } as const

const records = { ...everywhere, from: null, to: null, onlyLate: false, text: null } as const

/** 三会一课: who misses what this year, what runs out, drafts, records sent back and overdue follow-ups, each count leading to its names. */
export function MeetingsCard() {
  const canRead = useHasRight('member.read')
  const year = Number(today().slice(0, 4))
  const grid = useCall('meetings.grid', { ...everywhere, year, kind: null, only: null }, { enabled: canRead })
  const drafted = useCall(
    'meetings.list',
    { ...records, kinds: [], status: 'draft', check: null },
    { enabled: canRead },
  )
  const returned = useCall(
    'meetings.list',
    { ...records, kinds: [], status: null, check: 'returned' },
    { enabled: canRead },
  )
  const late = useCall(
    'meetings.followUps',
    { ...everywhere, subject: null, state: 'overdue' },
    { enabled: canRead },
  )
  if (!canRead || (grid.isSuccess && grid.data.branches === 0)) return null
  const completion = `/meetings/completion?year=${year}`
  return (
    <SectionCard title="三会一课" extra={<Link to={completion}>完成情况</Link>}>
      <QueryBoundary query={grid} what="查看三会一课" lines={4}>
        {({ toCall, near, byKind }) => (
          <>
            <p className="home-counts">
              {toCall === 0 ? (
                <span className="home-count muted">到今天没有缺的支部</span>
              ) : (
                <Link className="home-count" to={`${completion}&view=call`}>
                  有缺 {toCall} 个支部
                </Link>
              )}
              {near > 0 && (
                <Link className="home-count" to={`${completion}&only=near`}>
                  即将到期 {near} 个支部
                </Link>
              )}
              {(late.data?.counts.overdue ?? 0) > 0 && (
                <Link className="home-count" to="/meetings/followups?state=overdue">
                  逾期落实事项 {late.data?.counts.overdue} 项
                </Link>
              )}
              {(returned.data?.total ?? 0) > 0 && (
                <Link className="home-count" to={meetingsAddress({ check: 'returned' })}>
                  街道退回 {returned.data?.total} 份
                </Link>
              )}
              {(drafted.data?.total ?? 0) > 0 && (
                <Link className="home-count" to={meetingsAddress({ status: 'draft' })}>
                  草稿 {drafted.data?.total} 份
                </Link>
              )}
            </p>
            <ul className="todo">
              {dutyKinds.flatMap((kind) => {
                const missing = byKind.find((each) => each.kind === kind)?.toCall ?? 0
                if (missing === 0) return []
                return [
                  <li key={kind}>
                    <StateMark state="warning">
                      <Link to={`${completion}&kind=${kind}&only=missing`}>缺{meetingKindShort[kind]}</Link>
                    </StateMark>
                    <span className="todo-count">{missing.toLocaleString('zh-CN')} 个支部</span>
                  </li>,
                ]
              })}
            </ul>
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}
