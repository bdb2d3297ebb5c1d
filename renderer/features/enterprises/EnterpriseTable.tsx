import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { coverFormLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { pageSize } from './enterpriseView.ts'

const count = (value: number | null) =>
  value === null ? <span className="muted">未填</span> : <span className="number">{value}</span>

const columns: TableColumnsType<EnterpriseRow> = [
  {
    title: '单位名称',
    key: 'name',
    ellipsis: true,
    render: (_, { id, fields }) => <Link to={`/enterprises/${id}`}>{fields.name}</Link>,
  },
  { title: '类型', key: 'kind', width: '7em', render: (_, { fields }) => enterpriseKindLabels[fields.kind] },
  {
    title: '职工',
    key: 'staff',
    width: '4.5em',
    align: 'right',
    render: (_, { fields }) => count(fields.staff),
  },
  {
    title: '党员',
    key: 'members',
    width: '4.5em',
    align: 'right',
    render: (_, { members }) => count(members),
  },
  {
    title: '其中正式',
    key: 'full',
    width: '5.5em',
    align: 'right',
    render: (_, { fields }) => count(fields.fullMembers),
  },
  {
    title: <span className="enterprise-after-number">党组织形式</span>,
    key: 'form',
    width: '9em',
    render: (_, { fields }) => (
      <span className="enterprise-after-number">{coverFormLabels[fields.coverForm]}</span>
    ),
  },
  { title: '所属党组织', dataIndex: 'organizationName', ellipsis: true, width: '13em' },
  {
    title: '指导员',
    key: 'instructor',
    width: '6em',
    ellipsis: true,
    render: (_, { fields }) => fields.instructor,
  },
  {
    title: '最近走访',
    key: 'visited',
    width: '7em',
    render: (_, { fields: { visitedOn } }) =>
      visitedOn === null ? '' : <span className="number">{formatDots(visitedOn)}</span>,
  },
  {
    title: '提示',
    key: 'findings',
    width: '15em',
    render: (_, { findings }) => (
      <WorstFinding findings={findings.filter(({ overriddenReason }) => overriddenReason === null)} />
    ),
  },
]

const lesser = ['full', 'instructor', 'visited']

export function EnterpriseTable(paged: PagedRows<EnterpriseRow>) {
  return <PagedTable columns={columns} lesser={lesser} pageSize={pageSize} {...paged} />
}
