import type { CallError } from '../../../lib/callError.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'

interface FinalChangeDialogProps {
  readonly open: boolean
  readonly busy: boolean
  readonly error: CallError | null
  readonly onCancel: () => void
  readonly onConfirm: (reason: string) => void
}

/** Asks why a final record is changed. */
export function FinalChangeDialog(props: FinalChangeDialogProps) {
  return (
    <ConfirmDialog
      {...props}
      title="修改已定稿的记录"
      confirmText="保存为新的一版"
      reason={{ label: '修改原因', placeholder: '如：补记弃权票数，原记录漏写' }}
    >
      改前的内容整份留作上一版，随时可以查看；街道检查过的，要重新检查。
    </ConfirmDialog>
  )
}
