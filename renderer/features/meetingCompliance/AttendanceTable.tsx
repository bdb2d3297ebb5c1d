import { Button, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { AttendanceRow } from '#shared/contract/meetingRows.ts'
import { useHasRight } from '../../lib/session.ts'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { rateWords } from './attendanceWords.ts'

interface AttendanceTableProps {
  readonly rows: readonly AttendanceRow[]
  readonly organizationId: string
  readonly year: number
  readonly onMakeUp: (row: AttendanceRow) => void
}

const count = (title: string, key: 'asked' | 'present' | 'excused' | 'absent' | 'madeUp') => ({
  title,
  key,
  dataIndex: key,
  width: '5em',
  align: 'right' as const,
})

function columnsOf(onMakeUp: ((row: AttendanceRow) => void) | null): TableColumnsType<AttendanceRow> {
  return [
    {
      title: '姓名',
      key: 'name',
      width: '9em',
      ellipsis: true,
      render: (_, { memberId, name }) =>
        memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>,
    },
    count('应到', 'asked'),
    count('实到', 'present'),
    count('请假', 'excused'),
    count('缺席', 'absent'),
    {
      title: '出勤率',
      key: 'rate',
      width: '6em',
      align: 'right',
      sorter: (a, b) => share(a) - share(b),
      render: (_, { rate }) => rateWords(rate) ?? <span className="muted">—</span>,
    },
    {
      title: '连续缺席',
      key: 'streak',
      width: '7em',
      align: 'right',
      sorter: (a, b) => a.streak - b.streak,
      render: (_, { streak }) => (streak === 0 ? <span className="muted">0</span> : `${streak} 次`),
    },
    count('已补', 'madeUp'),
    {
      title: <span className="attendance-make-up">要补学</span>,
      key: 'toMakeUp',
      width: '15em',
      render: (_, row) => <MakeUp row={row} onMakeUp={onMakeUp} />,
    },
    { title: '说明', key: 'words', render: (_, row) => <Words row={row} /> },
  ]
}

const share = ({ rate: { present, owed } }: AttendanceRow): number => (owed === 0 ? 2 : present / owed)

interface MakeUpProps {
  readonly row: AttendanceRow
  readonly onMakeUp: ((row: AttendanceRow) => void) | null
}

function MakeUp({ row, onMakeUp }: MakeUpProps) {
  const { toMakeUp, isFrail, memberId, name } = row
  if (toMakeUp.length === 0) return null
  const what = isFrail ? '送学上门' : '补学'
  return (
    <span className="attendance-make-up">
      <span className="number">{toMakeUp.length} 次</span>
      {onMakeUp !== null && memberId !== null && (
        <Button size="small" aria-label={`登记${what}：${name}`} onClick={() => onMakeUp(row)}>
          登记{what}
        </Button>
      )}
    </span>
  )
}

function Words({ row: { findings, isFrail } }: { readonly row: AttendanceRow }) {
  return (
    <>
      {findings.map(({ code, severity, message, basis }) => (
        <span key={`${code} ${message}`} title={`依据：${basis}`}>
          <SeverityTag severity={severity} /> {message}
        </span>
      ))}
      {isFrail && <span className="muted">高龄、失能，送学上门，没有到会的不算进出勤率（LIFE-11）。</span>}
    </>
  )
}

const lesser = ['madeUp']

/** Person by person: asked, came, excused, absent, and what is to be made up. */
export function AttendanceTable({ rows, onMakeUp }: AttendanceTableProps) {
  const canWrite = useHasRight('member.write')
  return (
    <Table<AttendanceRow>
      size="small"
      rowKey={({ memberId, name }) => memberId ?? name}
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={useFittingColumns(columnsOf(canWrite ? onMakeUp : null), lesser)}
      pagination={{ pageSize: 100, showSizeChanger: false, hideOnSinglePage: true }}
    />
  )
}
