import { App, Button } from 'antd'
import { useState } from 'react'
import { errorText } from '../../lib/errorText.ts'
import { useHasRight } from '../../lib/session.ts'
import { memberTarget, useUndo } from '../../ui/undo.ts'
import { selectionLimit } from './listRows.ts'
import type { MemberQuery } from './listView.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { SetFieldDialog } from './SetFieldDialog.tsx'
import { TrashDialog } from './TrashDialog.tsx'
import type { Selection } from './useSelection.ts'

interface BulkBarProps {
  readonly query: MemberQuery
  readonly total: number
  readonly selection: Selection
  readonly onSelectAll: () => void
}

type Action = 'move' | 'set' | 'trash'

const people = (count: number) => `${count.toLocaleString('zh-CN')} 人`

/** Selects everybody shown and says so when that cannot be. */
export function useSelectAll(selection: Selection, total: number): () => void {
  const { message } = App.useApp()
  return () => {
    if (total > selectionLimit) {
      message.warning(`一次最多选择 ${people(selectionLimit)}，现有 ${people(total)}，请先用筛选缩小范围。`)
      return
    }
    selection.selectAll().then(
      (ok) => ok || message.warning(`一次最多选择 ${people(selectionLimit)}，请先用筛选缩小范围。`),
      (error: unknown) => message.error(errorText(error)),
    )
  }
}

export function BulkBar({ query, total, selection, onSelectAll }: BulkBarProps) {
  const undo = useUndo()
  const canWrite = useHasRight('member.write')
  const [action, setAction] = useState<Action | null>(null)
  const count = selection.rows.size
  const ids = [...selection.rows.keys()]
  const close = () => setAction(null)
  const finish = (words: string) => (done: number) => {
    setAction(null)
    selection.clear()
    undo.done(`${words} ${people(done)}`, memberTarget)
  }
  return (
    <fieldset className="bulk-bar" aria-label="批量操作">
      <span aria-live="polite">已选 {people(count)}</span>
      {count < total && (
        <Button type="link" size="small" onClick={onSelectAll}>
          选择全部 {people(total)}
        </Button>
      )}
      <Button type="link" size="small" onClick={selection.clear}>
        取消选择
      </Button>
      {canWrite && (
        <span className="bulk-actions">
          <Button onClick={() => setAction('move')}>调整支部</Button>
          <Button onClick={() => setAction('set')}>设置字段</Button>
          <Button danger onClick={() => setAction('trash')}>
            删除到回收站
          </Button>
        </span>
      )}
      {action === 'move' && <MoveDialog ids={ids} onDone={finish('已调整')} onCancel={close} />}
      {action === 'set' && <SetFieldDialog ids={ids} onDone={finish('已修改')} onCancel={close} />}
      {action === 'trash' && (
        <TrashDialog
          query={query}
          selected={selection.rows}
          onDone={finish('已删除到回收站')}
          onCancel={close}
        />
      )}
    </fieldset>
  )
}
