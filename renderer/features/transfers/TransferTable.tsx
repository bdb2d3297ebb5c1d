import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { TransferRow } from '#shared/contract/transfers.ts'
import {
  transferColumnLabels,
  transferDirectionLabels,
  transferModeLabels,
  transferPersonTypeLabels,
  transferStatusLabels,
} from '#shared/labels/transfers.ts'
import { daysBetween, formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { today } from '../../lib/today.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { pageSize } from './transferView.ts'

const date = (on: PartialDate | null) => (on === null ? '' : <span className="number">{formatDots(on)}</span>)

function Due({ row: { dueOn } }: { readonly row: TransferRow }) {
  if (dueOn === null) return null
  const days = daysBetween(today(), dueOn)
  return (
    <>
      {date(dueOn)}
      <div className="muted small">
        {days < 0 ? `逾期 ${-days} 天` : days === 0 ? '今天到期' : `余 ${days} 天`}
      </div>
    </>
  )
}

const columns: TableColumnsType<TransferRow> = [
  {
    title: '姓名',
    key: 'name',
    width: '8em',
    render: (_, { id, fields }) => (
      <>
        <Link to={`/transfers/${id}`}>{fields.personName}</Link>
        {fields.personType !== null && fields.personType !== '1' && (
          <div className="muted small">{transferPersonTypeLabels[fields.personType]}</div>
        )}
      </>
    ),
  },
  {
    title: '方向',
    key: 'direction',
    width: '4em',
    render: (_, row) => transferDirectionLabels[row.direction],
  },
  {
    title: '我方党支部',
    key: 'branch',
    ellipsis: true,
    render: (_, { organizationName }) => organizationName,
  },
  {
    title: '对方基层党委',
    key: 'other',
    ellipsis: true,
    render: (_, { direction, fields }) => (direction === 'out' ? fields.toOrg : fields.fromOrg) ?? '',
  },
  {
    title: '介绍信编号',
    key: 'letter',
    width: '9em',
    render: (_, { fields }) =>
      fields.letterNo ??
      (fields.mode === 'letter' ? '' : <span className="muted">{transferModeLabels[fields.mode]}</span>),
  },
  { title: '开具', key: 'issued', width: '7em', render: (_, { fields }) => date(fields.issuedOn) },
  { title: '应办结', key: 'due', width: '7em', render: (_, row) => <Due row={row} /> },
  {
    title: '进展',
    key: 'column',
    width: '6em',
    render: (_, { column, status }) =>
      column === 'done' ? transferStatusLabels[status] : transferColumnLabels[column],
  },
  {
    title: '提示',
    key: 'findings',
    width: '14em',
    render: (_, { findings }) => <WorstFinding findings={findings} />,
  },
]

const lesser = ['issued']

export function TransferTable(paged: PagedRows<TransferRow>) {
  return <PagedTable columns={columns} lesser={lesser} pageSize={pageSize} {...paged} />
}
