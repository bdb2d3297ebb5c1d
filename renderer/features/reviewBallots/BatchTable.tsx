import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { BatchRow } from '#shared/contract/reviewBallots.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import { batchMethodLabels, batchStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { batchAddress, batchTitle } from './batchWords.ts'

const columns: TableColumnsType<BatchRow> = [
  {
    title: '测评日期',
    key: 'held',
    width: '7em',
    render: (_, { heldOn }) => <span className="number">{formatDots(heldOn)}</span>,
  },
  {
    title: '方向和测评群体',
    key: 'title',
    ellipsis: true,
    render: (_, row) => (
      <Link to={batchAddress(row.id)} title={batchTitle(row)}>
        {batchTitle(row)}
      </Link>
    ),
  },
  {
    title: '组织测评的党组织',
    key: 'organization',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  { title: '被测评人', key: 'subjects', width: '6em', render: (_, { subjects }) => `${subjects} 人` },
  {
    title: '收回/发出',
    key: 'returned',
    width: '10em',
    render: (_, { issued, returned }) => (
      <span className="number">
        {returned}/{issued}
        {issued > 0 && (
          <span className="muted"> {formatPercent({ numerator: returned, denominator: issued })}</span>
        )}
      </span>
    ),
  },
  { title: '计票方式', key: 'method', width: '10em', render: (_, { method }) => batchMethodLabels[method] },
  {
    title: '状态',
    key: 'state',
    width: '6em',
    render: (_, { state }) =>
      state === 'open' ? <strong>{batchStateLabels[state]}</strong> : batchStateLabels[state],
  },
  {
    title: '提示',
    key: 'findings',
    width: '11em',
    ellipsis: true,
    render: (_, { findings }) => <WorstFinding findings={findings} />,
  },
]

const lesser = ['method', 'subjects'] as const

const isOpen = ({ state }: BatchRow): number => (state === 'open' ? 1 : 0)

/** Batches of a campaign: what is still to be counted, then the latest. */
export function BatchTable({ rows }: { readonly rows: readonly BatchRow[] }) {
  return (
    <Table<BatchRow>
      size="small"
      rowKey="id"
      columns={useFittingColumns(columns, lesser)}
      dataSource={rows.toSorted((a, b) => isOpen(b) - isOpen(a))}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
    />
  )
}
