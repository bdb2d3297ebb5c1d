import type { EnterpriseDetail } from '#shared/contract/enterprises.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface TrashEnterpriseDialogProps {
  readonly detail: EnterpriseDetail
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function TrashEnterpriseDialog({ detail, onDone, onCancel }: TrashEnterpriseDialogProps) {
  // Quiet until the page is left: asked again, it would not be found.
  const trash = useCommand('enterprises.trash', { quiet: true })
  const { id, version, fields } = detail
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${fields.name}”到回收站`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：已注销、迁出辖区、重复登记' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) => trash.mutate({ id, version, reason }, { onSuccess: onDone })}
    >
      <p>删除后不再计入覆盖率，可以在回收站恢复。</p>
    </ConfirmDialog>
  )
}
