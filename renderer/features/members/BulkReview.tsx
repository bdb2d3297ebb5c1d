import { Alert, Table, Tabs } from 'antd'
import type { BulkPreviewRow } from '#shared/contract/members.ts'

interface BulkReviewProps {
  readonly rows: readonly BulkPreviewRow[]
}

export interface BulkParts {
  readonly changing: readonly BulkPreviewRow[]
  readonly refused: readonly BulkPreviewRow[]
}

export function partsOf(rows: readonly BulkPreviewRow[]): BulkParts {
  return {
    changing: rows.filter((row) => row.refused === null),
    refused: rows.filter((row) => row.refused !== null),
  }
}

const shown = (text: string) => (text === '' ? '（空）' : text)

function PeopleTable({ rows, showsReason }: BulkReviewProps & { readonly showsReason: boolean }) {
  return (
    <Table<BulkPreviewRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      columns={[
        { title: '姓名', dataIndex: 'name', width: 130, ellipsis: true },
        { title: '所在党支部', dataIndex: 'organizationName', width: 180, ellipsis: true },
        {
          title: '原值',
          dataIndex: 'old',
          ellipsis: true,
          render: (old: string) => <span className="diff-old">{shown(old)}</span>,
        },
        showsReason
          ? { title: '不能修改的原因', dataIndex: 'refused' }
          : {
              title: '改为',
              dataIndex: 'new',
              ellipsis: true,
              render: (next: string) => <span className="diff-new">{shown(next)}</span>,
            },
      ]}
    />
  )
}

/** Who would be changed from what to what, and who would not be. */
export function BulkReview({ rows }: BulkReviewProps) {
  const { changing, refused } = partsOf(rows)
  const tabs = [
    {
      key: 'changing',
      label: `将修改 ${changing.length} 人`,
      children: <PeopleTable rows={changing} showsReason={false} />,
    },
    ...(refused.length === 0
      ? []
      : [
          {
            key: 'refused',
            label: `不能修改 ${refused.length} 人`,
            children: <PeopleTable rows={refused} showsReason />,
          },
        ]),
  ]
  return (
    <>
      {changing.length === 0 && <Alert type="warning" showIcon title="没有可以修改的人，请返回重新选择。" />}
      <Tabs size="small" items={tabs} />
    </>
  )
}
