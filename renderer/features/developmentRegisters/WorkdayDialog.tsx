import { Alert, Button, Radio } from 'antd'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { registerTarget } from './registersView.ts'
import { type Workday, weekdayOf } from './workdays.ts'

const schema = z.strictObject({
  isWorkingDay: z.boolean(),
  name: z.string().max(50, '最多 50 个字').nullable(),
})

interface WorkdayDialogProps {
  readonly known: Workday
  readonly onClose: () => void
}

/** Whether one day is worked; what was set can be taken back. */
export function WorkdayDialog({ known, onClose }: WorkdayDialogProps) {
  const undo = useUndo()
  const set = useCommand('calendar.setDay')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { isWorkingDay: known.isWorkingDay, name: known.name },
  })
  const title = `${formatPartialDate(known.day)} 星期${'日一二三四五六'[weekdayOf(known.day)]}`
  const send = (isWorkingDay: boolean | null, name: string | null, words: string) =>
    set.mutate(
      { day: known.day, isWorkingDay, name },
      {
        onSuccess: () => {
          undo.done(words, registerTarget)
          onClose()
        },
      },
    )
  const submit = form.handleSubmit(({ isWorkingDay, name }) =>
    send(isWorkingDay, name, `已改：${title}${isWorkingDay ? '上班' : '休息'}`),
  )
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        <FormRow label="这一天" as="group">
          {() => (
            <Controller
              control={form.control}
              name="isWorkingDay"
              render={({ field }) => (
                <Radio.Group
                  name={field.name}
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={(event) => field.onChange(event.target.value === true)}
                  options={[
                    { value: true, label: '上班' },
                    { value: false, label: '休息' },
                  ]}
                />
              )}
            />
          )}
        </FormRow>
        <TextField
          control={form.control}
          name="name"
          label="名称"
          maxLength={50}
          placeholder="如 国庆节、调休上班"
        />
        <p className="muted">改了以后，所有人的公示期和到期日按新的日历重新计算。</p>
        {set.error !== null && <Alert type="error" showIcon role="alert" title={errorText(set.error)} />}
        {known.set !== null && (
          <Button disabled={set.isPending} onClick={() => send(null, null, `已恢复：${title}`)}>
            恢复为程序自带的日历
          </Button>
        )}
        <DialogButtons confirmText="保存" busy={set.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
