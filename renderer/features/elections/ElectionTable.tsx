import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { ElectionRow } from '#shared/contract/electionRows.ts'
import { electionKindLabels, electionStatusLabels } from '#shared/labels/elections.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { electionAddress, pageSize } from './electionView.ts'

const columns: TableColumnsType<ElectionRow> = [
  {
    title: '党组织',
    key: 'organization',
    ellipsis: true,
    render: (_, { id, organizationName }) => <Link to={electionAddress(id)}>{organizationName}</Link>,
  },
  { title: '类别', key: 'kind', width: '6em', render: (_, { kind }) => electionKindLabels[kind] },
  { title: '状态', key: 'status', width: '7em', render: (_, { status }) => electionStatusLabels[status] },
  {
    title: '大会日期',
    key: 'day',
    width: '12em',
    render: (_, { meetingOn, plannedOn }) =>
      meetingOn !== null ? (
        <span className="number">{formatDots(meetingOn)}</span>
      ) : plannedOn !== null ? (
        <span className="muted">
          计划 <span className="number">{formatDots(plannedOn)}</span>
        </span>
      ) : (
        ''
      ),
  },
  { title: '已办', key: 'done', width: '7em', render: (_, { stepsDone }) => `${stepsDone} / 12 步` },
  {
    title: '下一步',
    key: 'next',
    ellipsis: true,
    render: (_, { nextStep }) => (nextStep === null ? '' : `${nextStep.no}. ${nextStep.title}`),
  },
]

export function ElectionTable(paged: PagedRows<ElectionRow>) {
  return <PagedTable columns={columns} pageSize={pageSize} {...paged} />
}
