import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { ExplanationCard } from '../../ui/ExplanationCard.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { QuotaDialog } from './QuotaDialog.tsx'
import type { QuotaRow } from './quotaRow.ts'
import { addressOf, type RegistersView } from './registersView.ts'
import { RegisterTabs } from './RegisterTabs.tsx'

/** Whose plan is being written; null for one to be chosen. */
interface Task {
  readonly row: QuotaRow | null
}

function Left({ row: { planned, approved } }: { readonly row: QuotaRow }) {
  if (planned === null) return <span className="muted">—</span>
  return approved > planned ? (
    <span className="dev-reg-over">超 {approved - planned}</span>
  ) : (
    planned - approved
  )
}

function columnsOf(year: number, onSet: ((task: Task) => void) | null): TableColumnsType<QuotaRow> {
  return [
    {
      title: '党组织（含下级）',
      key: 'organization',
      ellipsis: true,
      render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
    },
    {
      title: '计划数',
      key: 'planned',
      width: '7em',
      align: 'right',
      render: (_, { planned }) => planned ?? <span className="muted">未登记</span>,
    },
    {
      title: '已批准',
      key: 'approved',
      width: '6em',
      align: 'right',
      render: (_, { organizationId, organizationName, approved }) => (
        <Link
          className="number"
          to={`/development?state=all&org=${organizationId}&approvedIn=${year}`}
          aria-label={`${organizationName}${year}年已批准 ${approved} 名`}
        >
          {approved}
        </Link>
      ),
    },
    { title: '剩余', key: 'left', width: '6em', align: 'right', render: (_, row) => <Left row={row} /> },
    {
      title: <span className="dev-reg-after-number">下达文号</span>,
      key: 'docNo',
      width: '12em',
      ellipsis: true,
      render: (_, { docNo }) => (
        <span className="dev-reg-after-number" title={docNo ?? ''}>
          {docNo}
        </span>
      ),
    },
    {
      title: '提示',
      key: 'finding',
      width: '9em',
      render: (_, { judgement: { finding } }) =>
        finding !== null && (
          <span title={finding.message}>
            <SeverityTag severity={finding.severity} /> 超过计划
          </span>
        ),
    },
    ...(onSet === null
      ? []
      : [
          {
            title: '办理',
            key: 'set',
            width: '6em',
            render: (_: unknown, row: QuotaRow) => (
              <Button
                size="small"
                aria-label={`${row.planned === null ? '登记' : '修改'}${row.organizationName}的计划数`}
                onClick={() => onSet({ row })}
              >
                {row.planned === null ? '登记' : '修改'}
              </Button>
            ),
          },
        ]),
  ]
}

/** A branch without a plan and without an approval has nothing to say. */
const isTold = ({ planned, approved }: QuotaRow) => planned !== null || approved > 0

/** The rule is called after what breaks it; a plan that is kept needs another name. */
const explain = ({ judgement }: QuotaRow) => (
  <ExplanationCard explanation={{ ...judgement.explanation, title: '年度发展计划' }} />
)

/** 年度发展计划数 against approvals (DEV-23). */
export function QuotasRegister({ view }: { readonly view: RegistersView }) {
  const { year } = view
  const [task, setTask] = useState<Task | null>(null)
  const quotas = useCall('development.quotas', { year }, { keepPrevious: true })
  const canWrite = useHasRight('organization.write')
  const to = (each: number) => addressOf({ part: 'quotas', year: each })
  const thisYear = Number(today().slice(0, 4))
  const button = (
    <Button type="primary" onClick={() => setTask({ row: null })}>
      登记计划数
    </Button>
  )
  return (
    <Page
      title="年度计划"
      subtitle={`${year}年`}
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <RegisterTabs current="quotas" />
          <Toolbar label="年份">
            <LinkButton to={to(year - 1)}>上一年</LinkButton>
            <strong className="number">{year}年</strong>
            <LinkButton to={to(year + 1)}>下一年</LinkButton>
            {year !== thisYear && <LinkButton to={to(thisYear)}>今年</LinkButton>}
            <span className="muted">
              按批准日期算，点“已批准”的数字看名单。只列登记了计划或有批准的党组织。
            </span>
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={quotas} what="查看年度计划" lines={8}>
        {({ rows }) =>
          !rows.some(isTold) ? (
            <EmptyState
              title={`${year}年还没有登记计划数，也没有批准接收的预备党员`}
              text="每年按上级下达的发展党员计划数登记，批准接收预备党员后自动对照，超过计划会提示。"
              {...(canWrite ? { actions: button } : {})}
            />
          ) : (
            <Table<QuotaRow>
              size="small"
              rowKey="organizationId"
              tableLayout="fixed"
              dataSource={rows.filter(isTold)}
              columns={columnsOf(year, canWrite ? setTask : null)}
              pagination={false}
              expandable={{
                expandedRowRender: explain,
                defaultExpandedRowKeys: rows
                  .filter(({ judgement }) => judgement.finding !== null)
                  .map(({ organizationId }) => organizationId),
              }}
            />
          )
        }
      </QueryBoundary>
      {task !== null && <QuotaDialog year={year} row={task.row} onClose={() => setTask(null)} />}
    </Page>
  )
}
