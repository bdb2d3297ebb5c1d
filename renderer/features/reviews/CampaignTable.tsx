import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { CampaignRow } from '#shared/contract/reviewRows.ts'
import { campaignStateLabels } from '#shared/labels/reviews.ts'
import { campaignAddress, rectificationsAddress, scoresAddress } from '../../lib/reviewAddresses.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'

export const pageSize = 50

const columns: TableColumnsType<CampaignRow> = [
  {
    title: '年度',
    key: 'year',
    width: '5em',
    render: (_, { year }) => <span className="number">{year}</span>,
  },
  {
    title: '述职测评',
    key: 'name',
    ellipsis: true,
    render: (_, { id, name }) => (
      <Link to={campaignAddress(id)} title={name}>
        {name}
      </Link>
    ),
  },
  {
    title: '党组织',
    key: 'organization',
    width: '15em',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  { title: '进度', key: 'state', width: '6em', render: (_, { state }) => campaignStateLabels[state] },
  {
    title: '述职人',
    key: 'subjects',
    width: '6em',
    render: (_, { id, subjects }) => <Link to={campaignAddress(id)}>{subjects} 人</Link>,
  },
  {
    title: '已计分',
    key: 'scored',
    width: '6em',
    render: (_, { id, scored }) => <Link to={scoresAddress(id)}>{scored} 人</Link>,
  },
  {
    title: '已定等',
    key: 'decided',
    width: '6em',
    render: (_, { id, decided }) => <Link to={scoresAddress(id)}>{decided} 人</Link>,
  },
  {
    title: '整改',
    key: 'rectifications',
    width: '13em',
    render: (_, { id, rectifications, overdueRectifications }) => (
      <>
        <Link to={rectificationsAddress({ campaignId: id })}>
          {rectifications === 0 ? '没有登记' : `${rectifications} 条`}
        </Link>
        {overdueRectifications > 0 && (
          <Link className="review-late" to={rectificationsAddress({ campaignId: id, state: 'overdue' })}>
            ，逾期 {overdueRectifications} 条
          </Link>
        )}
      </>
    ),
  },
]

/** Campaigns, the newest year first. */
export function CampaignTable(props: PagedRows<CampaignRow>) {
  return (
    <PagedTable<CampaignRow> {...props} columns={columns} lesser={['organization']} pageSize={pageSize} />
  )
}
