import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { stepInput } from '#shared/contract/reviewInputs.ts'
import type { BoardRow, CampaignDetail } from '#shared/contract/reviewRows.ts'
import { type FlowStepKey, flowTable } from '#shared/domain/reviews/flow.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { useCommand } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useUndo } from '../../../ui/undo.ts'
import {
  blockedBy,
  blockedWords,
  doneBefore,
  namesText,
  type StepDraft,
  type StepFields,
  stepsByHand,
} from './registering.ts'
import { StepMeetingField } from './StepMeetingField.tsx'

interface RegisterStepDialogProps {
  readonly campaign: CampaignDetail
  readonly rows: readonly BoardRow[]
  readonly step: FlowStepKey
  readonly onClose: () => void
}

/** One step for one or many people; who cannot have it yet is named and left out. */
export function RegisterStepDialog({ campaign, rows, step, onClose }: RegisterStepDialogProps) {
  const undo = useUndo()
  const register = useCommand('reviews.registerStep')
  const known = rows.length === 1 ? rows[0]?.steps.find(({ key }) => key === step) : undefined
  const form = useForm<StepDraft, unknown, StepFields>({
    resolver: zhResolver(stepInput),
    defaultValues: {
      key: step,
      doneOn: known?.doneOn ?? (step === 'scheme' ? campaign.fields.noticeOn : null) ?? today(),
      meetingId: known?.meetingId ?? null,
      note: known?.note ?? null,
    },
  })
  const { control } = form
  const key = useWatch({ control, name: 'key' })
  const blocked = blockedBy(rows, key)
  const able = rows.filter(({ id }) => blocked.every((each) => each.id !== id))
  const before = doneBefore(rows, key)
  const isMeeting = key === 'upMeeting' || key === 'downMeeting'
  useEffect(() => {
    showFieldErrors(form, register.error, 'step.')
  }, [register.error, form])
  const send = (people: readonly BoardRow[], fields: StepFields, text: string): void =>
    register.mutate(
      { subjects: people.map(({ id, version }) => ({ id, version })), step: fields },
      {
        onSuccess: ({ registered }) => {
          undo.done(`${text}：${registered} 人`, reviewTarget)
          onClose()
        },
      },
    )
  const submit = form.handleSubmit((fields) => {
    if (fields.doneOn === null) {
      form.setError('doneOn', { message: '请填写日期' }, { shouldFocus: true })
      return
    }
    send(
      able,
      { ...fields, meetingId: isMeeting ? fields.meetingId : null },
      `已登记“${flowTable[key].name}”`,
    )
  })
  const takeBack = (): void =>
    send(before, { key, doneOn: null, meetingId: null, note: null }, `已取消“${flowTable[key].name}”的登记`)
  return (
    <Dialog title="登记步骤" width={560} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="登记步骤"
        onSubmit={(event) => void submit(event)}
      >
        <p>{namesText(rows)}</p>
        <CodeSelect
          control={control}
          name="key"
          label="步骤"
          required
          entries={stepsByHand(rows).map((code) => ({ code, name: flowTable[code].name }))}
        />
        <PartialDateField control={control} name="doneOn" label="日期" required wholeDay />
        {isMeeting && <StepMeetingField form={form} campaign={campaign} rows={rows} step={key} />}
        <TextField control={control} name="note" label="备注" maxLength={300} rows={2} />
        {blocked.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={able.length === 0 ? '还不能登记' : `以下 ${blocked.length} 人还不能登记，这次不登记他们`}
            description={
              <ul className="review-plain">
                {blockedWords(rows, key).map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            }
          />
        )}
        {rows.length > 1 && before.length > 0 && (
          <p className="muted">其中 {before.length} 人登记过，再登记就按上面的日期和备注改。</p>
        )}
        {register.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(register.error)} />
        )}
        <div className="review-dialog-foot">
          {before.length > 0 && (
            <Button danger disabled={register.isPending} onClick={takeBack}>
              取消已有的登记（{before.length} 人）
            </Button>
          )}
          <DialogButtons
            confirmText={able.length > 1 ? `登记 ${able.length} 人` : '登记'}
            busy={register.isPending}
            disabled={able.length === 0}
            onCancel={onClose}
          />
        </div>
      </EnterMovesOn>
    </Dialog>
  )
}
