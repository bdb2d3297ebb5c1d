import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { BulkReview, partsOf } from './BulkReview.tsx'
import type { BulkChange } from './bulkChange.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface BulkChangeDialogProps {
  readonly title: string
  readonly ids: readonly string[]
  /** Null while it is not complete. */
  readonly change: BulkChange | null
  /** The form that makes the change. */
  readonly children: ReactNode
  readonly onDone: (count: number) => void
  readonly onCancel: () => void
}

interface ReviewProps extends Pick<BulkChangeDialogProps, 'ids' | 'onDone' | 'onCancel'> {
  readonly change: BulkChange
  readonly onBack: () => void
}

function Review({ ids, change, onDone, onCancel, onBack }: ReviewProps) {
  const preview = useCall('members.previewBulk', { ids: [...ids], change }, { fresh: true })
  const apply = useCommand('members.applyBulk')
  return (
    <QueryBoundary query={preview} what="批量修改">
      {({ rows }) => {
        const { changing } = partsOf(rows)
        const members = changing.map(({ id, version }) => ({ id, version }))
        return (
          <div className="dialog-stack">
            <BulkReview rows={rows} />
            {apply.isError && (
              <Alert
                type="error"
                showIcon
                role="alert"
                title={
                  apply.error.code === 'STALE_WRITE'
                    ? '其中有人的记录刚被修改过，一个也没有改。请重新核对后再执行。'
                    : errorText(apply.error)
                }
                action={
                  apply.error.code === 'STALE_WRITE' ? (
                    <Button
                      size="small"
                      onClick={() => {
                        apply.reset()
                        void preview.refetch()
                      }}
                    >
                      重新核对
                    </Button>
                  ) : null
                }
              />
            )}
            <div className="dialog-buttons">
              <Button onClick={onCancel}>取消</Button>
              <Button onClick={onBack}>上一步</Button>
              <Button
                type="primary"
                disabled={members.length === 0}
                loading={apply.isPending}
                onClick={() => apply.mutate({ members, change }, { onSuccess: ({ count }) => onDone(count) })}
              >
                修改 {members.length.toLocaleString('zh-CN')} 人
              </Button>
            </div>
          </div>
        )
      }}
    </QueryBoundary>
  )
}

/** Choose, then look at every old -> new, then do it. */
export function BulkChangeDialog(props: BulkChangeDialogProps) {
  const { title, ids, change, children, onCancel } = props
  const [reviewed, setReviewed] = useState<BulkChange | null>(null)
  return (
    <Dialog title={title} width={reviewed === null ? 520 : 860} className="bulk-dialog" onClose={onCancel}>
      {reviewed === null ? (
        <form
          className="dialog-stack form-stacked"
          onSubmit={(event) => {
            event.preventDefault()
            if (change !== null) setReviewed(change)
          }}
        >
          <div className="muted">已选 {ids.length.toLocaleString('zh-CN')} 人</div>
          {children}
          <div className="dialog-buttons">
            <Button onClick={onCancel}>取消</Button>
            <Button type="primary" htmlType="submit" disabled={change === null}>
              下一步：核对
            </Button>
          </div>
        </form>
      ) : (
        <Review {...props} change={reviewed} onBack={() => setReviewed(null)} />
      )}
    </Dialog>
  )
}
