import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { FollowUpRow } from '#shared/contract/meetingRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { meetingTarget } from './completionView.ts'

const schema = z.strictObject({
  closedOn: dateOnlySchema,
  result: z.string().max(500, '最多 500 个字').nullable(),
})

interface CloseFollowUpDialogProps {
  readonly row: FollowUpRow
  readonly onClose: () => void
}

/** 办结: when and with what result; what was closed by mistake is opened again here. */
export function CloseFollowUpDialog({ row, onClose }: CloseFollowUpDialogProps) {
  const { id, version, what, personName, dueOn, closedOn, result } = row
  const undo = useUndo()
  const close = useCommand('meetings.closeFollowUp')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { closedOn: closedOn ?? today(), result },
  })
  useEffect(() => {
    showFieldErrors(form, close.error)
  }, [close.error, form])
  const done = (words: string) => ({
    onSuccess: () => {
      undo.done(words, meetingTarget)
      onClose()
    },
  })
  const submit = form.handleSubmit((values) => close.mutate({ id, version, ...values }, done('已办结')))
  const reopen = () => close.mutate({ id, version, closedOn: null, result: null }, done('已重新打开'))
  return (
    <Dialog title="办结落实事项" onClose={onClose} onShown={() => form.setFocus('result')}>
      <form
        className="dialog-stack form-stacked"
        noValidate
        aria-label="办结落实事项"
        onSubmit={(event) => void submit(event)}
      >
        <p>
          {what}
          <span className="muted">
            {personName === null ? '' : `　责任人 ${personName}`}
            {dueOn === null ? '' : `　期限 ${formatPartialDate(dueOn)}`}
          </span>
        </p>
        <PartialDateField control={form.control} name="closedOn" label="办结日期" required wholeDay />
        <TextField control={form.control} name="result" label="结果" rows={3} maxLength={500} />
        {close.error !== null && <Alert type="error" showIcon role="alert" title={errorText(close.error)} />}
        {closedOn !== null && (
          <div>
            <Button onClick={reopen} loading={close.isPending}>
              还没有办结，重新打开
            </Button>
          </div>
        )}
        <DialogButtons confirmText="办结" busy={close.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
