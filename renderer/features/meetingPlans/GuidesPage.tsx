import { Button, Table } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { TopicGuideRow } from '#shared/contract/meetingPlans.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { GuideDialog } from './GuideDialog.tsx'
import { guideColumns, GuideText } from './guideColumns.tsx'
import { guidesAddress, guideTarget } from './planView.ts'
import './plans.css'

interface Task {
  readonly do: 'edit' | 'trash'
  /** Null for a new one. */
  readonly row: TopicGuideRow | null
}

const textOf = (row: TopicGuideRow) => <GuideText row={row} />

const lesser = ['docNo', 'organization']

/** 主题提示: what the street suggests for the branches' 主题党日, month by month. */
export function GuidesPage() {
  const [params] = useSearchParams()
  const year = yearOf(params)
  const [task, setTask] = useState<Task | null>(null)
  const canWrite = useHasRight('member.write')
  const list = useCall('topicGuides.list', { year }, { keepPrevious: true })
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = tree.data?.nodes ?? []
  const own = new Set(nodes.map(({ id }) => id))
  const columns = useFittingColumns(
    guideColumns(
      canWrite
        ? {
            // What an organisation above has issued is read, not changed.
            mayChange: ({ organizationId }) => own.has(organizationId),
            onEdit: (row) => setTask({ do: 'edit', row }),
            onTrash: (row) => setTask({ do: 'trash', row }),
          }
        : null,
    ),
    lesser,
  )
  const add = () => setTask({ do: 'edit', row: null })
  useShortcut('Alt+N', '新建主题提示', add, canWrite)
  const button = (
    <Button type="primary" onClick={add}>
      新建主题提示
    </Button>
  )
  return (
    <Page
      title="主题提示"
      subtitle={`${year}年`}
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('guides')} />
            <div className="toolbar-end">
              <UndoLastButton target={guideTarget} />
            </div>
          </div>
          <Toolbar label="年份">
            <YearLinks year={year} to={guidesAddress} />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看主题提示" lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              title={`${year}年还没有主题提示`}
              text="每月写明主题党日的学习内容、活动建议和要求，导出成文件发给各党支部。"
              {...(canWrite ? { actions: button } : {})}
            />
          ) : (
            <Table<TopicGuideRow>
              size="small"
              rowKey="id"
              tableLayout="fixed"
              dataSource={rows.toSorted((a, b) => b.month - a.month)}
              columns={columns}
              pagination={false}
              expandable={{ expandedRowRender: textOf }}
            />
          )
        }
      </QueryBoundary>
      {task?.do === 'edit' && tree.isSuccess && (
        <GuideDialog
          nodes={nodes}
          year={year}
          row={task.row}
          taken={(list.data?.rows ?? []).map(({ month }) => month)}
          onClose={() => setTask(null)}
        />
      )}
      {task?.do === 'trash' && task.row !== null && (
        <TrashDialog row={task.row} onClose={() => setTask(null)} />
      )}
    </Page>
  )
}

function TrashDialog({ row, onClose }: { readonly row: TopicGuideRow; readonly onClose: () => void }) {
  const { id, version, title } = row
  const undo = useUndo()
  const trash = useCommand('topicGuides.trash')
  return (
    <ConfirmDialog
      open
      title={`删除主题提示“${title}”`}
      confirmText="删除"
      danger
      reason={{ label: '原因', placeholder: '如 重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done('已删除到回收站', guideTarget)
              onClose()
            },
          },
        )
      }
      onCancel={onClose}
    >
      <p>删除后进回收站，可以恢复。已经发出的文件不受影响。</p>
    </ConfirmDialog>
  )
}
