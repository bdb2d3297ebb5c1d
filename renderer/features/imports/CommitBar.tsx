import { Progress } from 'antd'
import type { ReactNode } from 'react'
import { useJobProgress } from '../../lib/jobs.ts'

interface CommitBarProps {
  /** What will happen, in words. */
  readonly words: string
  /** Quieter, after the words. */
  readonly note: string
  readonly computing: { readonly jobId: string | null; readonly onCancel: () => void } | null
  readonly children: ReactNode
}

function Computing({ jobId, onCancel }: { readonly jobId: string | null; readonly onCancel: () => void }) {
  const progress = useJobProgress(jobId)
  const total = progress?.total ?? null
  const percent = progress === null || total === null || total === 0 ? null : (progress.done / total) * 100
  return (
    <span className="import-computing">
      <span>正在按新的选择重新核对…</span>
      <Progress
        className="import-computing-bar"
        size="small"
        aria-label="重新核对的进度"
        percent={percent === null ? 100 : Math.floor(percent)}
        status="active"
        showInfo={false}
      />
      <button type="button" className="link-button" onClick={onCancel}>
        取消这次改动
      </button>
    </span>
  )
}

/** Stays in sight below the wizard: what will happen, and the way on. */
export function CommitBar({ words, note, computing, children }: CommitBarProps) {
  return (
    <footer className="import-commit-bar" aria-label="入库">
      <output className="import-commit-words" aria-live="polite">
        {computing === null ? (
          <>
            <strong>{words}</strong>
            <span className="muted small">{note}</span>
          </>
        ) : (
          <Computing {...computing} />
        )}
      </output>
      <div className="import-commit-actions">{children}</div>
    </footer>
  )
}
