import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { MobilityRow } from '#shared/contract/mobility.ts'
import { personTypeProbationary } from '#shared/domain/memberFacts.ts'
import {
  inflowStatusLabels,
  mobilityKindLabels,
  mobilityReasonLabels,
  mobilityStatusLabels,
} from '#shared/labels/mobility.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { addressOf, type MobilityView, pageSize } from './mobilityView.ts'

interface MobilityTableProps {
  readonly rows: readonly MobilityRow[]
  readonly total: number
  readonly view: MobilityView
  readonly onPage: (page: number) => void
}

const date = (on: PartialDate | null) => (on === null ? '' : <span className="number">{formatDots(on)}</span>)

function Due({ row }: { readonly row: MobilityRow }) {
  if (row.nextDue === null) return null
  return (
    <span className={row.isOverdue ? 'mobility-overdue' : undefined}>
      <span className="number">{formatDots(row.nextDue)}</span>
      {row.isOverdue && ' 逾期'}
    </span>
  )
}

function Where({ row }: { readonly row: MobilityRow }) {
  const { kind, unit } = row.fields
  const text = [row.placeText, unit].filter((part) => part !== null && part !== '').join('，')
  return (
    <span className="ellipsis" title={text}>
      {text === '' ? <span className="muted">没有写去向</span> : text}
      {kind !== null && <span className="muted small"> {mobilityKindLabels[kind]}</span>}
    </span>
  )
}

function columnsOf(view: MobilityView, rows: readonly MobilityRow[]): TableColumnsType<MobilityRow> {
  const isOut = view.direction === 'LC'
  const isOpen = view.state === 'open'
  const labels = isOut ? mobilityStatusLabels : inflowStatusLabels
  const hasUnlinked = isOut && rows.some(({ memberId }) => memberId === null)
  return [
    {
      title: '姓名',
      key: 'name',
      width: hasUnlinked ? '11em' : '8em',
      render: (_, { id, name, personType, memberId }) => (
        <>
          <Link to={addressOf({ ...view, recordId: id })}>{name}</Link>
          {personType === personTypeProbationary && <span className="muted small"> 预备</span>}
          {isOut && memberId === null && (
            <>
              {' '}
              <span className="muted small nowrap">未入花名册</span>
            </>
          )}
        </>
      ),
    },
    {
      title: isOut ? '所在党支部' : '负责联系的党组织',
      key: 'organization',
      width: '14em',
      ellipsis: true,
      render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
    },
    {
      title: isOut ? '外出日期' : '流入日期',
      key: 'out',
      width: '7em',
      render: (_, row) => date(row.fields.outOn),
    },
    isOut
      ? { title: '去向', key: 'where', ellipsis: true, render: (_, row) => <Where row={row} /> }
      : {
          title: '流出地党组织',
          key: 'from',
          ellipsis: true,
          render: (_, { fields }) => <span title={fields.origOrg ?? ''}>{fields.origOrg}</span>,
        },
    ...(isOut
      ? [
          {
            title: '原因',
            key: 'reason',
            width: '6em',
            render: (_: unknown, { fields }: MobilityRow) =>
              fields.reason === null ? '' : mobilityReasonLabels[fields.reason],
          },
        ]
      : [
          {
            title: '报到',
            key: 'reported',
            width: '7em',
            render: (_: unknown, { fields }: MobilityRow) => date(fields.reportedOn),
          },
        ]),
    { title: '上次联系', key: 'last', width: '7em', render: (_, row) => date(row.lastReachedOn) },
    isOpen
      ? { title: '下次应联系', key: 'due', width: '9.5em', render: (_, row) => <Due row={row} /> }
      : {
          title: '结束',
          key: 'ended',
          width: '11em',
          render: (_, { status, endedOn }) => (
            <>
              {labels[status]} {date(endedOn)}
            </>
          ),
        },
    {
      title: '提示',
      key: 'findings',
      width: '13em',
      render: (_, { findings }) => <WorstFinding findings={findings} />,
    },
  ]
}

const lesser = ['reason', 'last', 'reported']

export function MobilityTable({ rows, total, view, onPage }: MobilityTableProps) {
  return (
    <Table<MobilityRow>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={useFittingColumns(columnsOf(view, rows), lesser)}
      rowClassName={({ id }) => (id === view.recordId ? 'mobility-row-open' : '')}
      pagination={{
        current: view.page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
    />
  )
}
