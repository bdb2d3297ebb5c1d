import { Button, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { TrashRow } from '#shared/contract/members.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useToast } from '../../ui/useToast.ts'
import './members.css'

const pageSize = 100

interface TrashTableProps {
  readonly rows: readonly TrashRow[]
  readonly total: number
  readonly page: number
  readonly onPage: (page: number) => void
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  readonly onRestore: (ids: readonly string[]) => void
  readonly isBusy: boolean
}

function TrashTable(props: TrashTableProps) {
  const { rows, total, page, onPage, chosen, onChoose, onRestore, isBusy } = props
  return (
    <Table<TrashRow>
      size="small"
      rowKey="id"
      dataSource={[...rows]}
      rowSelection={{
        selectedRowKeys: [...chosen],
        preserveSelectedRowKeys: true,
        onChange: (keys) => onChoose(keys.map(String)),
        getCheckboxProps: (row) => ({ 'aria-label': `选择 ${row.name}` }),
      }}
      pagination={{
        current: page,
        pageSize,
        total,
        hideOnSinglePage: true,
        showSizeChanger: false,
        onChange: onPage,
      }}
      columns={[
        {
          title: '姓名',
          dataIndex: 'name',
          width: 160,
          ellipsis: true,
          render: (name: string, row) => <Link to={`/members/${row.id}`}>{name}</Link>,
        },
        {
          title: '身份证号',
          dataIndex: 'maskedIdNo',
          width: 210,
          render: (masked: string) => <span className="number">{masked}</span>,
        },
        { title: '所在党支部', dataIndex: 'organizationName', ellipsis: true },
        {
          title: '删除时间',
          dataIndex: 'deletedAt',
          width: 170,
          render: (_, row) => <span className="number">{formatInstant(row.deletedAt)}</span>,
        },
        { title: '删除原因', dataIndex: 'deletedReason', ellipsis: true },
        {
          title: '操作',
          key: 'actions',
          width: 80,
          render: (_, row) => (
            <Button
              type="link"
              size="small"
              disabled={isBusy}
              aria-label={`恢复 ${row.name}`}
              onClick={() => onRestore([row.id])}
            >
              恢复
            </Button>
          ),
        },
      ]}
    />
  )
}

export function MemberTrashPage() {
  const toast = useToast()
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const trash = useCall(
    'members.listTrash',
    { offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  )
  const restore = useCommand('members.restore')
  const onRestore = (ids: readonly string[]) =>
    restore.mutate(
      { ids: [...ids] },
      {
        onSuccess: ({ count }) => {
          setChosen(chosen.filter((id) => !ids.includes(id)))
          setPage(1)
          toast.success(`已恢复 ${count} 人`)
        },
        onError: toast.failure,
      },
    )
  return (
    <Page
      title="回收站"
      subtitle={trash.isSuccess ? `共 ${trash.data.total.toLocaleString('zh-CN')} 人` : ''}
      actions={
        chosen.length > 0 && (
          <>
            <span aria-live="polite">已选 {chosen.length} 人</span>
            <Button onClick={() => setChosen([])}>取消选择</Button>
            <Button type="primary" loading={restore.isPending} onClick={() => onRestore(chosen)}>
              恢复所选
            </Button>
          </>
        )
      }
    >
      <QueryBoundary query={trash} what="查看回收站">
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title="回收站是空的"
              text="从名册删除的党员会先到这里，记着删除的时间和原因，随时可以恢复。"
              actions={<Link to="/members">返回党员花名册</Link>}
            />
          ) : (
            <TrashTable
              rows={rows}
              total={total}
              page={page}
              onPage={setPage}
              chosen={chosen}
              onChoose={setChosen}
              onRestore={onRestore}
              isBusy={restore.isPending}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}
