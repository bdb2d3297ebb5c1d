import { type ReactNode, useId, useState } from 'react'
import type { Finding } from '#shared/domain/finding.ts'
import { ruleId } from './ruleId.ts'
import { SeverityTag } from './SeverityTag.tsx'
import './findings.css'

interface FindingNoteProps {
  readonly finding: Finding
  /** The reason somebody gave for leaving it so; null or absent when nobody did. */
  readonly overriddenReason?: string | null
  /** Opens the dialog that asks for the reason; absent where it cannot be answered for. */
  readonly onKeep?: () => void
  readonly onWithdrawKeep?: () => void
  readonly actions?: ReactNode
}

export function FindingNote({
  finding,
  overriddenReason = null,
  onKeep,
  onWithdrawKeep,
  actions,
}: FindingNoteProps) {
  const [open, setOpen] = useState(false)
  const basisId = useId()
  const kept = overriddenReason !== null
  const rule = ruleId(finding.code)
  return (
    <div className={`finding finding-${finding.severity}${kept ? ' finding-kept' : ''}`}>
      <div className="finding-head">
        <SeverityTag severity={finding.severity} />
        <div className="finding-message">{finding.message}</div>
      </div>
      {kept && <div className="finding-foot">已说明原因保留：{overriddenReason}</div>}
      <div className="finding-foot">
        {rule !== null && <span>{rule}</span>}
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          aria-controls={basisId}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起依据' : '查看依据'}
        </button>
        {!kept && onKeep !== undefined && (
          <button type="button" className="link-button" onClick={onKeep}>
            说明原因后保留
          </button>
        )}
        {kept && onWithdrawKeep !== undefined && (
          <button type="button" className="link-button" onClick={onWithdrawKeep}>
            取消保留
          </button>
        )}
        {actions}
      </div>
      <div className="finding-basis" id={basisId} hidden={!open}>
        依据：{finding.basis}
      </div>
    </div>
  )
}
