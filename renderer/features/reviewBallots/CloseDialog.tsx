import type { ReactNode } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface CloseDialogProps {
  readonly batch: BatchDetail
  readonly busy: boolean
  readonly error: unknown
  readonly children: ReactNode
  readonly onCancel: () => void
  readonly onConfirm: () => void
}

/** The last look before a batch is counted for good. */
export function CloseDialog({ batch, busy, error, children, onCancel, onConfirm }: CloseDialogProps) {
  const { issued, returned } = batch
  const rate = issued === 0 ? '' : `，收回率 ${formatPercent({ numerator: returned, denominator: issued })}`
  return (
    <ConfirmDialog
      open
      title="完成计票"
      confirmText="完成计票"
      busy={busy}
      error={error}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <p>
        发出 {issued} 张，收回 {returned} 张{rate}。
      </p>
      {children}
    </ConfirmDialog>
  )
}
