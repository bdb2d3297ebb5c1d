import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import { whyNotReported } from '#shared/domain/reviews/rectification.ts'
import { rectifySourceLabels, rectifyStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { subjectAddress } from '../../lib/reviewAddresses.ts'
import { today } from '../../lib/today.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { pageSize } from './rectificationView.ts'

interface RectificationTableProps extends PagedRows<RectificationRow> {
  /** Opens one. */
  readonly addressOf: (id: string) => string
  readonly chosenIds: readonly string[]
  /** Null where nothing may be reported. */
  readonly onChoose: ((ids: readonly string[]) => void) | null
}

/** Whether it may be among those reported today. */
function mayBeReported({ fields, year }: RectificationRow): boolean {
  return fields.reportedOn === null && whyNotReported(today(), year, today()) === null
}

function State({ row: { state, overdueDays } }: { readonly row: RectificationRow }) {
  if (state === 'overdue') return <StateMark state="bad">逾期 {overdueDays} 天</StateMark>
  if (state === 'accepted') return <StateMark state="good">{rectifyStateLabels[state]}</StateMark>
  if (state === 'toAccept') return <StateMark state="warning">{rectifyStateLabels[state]}</StateMark>
  return rectifyStateLabels[state]
}

function Reported({ row }: { readonly row: RectificationRow }) {
  const { reportedOn } = row.fields
  if (reportedOn !== null) return <span className="number">{formatDots(reportedOn)}</span>
  return mayBeReported(row) ? '待通报' : <span className="muted">下一年度</span>
}

const lesser = ['source', 'year']

/** What is to be mended, by whom and by when; ticked ones are reported together. */
export function RectificationTable(props: RectificationTableProps) {
  const { addressOf, chosenIds, onChoose, ...paged } = props
  const columns: TableColumnsType<RectificationRow> = [
    {
      title: '问题',
      key: 'problem',
      ellipsis: true,
      render: (_, { id, fields }) => (
        <Link to={addressOf(id)} title={fields.problem}>
          {fields.problem}
        </Link>
      ),
    },
    {
      title: '述职人',
      key: 'subject',
      width: '7em',
      ellipsis: true,
      render: (_, { subjectId, subjectName }) => (
        <Link to={subjectAddress(subjectId)} title={subjectName}>
          {subjectName}
        </Link>
      ),
    },
    {
      title: '党组织',
      key: 'organization',
      width: '12em',
      ellipsis: true,
      render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
    },
    {
      title: '年度',
      key: 'year',
      width: '5em',
      render: (_, { year }) => <span className="number">{year}</span>,
    },
    {
      title: '来源',
      key: 'source',
      width: '7em',
      render: (_, { fields, isCarried }) => (isCarried ? '上年转入' : rectifySourceLabels[fields.source]),
    },
    {
      title: '责任人',
      key: 'duty',
      width: '7em',
      ellipsis: true,
      render: (_, { fields }) => fields.dutyName ?? <span className="muted">未登记</span>,
    },
    {
      title: '时限',
      key: 'due',
      width: '8em',
      render: (_, { fields: { dueOn } }) =>
        dueOn === null ? (
          <span className="muted">未登记</span>
        ) : (
          <span className="number">{formatDots(dueOn)}</span>
        ),
    },
    { title: '状态', key: 'state', width: '9em', render: (_, row) => <State row={row} /> },
    { title: '通报', key: 'reported', width: '8em', render: (_, row) => <Reported row={row} /> },
  ]
  return (
    <PagedTable<RectificationRow>
      {...paged}
      pageSize={pageSize}
      lesser={lesser}
      columns={columns}
      {...(onChoose === null
        ? {}
        : {
            selection: {
              selectedRowKeys: [...chosenIds],
              onChange: (_keys, rows) => onChoose(rows.map(({ id }) => id)),
              getCheckboxProps: (row) => ({
                disabled: !mayBeReported(row),
                'aria-label': `选择：${row.fields.problem}`,
              }),
            },
          })}
    />
  )
}
