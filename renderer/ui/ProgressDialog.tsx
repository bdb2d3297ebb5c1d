import { Button, Progress } from 'antd'
import { useState } from 'react'
import { cancelJob, useJobProgress } from '../lib/jobs.ts'
import { Dialog } from './Dialog.tsx'

interface ProgressDialogProps {
  /** The running job; null closes the dialog. */
  readonly jobId: string | null
  readonly title: string
  /** Says what cancelling leaves behind. */
  readonly cancelHint?: string
  /** Absent when the job cannot be cancelled. */
  readonly canCancel?: boolean
}

export function ProgressDialog({ jobId, title, cancelHint, canCancel = true }: ProgressDialogProps) {
  const progress = useJobProgress(jobId)
  const [cancelledJob, setCancelledJob] = useState<string | null>(null)
  const isCancelling = jobId !== null && cancelledJob === jobId
  const total = progress?.total ?? null
  const percent = progress === null || total === null || total === 0 ? null : (progress.done / total) * 100
  const cancel = (id: string): void => {
    setCancelledJob(id)
    void cancelJob(id).catch(() => setCancelledJob(null))
  }
  return (
    <Dialog open={jobId !== null} title={title} onClose={null}>
      <div className="dialog-stack" aria-live="polite">
        <div>{isCancelling ? '正在取消…' : (progress?.label ?? '正在准备…')}</div>
        <Progress
          percent={percent === null ? 100 : Math.floor(percent)}
          status={percent === null ? 'active' : 'normal'}
          showInfo={percent !== null}
          aria-label={title}
        />
        <div className="muted small number">
          {progress !== null &&
            (total !== null || progress.done > 0) &&
            `${progress.done}${total === null ? '' : ` / ${total}`}`}
        </div>
        {canCancel && jobId !== null && (
          <div className="dialog-buttons">
            {cancelHint !== undefined && <span className="muted small">{cancelHint}</span>}
            <Button disabled={isCancelling} onClick={() => cancel(jobId)}>
              取消
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
