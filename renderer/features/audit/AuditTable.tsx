import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import { viaLabels } from '#shared/labels/activities.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { EntryDetail } from './EntryDetail.tsx'
import { beyondTitle } from './entryText.ts'

interface AuditTableProps {
  readonly rows: readonly AuditEntry[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}

const columns: TableColumnsType<AuditEntry> = [
  {
    title: '序号',
    key: 'seq',
    width: '6em',
    align: 'right',
    render: (_, { seq }) => <span className="number">{seq.toLocaleString('zh-CN')}</span>,
  },
  {
    title: '时间',
    key: 'at',
    width: '11em',
    render: (_, { at }) => <span className="number">{formatInstant(at)}</span>,
  },
  {
    title: '操作人',
    key: 'account',
    width: '10em',
    ellipsis: true,
    render: (_, { accountName }) => <span title={accountName}>{accountName}</span>,
  },
  {
    title: '角色',
    key: 'role',
    width: '9em',
    render: (_, { role }) => (role === null ? '' : roleLabels[role]),
  },
  { title: '从哪里', key: 'via', width: '6em', render: (_, { via }) => viaLabels[via] },
  {
    title: '操作',
    key: 'what',
    render: (_, entry) => <What entry={entry} />,
  },
  {
    title: '记录数',
    key: 'count',
    width: '6em',
    align: 'right',
    render: (_, { changeCount }) => <span className="number">{changeCount.toLocaleString('zh-CN')}</span>,
  },
]

function What({ entry }: { readonly entry: AuditEntry }) {
  const text = beyondTitle(entry)
  return (
    <span className="audit-what">
      {entry.isReplaced && <span className="audit-replaced">恢复前的日志</span>}
      {entry.title}
      {entry.undoes !== null && <span className="muted">（针对第 {entry.undoes} 条）</span>}
      {text !== null && <span className="audit-detail">{text}</span>}
    </span>
  )
}

function detailOf(entry: AuditEntry) {
  return <EntryDetail entry={entry} />
}

/** Newest first; a row opens to what was changed. */
export function AuditTable({ rows, total, page, pageSize, onPage }: AuditTableProps) {
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (hash: string): void =>
    setOpen(open.includes(hash) ? open.filter((each) => each !== hash) : [...open, hash])
  return (
    <Table<AuditEntry>
      className="audit-table"
      size="small"
      rowKey="hash"
      tableLayout="fixed"
      columns={columns}
      dataSource={[...rows]}
      onRow={({ hash }) => ({
        onClick: (event) => {
          const isControl = event.target instanceof Element && event.target.closest('a, button') !== null
          if (!isControl && window.getSelection()?.isCollapsed !== false) toggle(hash)
        },
      })}
      expandable={{
        expandedRowKeys: [...open],
        onExpand: (_, { hash }) => toggle(hash),
        expandedRowRender: detailOf,
      }}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
    />
  )
}
