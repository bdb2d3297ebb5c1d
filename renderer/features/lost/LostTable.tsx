import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { LostCaseRow } from '#shared/contract/lostCases.ts'
import { personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { lostStatusLabels } from '#shared/labels/lostCases.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { pageSize } from './lostView.ts'

const date = (on: PartialDate | null) => (on === null ? '' : <span className="number">{formatDots(on)}</span>)

const columns: TableColumnsType<LostCaseRow> = [
  {
    title: '姓名',
    key: 'name',
    width: '8em',
    render: (_, { id, memberName, personType }) => (
      <>
        <Link to={`/mobility/lost/${id}`}>{memberName}</Link>
        {personType === personTypeProbationary && <span className="muted small"> 预备</span>}
      </>
    ),
  },
  { title: '所在党支部', dataIndex: 'organizationName', ellipsis: true },
  { title: '状态', key: 'status', width: '9em', render: (_, { status }) => lostStatusLabels[status] },
  { title: '失去联系', key: 'since', width: '7em', render: (_, { fields }) => date(fields.since) },
  { title: '满六个月', key: 'six', width: '7em', render: (_, { sixMonthsOn }) => date(sixMonthsOn) },
  {
    title: '查找',
    key: 'tried',
    width: '8em',
    render: (_, { ways, rounds }) =>
      ways === 0 ? <span className="muted">没有记录</span> : `${ways} 种 ${rounds} 轮`,
  },
  { title: '停止党籍', key: 'stop', width: '7em', render: (_, { fields }) => date(fields.stopOn) },
  { title: '停止满两年', key: 'two', width: '7em', render: (_, { twoYearsOn }) => date(twoYearsOn) },
  {
    title: '提示',
    key: 'findings',
    width: '17em',
    render: (_, { findings }) => <WorstFinding findings={findings} />,
  },
]

const lesser = ['six', 'two', 'tried']

export function LostTable(paged: PagedRows<LostCaseRow>) {
  return <PagedTable columns={columns} lesser={lesser} pageSize={pageSize} {...paged} />
}
