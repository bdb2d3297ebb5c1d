import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { partialDateSchema } from '#shared/contract/dates.ts'
import type { MobilityDetail } from '#shared/contract/mobility.ts'
import { mobilityEndings } from '#shared/domain/mobility.ts'
import { inflowStatusLabels, mobilityStatusLabels } from '#shared/labels/mobility.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

const schema = z.strictObject({
  status: z.enum(mobilityEndings),
  endedOn: partialDateSchema.nullable(),
  reason: z.string().max(200, '最多 200 个字').nullable(),
})

interface CloseDialogProps {
  readonly detail: MobilityDetail
  readonly onDone: (text: string) => void
  readonly onCancel: () => void
}

/** Ends a stay; the record stays in the book. */
export function CloseDialog({ detail, onDone, onCancel }: CloseDialogProps) {
  const close = useCommand('mobility.close')
  const labels = detail.direction === 'LC' ? mobilityStatusLabels : inflowStatusLabels
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { status: 'returned', endedOn: today(), reason: null },
  })
  useEffect(() => {
    showFieldErrors(form, close.error)
  }, [close.error, form])
  const submit = form.handleSubmit(({ status, endedOn, reason }) =>
    close.mutate(
      { id: detail.id, version: detail.version, ending: { status, on: endedOn, reason } },
      { onSuccess: () => onDone(`已登记“${detail.name}”${labels[status]}`) },
    ),
  )
  return (
    <Dialog
      title={`结束“${detail.name}”的流动记录`}
      onClose={onCancel}
      onShown={() => form.setFocus('endedOn')}
    >
      <form className="dialog-stack form-stacked" noValidate onSubmit={(event) => void submit(event)}>
        <p>
          {detail.direction === 'LC'
            ? '登记后花名册不再标为流动党员，这条记录和联系情况留在台账的“已结束”里。转出组织关系请在组织关系转接中办理，这里只记流动结束。'
            : '登记后不再提醒联系，这条记录留在台账的“已结束”里。组织关系转入后请在花名册登记此人。'}
        </p>
        <CodeSelect
          control={form.control}
          name="status"
          label="怎样结束"
          required
          entries={mobilityEndings.map((code) => ({ code, name: labels[code] }))}
        />
        <PartialDateField control={form.control} name="endedOn" label="日期" />
        <TextField control={form.control} name="reason" label="说明" maxLength={200} />
        {close.error !== null && <Alert type="error" showIcon role="alert" title={errorText(close.error)} />}
        <DialogButtons confirmText="登记" busy={close.isPending} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
