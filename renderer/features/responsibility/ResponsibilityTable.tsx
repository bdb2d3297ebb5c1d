import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { ResponsibilityRow } from '#shared/contract/responsibility.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { listPage } from './responsibilityView.ts'

const columns: TableColumnsType<ResponsibilityRow> = [
  {
    title: '党组织',
    key: 'organization',
    ellipsis: true,
    render: (_, { id, organizationName }) => (
      <Link to={listPage(id)} title={organizationName}>
        {organizationName}
      </Link>
    ),
  },
  {
    title: '第一责任人',
    key: 'first',
    width: '10em',
    ellipsis: true,
    render: (_, { firstName }) => firstName ?? <span className="muted">未登记</span>,
  },
  {
    title: '责任目标',
    key: 'goals',
    width: '16em',
    render: (_, { id, goals, doneGoals, overdueGoals }) => (
      <Link to={`${listPage(id)}?part=goals`}>
        {goals === 0 ? '没有登记' : `完成 ${doneGoals}/${goals} 条`}
        {overdueGoals > 0 && <strong className="responsibility-late">，逾期 {overdueGoals} 条</strong>}
      </Link>
    ),
  },
  {
    title: '季度工作例会',
    key: 'quarters',
    width: '12em',
    render: (_, { id, quartersMet, quartersDue }) => (
      <Link to={`${listPage(id)}?part=checks`}>
        <StateMark state={quartersMet < quartersDue ? 'warning' : 'good'}>
          {quartersDue === 0 ? '未到时间' : `${quartersMet}/${quartersDue} 个季度`}
        </StateMark>
      </Link>
    ),
  },
  {
    title: '督查',
    key: 'inspections',
    width: '8em',
    render: (_, { id, inspections }) => (
      <Link to={`${listPage(id)}?part=checks`}>{inspections === 0 ? '没有登记' : `${inspections} 次`}</Link>
    ),
  },
]

/** A line an organisation; each figure leads to what it counts. */
export function ResponsibilityTable({ rows }: { readonly rows: readonly ResponsibilityRow[] }) {
  return (
    <Table<ResponsibilityRow>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
    />
  )
}
