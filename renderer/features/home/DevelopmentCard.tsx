import { Link } from 'react-router'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { severities } from '#shared/domain/finding.ts'
import { addDays, lastDay, partialDate } from '#shared/lib/dates.ts'
import { deadlineDay, deadlineTitle, fileAddress, isOverdue } from '../../lib/developmentWords.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'

const named = 5
const shownFindings = 3

const everybody = {
  organizationId: null,
  text: null,
  states: [],
  finding: null,
  sort: 'due',
  offset: 0,
} as const

/** 发展党员: what is due this month, what is overdue and what the rules find, each count leading to its names. */
export function DevelopmentCard() {
  const canRead = useHasRight('member.read')
  const now = today()
  const month = useCall(
    'development.list',
    { ...everybody, states: [], dueBy: lastDay(partialDate(now.slice(0, 7))), limit: named },
    { enabled: canRead },
  )
  const late = useCall(
    'development.list',
    { ...everybody, states: [], dueBy: addDays(now, -1), onlyDue: true, limit: 1 },
    { enabled: canRead },
  )
  const all =
    month.data === undefined ? 0 : Object.values(month.data.counts.byState).reduce((a, b) => a + b, 0)
  if (!canRead || (month.isSuccess && all === 0)) return null
  return (
    <SectionCard title="发展党员" extra={<Link to="/development">工作台账</Link>}>
      <QueryBoundary query={month} what="查看发展党员" lines={4}>
        {(data) => <Due data={data} overdue={late.data?.total ?? 0} />}
      </QueryBoundary>
    </SectionCard>
  )
}

interface DueProps {
  readonly data: RouteOutput<'development.list'>
  readonly overdue: number
}

function Due({ data: { rows, counts }, overdue }: DueProps) {
  const now = today()
  const worst = counts.findings
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.files - a.files)
    .slice(0, shownFindings)
  return (
    <>
      <p>
        {counts.dueThisMonth === 0 ? (
          <span className="home-count muted">本月没有到期的</span>
        ) : (
          <Link className="home-count" to="/development?due=month">
            本月到期 {counts.dueThisMonth} 人
          </Link>
        )}
        {overdue > 0 && (
          <Link className="home-count" to="/development?due=overdue">
            已逾期 {overdue} 人
          </Link>
        )}
        {counts.withFindings > 0 && (
          <Link className="home-count" to="/development?state=all&finding=any">
            有提示 {counts.withFindings} 人
          </Link>
        )}
      </p>
      <ul className="todo">
        {rows.map(({ id, name, organizationName, due }) => (
          <li key={id}>
            <Link to={fileAddress(id)}>{name}</Link>
            <span className="ellipsis muted">{due === null ? organizationName : deadlineTitle(due)}</span>
            <span
              className={due !== null && isOverdue(due, now) ? 'todo-count safety-problem' : 'todo-count'}
            >
              {due === null ? '' : deadlineDay(due, now)}
            </span>
          </li>
        ))}
        {worst.map(({ code, title, severity, files }) => (
          <li key={code}>
            <SeverityTag severity={severity} />
            <Link className="ellipsis" to={`/development?state=all&finding=${encodeURIComponent(code)}`}>
              {title}
            </Link>
            <span className="todo-count">{files.toLocaleString('zh-CN')} 人</span>
          </li>
        ))}
      </ul>
    </>
  )
}
