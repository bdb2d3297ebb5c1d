import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type LostCaseDetail, restoreInput } from '#shared/contract/lostCases.ts'
import { lostFieldLabels as label } from '#shared/labels/lostCases.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface StepDialogProps {
  readonly detail: LostCaseDetail
  readonly onDone: (title: string) => void
  readonly onCancel: () => void
}

const fields = restoreInput.omit({ id: true, version: true })

/** 本人申请, 支部讨论, 上级批准: the three days 恢复党籍 rests on. */
export function RestoreDialog({ detail, onDone, onCancel }: StepDialogProps) {
  const restore = useCommand('lost.restore')
  const form = useForm<z.input<typeof fields>, unknown, z.output<typeof fields>>({
    resolver: zhResolver(fields),
    defaultValues: { appliedOn: null, discussedOn: null, approvedOn: '', approvedBy: null, doc: null },
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, restore.error)
  }, [restore.error, form])
  const submit = form.handleSubmit((input) =>
    restore.mutate(
      { id: detail.id, version: detail.version, ...input },
      { onSuccess: () => onDone('恢复党籍') },
    ),
  )
  return (
    <Dialog title={`登记恢复党籍：${detail.memberName}`} onClose={onCancel}>
      <form className="dialog-stack form-stacked" onSubmit={(event) => void submit(event)}>
        <p>登记后，花名册上的党籍状态改回“正常”，失联标记取消，从批准之日起重新计入党员数。</p>
        <PartialDateField control={control} name="appliedOn" label={label.restoreAppliedOn} wholeDay />
        <PartialDateField control={control} name="discussedOn" label={label.restoreDiscussedOn} wholeDay />
        <PartialDateField
          control={control}
          name="approvedOn"
          label={label.restoreApprovedOn}
          wholeDay
          required
        />
        <TextField control={control} name="approvedBy" label={label.restoreApprovedBy} />
        <TextField control={control} name="doc" label={label.restoreDoc} />
        {restore.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(restore.error)} />
        )}
        <DialogButtons confirmText="登记恢复党籍" busy={restore.isPending} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
