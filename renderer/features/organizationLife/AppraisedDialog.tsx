import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { appraisalInput } from '#shared/contract/organizationLife.ts'
import { disposals } from '#shared/domain/meetings/records.ts'
import { disposalLabels } from '#shared/labels/meetings.ts'
import { zhResolver } from '../../lib/forms.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { AppraisedChange, AppraisedDraft } from './appraisalForm.ts'

const schema = appraisalInput.shape.people.element.pick({
  opinion: true,
  disposal: true,
  disposalWords: true,
  mendBy: true,
})

type Draft = z.input<typeof schema>

interface AppraisedDialogProps {
  readonly person: AppraisedDraft
  readonly disabled: boolean
  readonly onSave: (change: AppraisedChange) => void
  readonly onClose: () => void
}

/** 评定意见, and for 不合格 what the organisation decided; into the table, saved with the sheet. */
export function AppraisedDialog({ person, disabled, onSave, onClose }: AppraisedDialogProps) {
  const { opinion, disposal, disposalWords, mendBy } = person
  const form = useForm<Draft, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { opinion, disposal, disposalWords, mendBy },
  })
  const { control } = form
  const decided = useWatch({ control, name: 'disposal' })
  const submit = form.handleSubmit((fields) => onSave(fields))
  return (
    <Dialog title={`${person.name}的评定意见和处置`} onClose={onClose}>
      <form className="dialog-stack form-stacked" onSubmit={(event) => void submit(event)}>
        <TextField
          control={control}
          name="opinion"
          label="评定意见"
          rows={3}
          maxLength={500}
          disabled={disabled}
        />
        <CodeSelect
          control={control}
          name="disposal"
          label="不合格处置"
          disabled={disabled}
          hint="处置由组织按程序决定后登记；程序不改党籍"
          entries={disposals.map((code) => ({ code, name: disposalLabels[code] }))}
        />
        {decided !== null && (
          <>
            <TextField
              control={control}
              name="disposalWords"
              label="处置说明"
              rows={2}
              maxLength={300}
              disabled={disabled}
            />
            {decided === 'mend' && (
              <PartialDateField
                control={control}
                name="mendBy"
                label="改正期限"
                wholeDay
                disabled={disabled}
              />
            )}
          </>
        )}
        <DialogButtons confirmText="确定" disabled={disabled} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
