import type { BoardRow, CampaignDetail } from '#shared/contract/reviewRows.ts'
import { useCall, useCommand } from '../../../lib/queries.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { SubjectByHand } from './SubjectByHand.tsx'

interface SubjectDialogProps {
  readonly campaign: CampaignDetail
  readonly row: BoardRow
  readonly onClose: () => void
}

/** Another post, another organisation, another scheme. */
export function EditSubjectDialog({ campaign, row, onClose }: SubjectDialogProps) {
  const subject = useCall('reviews.subject', { id: row.id }, { fresh: true })
  return (
    <Dialog title={`修改述职人：${row.name}`} width={560} onClose={onClose}>
      <QueryBoundary query={subject} what="查看述职人" lines={5}>
        {(found) => (
          <SubjectByHand
            campaignId={campaign.id}
            schemes={campaign.schemes}
            subject={found}
            onClose={onClose}
          />
        )}
      </QueryBoundary>
    </Dialog>
  )
}

/** Takes a person out of the campaign, with what was registered of the steps. */
export function RemoveSubjectDialog({ campaign, row, onClose }: SubjectDialogProps) {
  const undo = useUndo()
  const remove = useCommand('reviews.removeSubject')
  return (
    <ConfirmDialog
      open
      danger
      title={`移除述职人：${row.name}`}
      confirmText="移除"
      reason={{ label: '移除原因', placeholder: '如：职务变动，不再述职；重复登记' }}
      busy={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        remove.mutate(
          { id: row.id, version: row.version, reason },
          {
            onSuccess: () => {
              undo.done('已移除述职人', reviewTarget)
              onClose()
            },
          },
        )
      }
    >
      <p>
        {row.name}（{row.organizationName}）不再列入“{campaign.name}
        ”，已登记的步骤、报告、点评和日常分一起移除，可以撤销。已收回测评票的不能移除。
      </p>
    </ConfirmDialog>
  )
}
