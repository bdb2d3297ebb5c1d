import type { TableColumnsType } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { LifeMeetingRow } from '#shared/contract/organizationLife.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { newYearlyAddress, yearlyAddress, yearlyRecordAddress } from '../../lib/lifeAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { PagedTable } from '../../ui/PagedTable.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { lifeTarget, lifeViewOf, pageInput, pageSize } from './lifeView.ts'
import { YearlyToolbar } from './YearlyToolbar.tsx'
import { YearlyWithout } from './YearlyWithout.tsx'
import './organizationLife.css'

const columns: TableColumnsType<LifeMeetingRow> = [
  {
    title: '党支部',
    key: 'organization',
    width: '16em',
    ellipsis: true,
    render: (_, { id, organizationName }) => (
      <Link to={yearlyRecordAddress('life', id)} title={organizationName}>
        {organizationName}
      </Link>
    ),
  },
  {
    title: '主题',
    key: 'theme',
    ellipsis: true,
    render: (_, { theme }) => <span title={theme}>{theme}</span>,
  },
  {
    title: '计划日期',
    key: 'planned',
    width: '8em',
    render: (_, { plannedOn }) => <span className="number">{plannedOn && formatDots(plannedOn)}</span>,
  },
  {
    title: '召开日期',
    key: 'held',
    width: '8em',
    render: (_, { heldOn }) =>
      heldOn === null ? (
        <span className="muted">没有会议记录</span>
      ) : (
        <span className="number">{formatDots(heldOn)}</span>
      ),
  },
  {
    title: '整改',
    key: 'problems',
    width: '15em',
    render: (_, { id, problems, openProblems, overdueProblems }) => (
      <Link to={`${yearlyRecordAddress('life', id)}?part=problems`}>
        {problems === 0 ? '没有登记问题' : `${problems} 条，未完成 ${openProblems} 条`}
        {overdueProblems > 0 && <strong className="life-late">，逾期 {overdueProblems} 条</strong>}
      </Link>
    ),
  },
]

/** 组织生活会 of a year, branch by branch. */
export function LifeListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = lifeViewOf(params)
  const { organizationId, year, without, page } = view
  const canWrite = useHasRight('member.write')
  const list = useCall('lifeMeetings.list', pageInput({ ...view, page: without ? 1 : page }), {
    keepPrevious: true,
  })
  const missing = useCall('lifeMeetings.without', pageInput(view), { enabled: without, keepPrevious: true })
  const toNew = newYearlyAddress('life', { year })
  useShortcut('Alt+N', '登记组织生活会', () => void navigate(toNew), canWrite)
  const button = (
    <LinkButton primary to={toNew}>
      登记组织生活会
    </LinkButton>
  )
  return (
    <Page
      title="组织生活会"
      subtitle={
        <span aria-live="polite">
          {list.data === undefined ? '' : `${year}年度，已登记 ${list.data.total} 个党支部`}
        </span>
      }
      actions={canWrite ? button : undefined}
      toolbar={<YearlyToolbar part="life" view={view} target={lifeTarget} counts={list.data} />}
    >
      {without ? (
        <QueryBoundary query={missing} what="查看组织生活会" lines={10}>
          {(found) => <YearlyWithout part="life" view={view} what="组织生活会" found={found} />}
        </QueryBoundary>
      ) : (
        <QueryBoundary query={list} what="查看组织生活会" lines={10}>
          {({ rows, total }) =>
            total === 0 ? (
              <EmptyState
                title={`还没有登记${year}年度的组织生活会`}
                text="每年至少开一次，可以在次年 1 至 3 月补开，按所属年度登记。先写方案，会后登记问题和整改清单。"
                {...(canWrite ? { actions: button } : {})}
              />
            ) : (
              <PagedTable<LifeMeetingRow>
                columns={columns}
                lesser={['planned']}
                rows={rows}
                total={total}
                page={page}
                pageSize={pageSize}
                onPage={(next) => void navigate(yearlyAddress('life', { organizationId, year, page: next }))}
              />
            )
          }
        </QueryBoundary>
      )}
    </Page>
  )
}
