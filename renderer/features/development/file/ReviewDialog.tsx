import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { developmentRoutes } from '#shared/contract/development.ts'
import type { DevelopmentDetail, DevelopmentReviewRow } from '#shared/contract/developmentRows.ts'
import type { DevelopmentReviewKind } from '#shared/domain/development/records.ts'
import { developmentReviewLabels } from '#shared/labels/developmentRecords.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { today } from '../../../lib/today.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFileCommand } from './useFileCommand.ts'

const schema = developmentRoutes['development.saveReview'].input.omit({
  id: true,
  version: true,
  reviewId: true,
  kind: true,
})

interface ReviewDialogProps {
  readonly detail: DevelopmentDetail
  readonly kind: DevelopmentReviewKind
  readonly review: DevelopmentReviewRow | null
  readonly onClose: () => void
}

/** One review, or one thought report that was handed in. */
export function ReviewDialog({ detail, kind, review, onClose }: ReviewDialogProps) {
  const save = useFileCommand('development.saveReview')
  const label = developmentReviewLabels[kind]
  const isReport = kind === 'thoughtReport'
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: {
      reviewedOn: review?.reviewedOn ?? today(),
      contactOpinion: review?.contactOpinion ?? null,
      branchOpinion: review?.branchOpinion ?? null,
      signedBy: review?.signedBy ?? null,
    },
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((values) =>
    save.run(
      { id: detail.id, version: detail.version, reviewId: review?.id ?? null, kind, ...values },
      `已登记${label}`,
      onClose,
    ),
  )
  return (
    <Dialog title={label} onClose={onClose} width={560}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={label}
        onSubmit={(event) => void submit(event)}
      >
        <PartialDateField
          control={control}
          name="reviewedOn"
          label={isReport ? '收到日期' : '考察日期'}
          required
        />
        {!isReport && (
          <TextField
            control={control}
            name="contactOpinion"
            label={kind === 'activist' ? '培养联系人意见' : '入党介绍人意见'}
            rows={3}
            maxLength={500}
          />
        )}
        <TextField
          control={control}
          name="branchOpinion"
          label={isReport ? '主要内容、党支部意见' : '党支部意见'}
          rows={3}
          maxLength={500}
        />
        <TextField control={control} name="signedBy" label={isReport ? '收件人' : '签名人'} maxLength={50} />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
