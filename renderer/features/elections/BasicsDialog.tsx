import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { type ElectionFields, electionInput } from '#shared/contract/elections.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionTarget, isOpen } from './electionView.ts'
import { SeatFields, seatNames } from './SeatFields.tsx'

interface BasicsDialogProps {
  readonly detail: ElectionDetail
  readonly onClose: () => void
}

/** Only what is different goes to the core: a finished election takes nothing else than what comes after the meeting. */
function changed(before: ElectionFields, after: ElectionFields): Partial<ElectionFields> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => value !== Object.entries(before).find(([k]) => k === key)?.[1],
    ),
  )
}

export function BasicsDialog({ detail, onClose }: BasicsDialogProps) {
  const save = useCommand('elections.update')
  const undo = useUndo()
  const form = useForm<z.input<typeof electionInput>, unknown, z.output<typeof electionInput>>({
    resolver: zhResolver(electionInput),
    defaultValues: detail.fields,
  })
  const { control } = form
  const whole = isOpen(detail)
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((after) => {
    const fields = changed(detail.fields, after)
    if (Object.keys(fields).length === 0) return onClose()
    save.mutate(
      { id: detail.id, version: detail.version, fields },
      {
        onSuccess: () => {
          onClose()
          undo.done('已保存基本情况', electionTarget)
        },
      },
    )
  })
  return (
    <Dialog title="基本情况" width={640} onClose={onClose}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label="基本情况"
        onSubmit={(event) => void submit(event)}
      >
        {whole && (
          <>
            <SeatFields form={form} names={seatNames} />
            <div className="election-two">
              <PartialDateField control={control} name="plannedOn" label="计划日期" wholeDay />
              <PartialDateField
                control={control}
                name="meetingOn"
                label="大会日期"
                wholeDay
                hint="应到会人数按这一天的名册计算"
              />
              <TextField control={control} name="meetingPlace" label="大会地点" maxLength={100} />
              <TextField control={control} name="hostName" label="主持人" maxLength={50} />
            </div>
            <TextField
              control={control}
              name="reducedReason"
              label="减少名额不再选举的说明"
              hint="当选人数不足应选名额、不再另行选举时填写"
              maxLength={200}
            />
          </>
        )}
        <div className="election-three">
          <PartialDateField control={control} name="approvalOn" label="书记、副书记批复日期" wholeDay />
          <TextField control={control} name="approvalDoc" label="批复文号" maxLength={50} />
          <PartialDateField control={control} name="filedOn" label="委员备案日期" wholeDay />
        </div>
        <TextField control={control} name="remark" label="备注" rows={2} maxLength={500} />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
