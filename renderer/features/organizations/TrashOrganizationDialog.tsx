import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

interface TrashOrganizationDialogProps {
  readonly subject: OrganizationNode
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** For what was entered by mistake; an organisation that really ended is dissolved instead. */
export function TrashOrganizationDialog({ subject, onDone, onCancel }: TrashOrganizationDialogProps) {
  // Quiet until its panel is left: asked again, it would not be found.
  const trash = useCommand('organizations.trash', { quiet: true })
  return (
    <ConfirmDialog
      open
      danger
      title={`删除“${subject.shortName}”到回收站`}
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：重复录入、录错了' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onCancel}
      onConfirm={(reason) =>
        trash.mutate({ id: subject.id, version: subject.version, reason }, { onSuccess: onDone })
      }
    >
      <p>
        只用于录错的党组织：删除后连同它下面的党小组移到回收站，可以恢复。还有党员或下级党组织时不能删除。
      </p>
      <p className="muted">真正撤销的党组织不要删除，请用“更多 › 撤销”，记录和文号会保留下来。</p>
    </ConfirmDialog>
  )
}
