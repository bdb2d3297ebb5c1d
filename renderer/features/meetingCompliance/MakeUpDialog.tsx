import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { AttendanceRow } from '#shared/contract/meetingRows.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { meetingTarget } from './completionView.ts'

const schema = z.strictObject({
  meetingId: z.string('请选择会议').min(1, '请选择会议'),
  madeUpOn: dateOnlySchema,
})

interface MakeUpDialogProps {
  readonly row: AttendanceRow
  readonly onClose: () => void
}

/** 补学, or 送学上门 of the frail: for which meeting, and when. */
export function MakeUpDialog({ row, onClose }: MakeUpDialogProps) {
  const { memberId, name, isFrail, toMakeUp } = row
  const undo = useUndo()
  const makeUp = useCommand('meetings.makeUp')
  const what = isFrail ? '送学上门' : '补学'
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { meetingId: toMakeUp[0]?.meetingId ?? '', madeUpOn: today() },
  })
  useEffect(() => {
    showFieldErrors(form, makeUp.error)
  }, [makeUp.error, form])
  const submit = form.handleSubmit(({ meetingId, madeUpOn }) => {
    const version = toMakeUp.find((each) => each.meetingId === meetingId)?.version
    if (memberId === null || version === undefined) return
    makeUp.mutate(
      { id: meetingId, version, memberId, madeUpOn },
      {
        onSuccess: () => {
          undo.done(`已登记${name}${what}`, meetingTarget)
          onClose()
        },
      },
    )
  })
  return (
    <Dialog title={`登记${name}${what}`} onClose={onClose} onShown={() => form.setFocus('madeUpOn')}>
      <form
        className="dialog-stack form-stacked"
        noValidate
        aria-label={`登记${what}`}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          {isFrail
            ? '高龄、失能党员没有到会的，送学上门后在这里登记日期。'
            : '请假的补学后在这里登记日期；会议记录里仍是请假。'}
        </p>
        <CodeSelect
          control={form.control}
          name="meetingId"
          label="哪次会议"
          required
          entries={toMakeUp.map(({ meetingId, heldOn, title }) => ({
            code: meetingId,
            name: `${formatDots(heldOn)} ${title}`,
          }))}
        />
        <PartialDateField control={form.control} name="madeUpOn" label={`${what}日期`} required wholeDay />
        {makeUp.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(makeUp.error)} />
        )}
        <DialogButtons confirmText="登记" busy={makeUp.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
