import type { OrganizationFinding } from '#shared/contract/organizations.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface KeepFindingDialogProps {
  readonly organizationId: string
  readonly finding: OrganizationFinding | null
  readonly onClose: () => void
}

/** The rules warn and never decide: whoever leaves it so says why, and the reason is kept. */
export function KeepFindingDialog({ organizationId, finding, onClose }: KeepFindingDialogProps) {
  const keep = useCommand('findings.override')
  const close = (): void => {
    keep.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      open={finding !== null}
      title="说明原因后保留"
      confirmText="保留"
      reason={{ label: '原因', placeholder: '如：经上级党委批准，文号……' }}
      busy={keep.isPending}
      error={keep.error}
      onCancel={close}
      onConfirm={(reason) => {
        if (finding === null) return
        keep.mutate(
          { subject: 'organization', subjectId: organizationId, code: finding.code, reason },
          { onSuccess: close },
        )
      }}
    >
      <p>{finding?.message}</p>
      <p className="muted small">保留后不再计入提示数，原因随时可查，也可以取消保留。</p>
    </ConfirmDialog>
  )
}
