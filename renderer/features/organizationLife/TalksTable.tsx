import { Link } from 'react-router'
import type { TalkRow } from '#shared/contract/organizationLife.ts'
import { talkRelationLabels } from '#shared/labels/meetings.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { type PagedRows, PagedTable } from '../../ui/PagedTable.tsx'
import { pageSize } from './lifeView.ts'

interface TalksTableProps extends PagedRows<TalkRow> {
  /** Opens one. */
  readonly addressOf: (id: string) => string
}

const lesser = ['organization']

export function TalksTable({ addressOf, ...paged }: TalksTableProps) {
  return (
    <PagedTable<TalkRow>
      {...paged}
      pageSize={pageSize}
      lesser={lesser}
      columns={[
        {
          title: '日期',
          key: 'on',
          width: '8em',
          render: (_, { talkedOn }) => <span className="number">{formatDots(talkedOn)}</span>,
        },
        {
          title: '主题',
          key: 'title',
          ellipsis: true,
          render: (_, { id, title }) => (
            <Link to={addressOf(id)} title={title}>
              {title}
            </Link>
          ),
        },
        {
          title: '谈话人',
          key: 'talker',
          width: '9em',
          ellipsis: true,
          render: (_, { talkerName }) => talkerName,
        },
        {
          title: '被谈人',
          key: 'talked',
          width: '9em',
          ellipsis: true,
          render: (_, { talkedName }) => talkedName,
        },
        {
          title: '对应关系',
          key: 'relation',
          width: '9em',
          render: (_, { relation }) => talkRelationLabels[relation],
        },
        {
          title: '党支部',
          key: 'organization',
          width: '16em',
          ellipsis: true,
          render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
        },
      ]}
    />
  )
}
