import { Alert, Radio } from 'antd'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
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
import { FormRow as Row } from '../../ui/FormRow.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

const schema = z.strictObject({
  isFiled: z.boolean(),
  returnedOn: partialDateSchema,
  remark: z.string().max(200, '最多 200 个字').nullable(),
})

interface TakeBackDialogProps {
  readonly row: FormRow
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A booklet comes back: filled in and filed, or unused. */
export function TakeBackDialog({ row, onDone, onClose }: TakeBackDialogProps) {
  const { id, version, serialNo, file } = row
  const takeBack = useCommand('forms.takeBack')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { isFiled: true, returnedOn: today(), remark: null },
  })
  useEffect(() => {
    showFieldErrors(form, takeBack.error)
  }, [takeBack.error, form])
  const submit = form.handleSubmit((values) =>
    takeBack.mutate({ id, version, ...values }, { onSuccess: onDone }),
  )
  return (
    <Dialog title={`收回志愿书“${serialNo}”`} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="收回志愿书"
        onSubmit={(event) => void submit(event)}
      >
        {file !== null && (
          <p className="muted">
            发给 {file.name}（{file.organizationName}）
          </p>
        )}
        <Row label="怎样收回" as="group" required>
          {() => (
            <Controller
              control={form.control}
              name="isFiled"
              render={({ field }) => (
                <Radio.Group
                  name={field.name}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={(event) => field.onChange(event.target.value === true)}
                  options={[
                    { value: true, label: '填好的，归入本人档案' },
                    { value: false, label: '没有使用，退回' },
                  ]}
                />
              )}
            />
          )}
        </Row>
        <PartialDateField control={form.control} name="returnedOn" label="收回日期" required />
        <TextField control={form.control} name="remark" label="说明" maxLength={200} />
        {takeBack.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(takeBack.error)} />
        )}
        <DialogButtons confirmText="收回" busy={takeBack.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
