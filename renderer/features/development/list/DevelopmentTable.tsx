import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { DevelopmentRow } from '#shared/contract/developmentRows.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { fileAddress, lastStepText, nextStepText } from '../../../lib/developmentWords.ts'
import { PagedTable, type PagedRows } from '../../../ui/PagedTable.tsx'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'
import { DueText } from './DueText.tsx'
import { pageSize } from './listView.ts'

const columns: TableColumnsType<DevelopmentRow> = [
  {
    title: '姓名',
    key: 'name',
    width: '8em',
    ellipsis: true,
    render: (_, { id, name }) => (
      <Link to={fileAddress(id)} title={name}>
        {name}
      </Link>
    ),
  },
  {
    title: '所在党支部',
    key: 'organization',
    width: '12em',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  { title: '阶段', key: 'state', width: '7em', render: (_, { state }) => courseStateLabels[state] },
  {
    title: '已办到',
    key: 'last',
    width: '13em',
    ellipsis: true,
    render: (_, row) => {
      const text = lastStepText(row)
      return text === null ? <span className="muted">还没有登记步骤</span> : <span title={text}>{text}</span>
    },
  },
  {
    title: '办理日期',
    key: 'lastOn',
    width: '7em',
    render: (_, { lastOn }) => <span className="number">{lastOn === null ? '' : formatDots(lastOn)}</span>,
  },
  {
    title: '下一步',
    key: 'next',
    width: '13em',
    ellipsis: true,
    render: (_, { nextMilestone }) =>
      nextMilestone === null ? (
        ''
      ) : (
        <span title={nextStepText(nextMilestone)}>{nextStepText(nextMilestone)}</span>
      ),
  },
  {
    title: '到期',
    key: 'due',
    width: '16em',
    ellipsis: true,
    render: (_, { due }) => due !== null && <DueText due={due} />,
  },
  {
    title: '提示',
    key: 'findings',
    width: '6em',
    render: (_, { worstSeverity, findingCount }) =>
      worstSeverity !== null && <SeverityTag severity={worstSeverity} count={findingCount} />,
  },
]

const lesser = ['last', 'lastOn']

export function DevelopmentTable(props: PagedRows<DevelopmentRow>) {
  return <PagedTable {...props} columns={columns} lesser={lesser} pageSize={pageSize} />
}
