import type { ReactNode } from 'react'
import type { CallError } from '../../lib/callError.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface TrashDialogProps {
  readonly what: string
  readonly children: ReactNode
  readonly busy: boolean
  readonly error: CallError | null
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why a record goes to the trash. */
export function TrashDialog({ what, children, busy, error, onConfirm, onCancel }: TrashDialogProps) {
  return (
    <ConfirmDialog
      open
      danger
      title={`删除${what}到回收站`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：登错了支部、重复登记' }}
      busy={busy}
      error={error}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{children}</p>
    </ConfirmDialog>
  )
}
