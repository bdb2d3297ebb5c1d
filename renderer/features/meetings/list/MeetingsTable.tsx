import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { MeetingRow } from '#shared/contract/meetingRows.ts'
import { checkStateLabels, meetingKindShort, meetingStatusLabels } from '#shared/labels/meetings.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { meetingAddress } from '../../../lib/meetingAddresses.ts'
import { PagedTable, type PagedRows } from '../../../ui/PagedTable.tsx'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'
import { pageSize } from './listView.ts'

const columns: TableColumnsType<MeetingRow> = [
  {
    title: '日期',
    key: 'heldOn',
    width: '7em',
    render: (_, { heldOn }) => <span className="number">{formatDots(heldOn)}</span>,
  },
  {
    title: '会议类型',
    key: 'kinds',
    width: '12em',
    ellipsis: true,
    render: (_, { kinds, groupName }) => {
      const text = kinds.map((kind) => meetingKindShort[kind]).join('、')
      // The group stands here: beside a branch's name it would be cut off, and the meetings of two groups look the same.
      return groupName === null ? (
        <span title={text}>{text}</span>
      ) : (
        <span title={`${text} ${groupName}`}>
          {text} <span className="muted">{groupName}</span>
        </span>
      )
    },
  },
  {
    title: '会议主题',
    key: 'title',
    ellipsis: true,
    render: (_, { id, title }) => (
      <Link to={meetingAddress(id)} title={title}>
        {title}
      </Link>
    ),
  },
  {
    title: '党支部',
    key: 'organization',
    width: '12em',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  {
    title: '主持人',
    key: 'host',
    width: '6em',
    ellipsis: true,
    render: (_, { hostName }) => hostName,
  },
  {
    title: '应到/实到',
    key: 'present',
    width: '7em',
    render: (_, { should, present }) =>
      should === null && present === null ? (
        ''
      ) : (
        <span className="number">
          {should ?? '—'} / {present === null || present === 0 ? '—' : present}
        </span>
      ),
  },
  {
    title: '状态',
    key: 'status',
    width: '9em',
    render: (_, row) => <StateCell row={row} />,
  },
  {
    title: '待落实',
    key: 'followUps',
    width: '5em',
    render: (_, { openFollowUps }) =>
      openFollowUps === 0 ? '' : <span className="number">{openFollowUps} 项</span>,
  },
  {
    title: '附件',
    key: 'scans',
    width: '4em',
    render: (_, { scans }) => (scans === 0 ? '' : <span className="number">{scans}</span>),
  },
  {
    title: '提示',
    key: 'worst',
    width: '5.5em',
    render: (_, { worst }) => worst !== null && <SeverityTag severity={worst} />,
  },
]

const lesser = ['host', 'scans', 'followUps']

function StateCell({ row: { status, check, isLate, enteredOn } }: { readonly row: MeetingRow }) {
  return (
    <span className="meeting-states">
      <span className={status === 'draft' ? 'muted' : undefined}>{meetingStatusLabels[status]}</span>
      {check !== null && (
        <span className={check === 'returned' ? 'meeting-returned' : 'meeting-passed'}>
          {checkStateLabels[check]}
        </span>
      )}
      {isLate && (
        <span className="meeting-late" title={`${formatDots(enteredOn)} 补录`}>
          补录
        </span>
      )}
    </span>
  )
}

interface MeetingsTableProps extends PagedRows<MeetingRow> {
  /** Null for whoever does not check. */
  readonly chosen: readonly MeetingRow[] | null
  readonly onChoose: (rows: readonly MeetingRow[]) => void
}

export function MeetingsTable({ chosen, onChoose, ...rows }: MeetingsTableProps) {
  return (
    <PagedTable
      {...rows}
      columns={columns}
      lesser={lesser}
      pageSize={pageSize}
      {...(chosen === null
        ? {}
        : {
            selection: {
              selectedRowKeys: chosen.map(({ id }) => id),
              onChange: (_keys: unknown, picked: MeetingRow[]) => onChoose(picked),
              // A draft is not looked at: it is no record yet.
              getCheckboxProps: ({ status, title }: MeetingRow) => ({
                disabled: status === 'draft',
                'aria-label': `选择“${title}”`,
              }),
            },
          })}
    />
  )
}
