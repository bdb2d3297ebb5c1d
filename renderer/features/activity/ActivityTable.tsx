import { Table } from 'antd'
import { useEffect, useState } from 'react'
import type { Activity } from '#shared/contract/activity.ts'
import { useHasRight } from '../../lib/session.ts'
import { EntryChanges } from '../../ui/EntryChanges.tsx'
import { useUndo } from '../../ui/undo.ts'
import { activityColumns } from './activityColumns.tsx'

interface ActivityTableProps {
  readonly rows: readonly Activity[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
  /** Opened and brought into view at first. */
  readonly openAt: number | null
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button') !== null
}

function changesOf(entry: Activity) {
  return <EntryChanges route="activity.changes" seq={entry.seq} />
}

export function ActivityTable({ rows, total, page, pageSize, onPage, openAt }: ActivityTableProps) {
  const canUndo = useHasRight('activity.undo')
  const undo = useUndo()
  const [open, setOpen] = useState<readonly number[]>(openAt === null ? [] : [openAt])
  const toggle = (seq: number): void =>
    setOpen(open.includes(seq) ? open.filter((each) => each !== seq) : [...open, seq])
  useEffect(() => {
    if (openAt !== null)
      document.querySelector(`[data-row-key="${openAt}"]`)?.scrollIntoView({ block: 'center' })
  }, [openAt])
  return (
    <Table<Activity>
      className="activity-table"
      size="small"
      rowKey="seq"
      tableLayout="fixed"
      dataSource={[...rows]}
      columns={activityColumns(canUndo ? undo.ask : null)}
      rowClassName={(entry) => (entry.seq === openAt ? 'activity-row-pointed' : '')}
      onRow={(entry) => ({
        onClick: (event) => {
          if (!isControl(event.target) && window.getSelection()?.isCollapsed !== false) toggle(entry.seq)
        },
      })}
      expandable={{
        expandedRowKeys: [...open],
        onExpand: (_, entry) => toggle(entry.seq),
        expandedRowRender: changesOf,
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
