import { Button, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { FollowUpRow } from '#shared/contract/meetingRows.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useHasRight } from '../../lib/session.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { pageSize, subjectAddress } from './followUpView.ts'

interface FollowUpTableProps extends PagedRows<FollowUpRow> {
  readonly onClose: (row: FollowUpRow) => void
}

function Due({ row: { dueOn, isOverdue } }: { readonly row: FollowUpRow }) {
  if (dueOn === null) return <span className="muted">没有期限</span>
  if (!isOverdue) return <span className="number">{formatDots(dueOn)}</span>
  return (
    <StateMark state="bad">
      <span className="number">逾期 {formatDots(dueOn)}</span>
    </StateMark>
  )
}

function Action({
  row,
  onClose,
}: {
  readonly row: FollowUpRow
  readonly onClose: (row: FollowUpRow) => void
}) {
  // What an 组织生活会 found is closed on its own page, with the rest of its list.
  if (row.subject === 'lifeMeeting') return <Link to={subjectAddress(row)}>去整改清单</Link>
  const word = row.closedOn === null ? '办结' : '修改'
  return (
    <Button size="small" aria-label={`${word}：${row.what}`} onClick={() => onClose(row)}>
      {word}
    </Button>
  )
}

function columnsOf(onClose: ((row: FollowUpRow) => void) | null): TableColumnsType<FollowUpRow> {
  return [
    { title: '落实事项', key: 'what', render: (_, { what }) => what },
    {
      title: '党支部',
      key: 'branch',
      width: '14em',
      ellipsis: true,
      render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
    },
    {
      title: '来自',
      key: 'subject',
      width: '16em',
      ellipsis: true,
      render: (_, row) => (
        <Link to={subjectAddress(row)} title={row.subjectTitle}>
          {row.subjectTitle}
        </Link>
      ),
    },
    { title: '责任人', key: 'person', width: '7em', ellipsis: true, dataIndex: 'personName' },
    { title: '期限', key: 'due', width: '11em', render: (_, row) => <Due row={row} /> },
    {
      title: '结果',
      key: 'result',
      width: '16em',
      render: (_, { closedOn, result }) =>
        closedOn === null ? null : (
          <>
            <span className="number">{formatDots(closedOn)}</span> {result}
          </>
        ),
    },
    ...(onClose === null
      ? []
      : [
          {
            title: '办理',
            key: 'close',
            width: '7em',
            render: (_: unknown, row: FollowUpRow) => <Action row={row} onClose={onClose} />,
          },
        ]),
  ]
}

const lesser = ['branch']

/** What is to be done, by whom and by when. */
export function FollowUpTable({ onClose, ...paged }: FollowUpTableProps) {
  const canWrite = useHasRight('member.write')
  const closed = paged.rows.some(({ closedOn }) => closedOn !== null)
  const columns = columnsOf(canWrite ? onClose : null).filter(({ key }) => closed || key !== 'result')
  return <PagedTable columns={columns} lesser={lesser} pageSize={pageSize} {...paged} />
}
