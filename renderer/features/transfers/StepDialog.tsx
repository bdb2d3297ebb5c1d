import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { TransferDetail } from '#shared/contract/transfers.ts'
import type { TransferStep } from '#shared/domain/transferStates.ts'
import { transferStepLabels } from '#shared/labels/transfers.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { StepFields } from './StepFields.tsx'
import { consequence } from './stepWords.ts'
import { stepSchema, type StepValues, useStep } from './useStep.ts'

interface StepDialogProps {
  readonly detail: TransferDetail
  readonly step: TransferStep
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** One step of a transfer: what it will do in words, and the few things it needs to know. */
export function StepDialog({ detail, step, onDone, onCancel }: StepDialogProps) {
  const { direction, fields } = detail
  const verb = transferStepLabels[direction][step]
  const taking = useStep(step, detail)
  const form = useForm<StepValues, unknown, StepValues>({
    resolver: zhResolver(stepSchema(step)),
    defaultValues: {
      on: today(),
      letterNo: fields.letterNo,
      validDays: fields.validDays,
      feePaidTo: fields.feePaidTo,
      joinedOn: null,
      regularOn: null,
      receivedOn: detail.receivedOn,
      reason: null,
      reportedTo: null,
    },
  })
  useEffect(() => {
    showFieldErrors(form, taking.error)
  }, [taking.error, form])
  const submit = form.handleSubmit((values) => taking.run(values, onDone))
  return (
    <Dialog title={`${verb}：${fields.personName}`} onClose={onCancel} width={560}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={verb}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">{consequence(direction, step, fields.mode === 'materials')}</p>
        <StepFields form={form} step={step} detail={detail} />
        {taking.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(taking.error)} />
        )}
        <DialogButtons
          confirmText={verb}
          danger={step === 'return' || step === 'void'}
          busy={taking.isPending}
          onCancel={onCancel}
        />
      </EnterMovesOn>
    </Dialog>
  )
}
