import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { FormRow } from '#shared/contract/developmentRegisters.ts'
import { partialDateSchema } from '#shared/contract/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

const schema = z.strictObject({
  voidedOn: partialDateSchema,
  reason: z.string().min(1, '请填写原因').max(200, '最多 200 个字'),
})

interface VoidDialogProps {
  readonly row: FormRow
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Spoilt or lost: the number stays in the register and is never used again. */
export function VoidDialog({ row: { id, version, serialNo }, onDone, onClose }: VoidDialogProps) {
  const voiding = useCommand('forms.void')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { voidedOn: today(), reason: '' },
  })
  useEffect(() => {
    showFieldErrors(form, voiding.error)
  }, [voiding.error, form])
  const submit = form.handleSubmit((values) =>
    voiding.mutate({ id, version, ...values }, { onSuccess: onDone }),
  )
  return (
    <Dialog title={`作废志愿书“${serialNo}”`} onShown={() => form.setFocus('reason')} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="作废志愿书"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">写坏、污损、丢失的作废。编号留在登记簿里，不再使用。</p>
        <PartialDateField control={form.control} name="voidedOn" label="作废日期" required />
        <TextField control={form.control} name="reason" label="原因" required rows={2} maxLength={200} />
        {voiding.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(voiding.error)} />
        )}
        <DialogButtons confirmText="作废" busy={voiding.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
