import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { BatchDetail, BatchFields } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { useAccount } from '../../lib/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { BatchFieldRows } from './BatchFieldRows.tsx'
import { type BatchForm, batchSchema, blankBatch, formOf } from './batchForm.ts'
import { batchAddress } from './batchWords.ts'

interface OpenBatchDialogProps {
  readonly campaign: CampaignDetail
  /** An open batch to be changed; absent for a new one. */
  readonly batch?: BatchDetail
  readonly onClose: () => void
}

/** A batch of ballots: to whom they went, on whom, how many, and how they are counted. */
export function OpenBatchDialog({ campaign, batch, onClose }: OpenBatchDialogProps) {
  const navigate = useNavigate()
  const open = useCommand('reviewBallots.open')
  const update = useCommand('reviewBallots.update')
  // A campaign from above is held by another; a clerk holds the ballots of his own.
  const ownId = useAccount()?.organizationId ?? ''
  const form = useForm<BatchForm, unknown, BatchFields>({
    resolver: zhResolver(batchSchema),
    defaultValues:
      batch === undefined
        ? blankBatch(campaign, campaign.isOwn ? campaign.organizationId : ownId)
        : formOf(batch.fields),
  })
  const error = batch === undefined ? open.error : update.error
  useEffect(() => {
    showFieldErrors(form, error, 'fields.')
  }, [error, form])
  const submit = form.handleSubmit((fields) => {
    if (batch !== undefined)
      return update
        .mutateAsync({ id: batch.id, version: batch.version, fields })
        .then(onClose, () => undefined)
    return open.mutateAsync({ fields }).then(
      ({ id }) => void navigate(batchAddress(id)),
      () => undefined,
    )
  })
  const title = batch === undefined ? '登记一批测评票' : '修改这批测评票'
  return (
    <Dialog title={title} width={860} onClose={onClose}>
      <form className="dialog-stack form-stacked" aria-label={title} onSubmit={(event) => void submit(event)}>
        <BatchFieldRows campaign={campaign} form={form} isNew={batch === undefined} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons
          confirmText={batch === undefined ? '登记' : '保存'}
          busy={open.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
