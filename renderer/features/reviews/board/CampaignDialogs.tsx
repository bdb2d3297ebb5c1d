import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { type CampaignFields, campaignInput } from '#shared/contract/reviewInputs.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { useUndo } from '../../../ui/undo.ts'
import type { CampaignDraft } from '../campaignForm.ts'
import { CampaignFieldRows } from '../CampaignFieldRows.tsx'

interface CampaignDialogProps {
  readonly campaign: CampaignDetail
  readonly onClose: () => void
}

/** Name, days, notice and steps of a campaign. */
export function EditCampaignDialog({ campaign, onClose }: CampaignDialogProps) {
  const undo = useUndo()
  const update = useCommand('reviews.update')
  const { id, version, fields: known } = campaign
  const form = useForm<CampaignDraft, unknown, CampaignFields>({
    resolver: zhResolver(campaignInput),
    defaultValues: { ...known, leftOutSteps: [...known.leftOutSteps] },
  })
  useEffect(() => {
    showFieldErrors(form, update.error, 'fields.')
  }, [update.error, form])
  const submit = form.handleSubmit((fields) =>
    update.mutate(
      { id, version, fields: { ...fields, leftOutSteps: [...fields.leftOutSteps] } },
      {
        onSuccess: () => {
          undo.done('已保存', reviewTarget)
          onClose()
        },
      },
    ),
  )
  return (
    <Dialog title="修改述职测评" width={860} onClose={onClose}>
      <EnterMovesOn className="dialog-stack" label="修改述职测评" onSubmit={(event) => void submit(event)}>
        <CampaignFieldRows form={form} />
        {update.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(update.error)} />
        )}
        <DialogButtons confirmText="保存" busy={update.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}

/** The whole campaign into the trash, with a reason. */
export function TrashCampaignDialog({ campaign, onClose }: CampaignDialogProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  // Quiet until the page is left: asked again, it would not be found.
  const trash = useCommand('reviews.trash', { quiet: true })
  const { id, version, name } = campaign
  return (
    <ConfirmDialog
      open
      danger
      title="删除述职测评到回收站"
      confirmText="删除到回收站"
      reason={{ label: '删除原因', placeholder: '如：重复建立、年度建错' }}
      busy={trash.isPending}
      error={trash.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        trash.mutate(
          { id, version, reason },
          {
            onSuccess: () => {
              undo.done('已删除到回收站', reviewTarget)
              void navigate('/reviews')
              void invalidateAfter(client, 'reviews.trash')
            },
          },
        )
      }
    >
      <p>“{name}”的方案、述职人、测评结果和整改清单一起进回收站，可以恢复。</p>
    </ConfirmDialog>
  )
}
