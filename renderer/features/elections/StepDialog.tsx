import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { ElectionDetail, ElectionStepRow } from '#shared/contract/electionRows.ts'
import { electionStepInput } from '#shared/contract/elections.ts'
import { approvalStep, meetingStep } from '#shared/domain/electionSteps.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionTarget } from './electionView.ts'

const schema = electionStepInput.omit({ id: true, version: true, stepNo: true })

interface StepDialogProps {
  readonly detail: ElectionDetail
  readonly step: ElectionStepRow
  readonly onClose: () => void
}

/** When a step was done and by which paper; emptied, the step is not done. */
export function StepDialog({ detail, step, onClose }: StepDialogProps) {
  const save = useCommand('elections.setStep')
  const undo = useUndo()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { doneOn: step.doneOn ?? today(), docNo: step.docNo, note: step.note },
  })
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { id: detail.id, version: detail.version, stepNo: step.no, ...fields },
      {
        onSuccess: () => {
          onClose()
          undo.done(`已登记第 ${step.no} 步`, electionTarget)
        },
      },
    ),
  )
  const dateLabel = step.no === 3 || step.no === 6 ? '批复日期' : '办理日期'
  const follows = {
    [meetingStep]: detail.fields.meetingOn === null && '这一天同时记为大会日期；',
    [approvalStep]: detail.fields.approvalOn === null && '日期和文号同时记为书记、副书记的批复；',
  }[step.no]
  return (
    <Dialog title={`第 ${step.no} 步　${step.title}`} onClose={onClose} width={480}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label={`登记第 ${step.no} 步`}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">{step.sentence}</p>
        <PartialDateField
          control={form.control}
          name="doneOn"
          label={dateLabel}
          wholeDay
          hint={`${follows || ''}清空日期就是还没有办`}
        />
        {step.hasDocNo && <TextField control={form.control} name="docNo" label="文号" maxLength={50} />}
        <TextField control={form.control} name="note" label="说明" rows={2} maxLength={200} />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
