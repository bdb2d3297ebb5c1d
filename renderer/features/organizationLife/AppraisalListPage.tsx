import type { TableColumnsType } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { AppraisalRow } from '#shared/contract/organizationLife.ts'
import { grades } from '#shared/domain/meetings/appraisal.ts'
import { gradeLabels } from '#shared/labels/meetings.ts'
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
import { appraisalTarget, lifeViewOf, pageInput, pageSize } from './lifeView.ts'
import { YearlyToolbar } from './YearlyToolbar.tsx'
import { YearlyWithout } from './YearlyWithout.tsx'
import './organizationLife.css'

const columns: TableColumnsType<AppraisalRow> = [
  {
    title: '党支部',
    key: 'organization',
    ellipsis: true,
    render: (_, { id, organizationName }) => (
      <Link to={yearlyRecordAddress('appraisals', id)} title={organizationName}>
        {organizationName}
      </Link>
    ),
  },
  {
    title: '评议日期',
    key: 'held',
    width: '8em',
    render: (_, { heldOn }) => <span className="number">{heldOn && formatDots(heldOn)}</span>,
  },
  { title: '参评', key: 'people', width: '6em', align: 'right', render: (_, { people }) => people },
  ...grades.map((grade) => ({
    title: gradeLabels[grade],
    key: grade,
    width: '6em',
    align: 'right' as const,
    render: (_: unknown, row: AppraisalRow) => row[grade],
  })),
  { title: '未定等次', key: 'ungraded', width: '7em', align: 'right', render: (_, { ungraded }) => ungraded },
]

/** 民主评议党员 of a year, branch by branch. */
export function AppraisalListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = lifeViewOf(params)
  const { organizationId, year, without, page } = view
  const canWrite = useHasRight('member.write')
  const list = useCall('appraisals.list', pageInput({ ...view, page: without ? 1 : page }), {
    keepPrevious: true,
  })
  const missing = useCall('appraisals.without', pageInput(view), { enabled: without, keepPrevious: true })
  const toNew = newYearlyAddress('appraisals', { year })
  useShortcut('Alt+N', '登记民主评议', () => void navigate(toNew), canWrite)
  const button = (
    <LinkButton primary to={toNew}>
      登记民主评议
    </LinkButton>
  )
  return (
    <Page
      title="民主评议党员"
      subtitle={
        <span aria-live="polite">
          {list.data === undefined ? '' : `${year}年度，已登记 ${list.data.total} 个党支部`}
        </span>
      }
      actions={canWrite ? button : undefined}
      toolbar={<YearlyToolbar part="appraisals" view={view} target={appraisalTarget} counts={list.data} />}
    >
      {without ? (
        <QueryBoundary query={missing} what="查看民主评议" lines={10}>
          {(found) => <YearlyWithout part="appraisals" view={view} what="民主评议党员" found={found} />}
        </QueryBoundary>
      ) : (
        <QueryBoundary query={list} what="查看民主评议" lines={10}>
          {({ rows, total }) =>
            total === 0 ? (
              <EmptyState
                title={`还没有登记${year}年度的民主评议党员`}
                text="每年一次，可以和组织生活会一并进行。选好党支部和日期，名单自动列出，录入测评票数和等次即可。"
                {...(canWrite ? { actions: button } : {})}
              />
            ) : (
              <PagedTable<AppraisalRow>
                columns={columns}
                rows={rows}
                total={total}
                page={page}
                pageSize={pageSize}
                onPage={(next) =>
                  void navigate(yearlyAddress('appraisals', { organizationId, year, page: next }))
                }
              />
            )
          }
        </QueryBoundary>
      )}
    </Page>
  )
}
