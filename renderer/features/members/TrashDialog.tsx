import { Table } from 'antd'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { MemberListRow } from '#shared/contract/members.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { fetchRange, selectionLimit } from './listRows.ts'
import type { MemberQuery } from './listView.ts'
import type { SelectedRows } from './useSelection.ts'

interface TrashDialogProps {
  readonly query: MemberQuery
  readonly selected: SelectedRows
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

/** Rows selected by id alone came from "select all", so the list itself holds them. */
function useWholeRows(query: MemberQuery, selected: SelectedRows) {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['members', 'selectedRows', query, [...selected.keys()]],
    gcTime: 0,
    queryFn: async () => {
      const known = [...selected.values()].filter((row) => row !== null)
      if (known.length === selected.size) return known
      const everybody = await fetchRange(client, query, 0, selectionLimit - 1)
      return everybody.filter((row) => selected.has(row.id))
    },
  })
}

export function TrashDialog({ query, selected, onDone, onCancel }: TrashDialogProps) {
  const people = useWholeRows(query, selected)
  const trash = useCommand('members.trash')
  const members = (people.data ?? []).map(({ id, version }) => ({ id, version }))
  return (
    <ConfirmDialog
      open
      danger
      title={`删除 ${selected.size.toLocaleString('zh-CN')} 名党员到回收站`}
      confirmText={`删除 ${selected.size.toLocaleString('zh-CN')} 人`}
      reason={{ label: '删除原因', placeholder: '如：重复录入、不属于本街道' }}
      busy={trash.isPending}
      confirmDisabled={members.length !== selected.size}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => trash.mutate({ members, reason }, { onSuccess: ({ count }) => onDone(count) })}
    >
      <div>删除后不再计入名册和统计，可以在回收站恢复。已故、转出、出党的党员不要删除，请改党籍状态。</div>
      <QueryBoundary query={people} what="查看党员" lines={3}>
        {(rows) => (
          <Table<MemberListRow>
            size="small"
            rowKey="id"
            dataSource={[...rows]}
            pagination={{ pageSize: 5, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
            columns={[
              { title: '姓名', ellipsis: true, render: (_, row) => row.record.name },
              { title: '所在党支部', ellipsis: true, dataIndex: 'organizationName' },
              {
                title: '身份证号',
                width: '13em',
                render: (_, row) => <span className="number nowrap">{row.record.idNo}</span>,
              },
            ]}
          />
        )}
      </QueryBoundary>
    </ConfirmDialog>
  )
}
