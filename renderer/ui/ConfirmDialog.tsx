import { Alert, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { errorText } from '../lib/errorText.ts'
import { Dialog } from './Dialog.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { FormRow } from './FormRow.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** A verb: 删除, 移动. */
  readonly confirmText: string
  /** What will happen, in words. */
  readonly children?: ReactNode
  /** Asks for typed words before it can be confirmed. */
  readonly reason?: { readonly label: string; readonly placeholder?: string; readonly max?: number }
  readonly danger?: boolean
  readonly busy?: boolean
  readonly confirmDisabled?: boolean
  /** Shown inside the dialog that caused it. */
  readonly error?: unknown
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onCancel}>
      <ConfirmBody {...props} />
    </Dialog>
  )
}

function ConfirmBody(props: ConfirmDialogProps) {
  const { confirmText, children, reason, danger = false, busy = false, error, onConfirm, onCancel } = props
  const [text, setText] = useState('')
  const isReady = props.confirmDisabled !== true && (reason === undefined || text.trim() !== '')
  return (
    <form
      className="dialog-stack form-stacked"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !busy) onConfirm(text.trim())
      }}
    >
      {children}
      {reason !== undefined && (
        <FormRow label={reason.label} required>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={2}
              maxLength={reason.max ?? 200}
              placeholder={reason.placeholder ?? ''}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FormRow>
      )}
      {error !== undefined && error !== null && (
        <Alert type="error" showIcon role="alert" title={errorText(error)} />
      )}
      <DialogButtons
        confirmText={confirmText}
        danger={danger}
        busy={busy}
        disabled={!isReady}
        onCancel={onCancel}
      />
    </form>
  )
}
