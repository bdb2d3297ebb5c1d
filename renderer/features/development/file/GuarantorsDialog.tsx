import { Alert, Button, Checkbox } from 'antd'
import { useEffect } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { partialDateSchema } from '#shared/contract/dates.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import { guarantorDutyLabels } from '#shared/labels/developmentRecords.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { today } from '../../../lib/today.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { MemberPick } from './MemberPick.tsx'
import { useFileCommand } from './useFileCommand.ts'

const schema = z.object({
  on: partialDateSchema,
  people: z
    .array(
      z.object({ memberId: z.string().nullable(), name: z.string().min(1), isKin: z.boolean().nullable() }),
    )
    .max(10),
})

interface GuarantorsDialogProps {
  readonly detail: DevelopmentDetail
  readonly duty: GuarantorDuty
  /** The step's day just recorded, which `detail` may not have yet; null when asked for later. */
  readonly on: PartialDate | null
  readonly onClose: () => void
}

/** The whole list of one duty from a day on: those left out end there. */
export function GuarantorsDialog({ detail, duty, on, onClose }: GuarantorsDialogProps) {
  const save = useFileCommand('development.setGuarantors')
  const label = guarantorDutyLabels[duty]
  const current = detail.guarantors.filter((row) => row.duty === duty && row.toOn === null)
  // 入党介绍人 are usually those who have been 培养联系人.
  const proposed =
    current.length === 0 && duty === 'sponsor'
      ? detail.guarantors.filter((row) => row.duty === 'contact' && row.toOn === null)
      : current
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: {
      on:
        on ??
        detail.steps.find(({ milestone, supersededBy }) => {
          const wanted = duty === 'contact' ? 'contactsOn' : 'sponsorsOn'
          return current.length === 0 && supersededBy === null && milestone === wanted
        })?.doneOn ??
        today(),
      people: proposed.map(({ memberId, name, isKin }) => ({ memberId, name, isKin })),
    },
  })
  const { control } = form
  const { append, remove } = useFieldArray({ control, name: 'people' })
  const people = useWatch({ control, name: 'people' })
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((values) =>
    save.run({ id: detail.id, version: detail.version, duty, ...values }, `已登记${label}`, onClose),
  )
  return (
    <Dialog title={label} onClose={onClose} width={600}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label={label}
        onSubmit={(event) => void submit(event)}
      >
        <PartialDateField
          control={control}
          name="on"
          label="从哪天起"
          required
          hint="名单上去掉的人到这一天为止"
        />
        <MemberPick
          label={`加入${label}`}
          branchId={detail.fields.organizationId}
          without={people.map(({ memberId }) => memberId)}
          onPick={(person) => append({ ...person, isKin: null })}
        />
        {people.length === 0 ? (
          <p className="muted">名单是空的。</p>
        ) : (
          <ul className="dev-people">
            {people.map((person, index) => (
              <li key={`${person.memberId} ${person.name}`}>
                <strong>{person.name}</strong>
                {person.memberId === null && <span className="muted">不在花名册里</span>}
                <Checkbox
                  checked={person.isKin === true}
                  onChange={({ target }) =>
                    form.setValue(`people.${index}.isKin`, target.checked, { shouldDirty: true })
                  }
                >
                  是本人的直系亲属
                </Checkbox>
                <Button
                  type="link"
                  size="small"
                  aria-label={`去掉${person.name}`}
                  onClick={() => remove(index)}
                >
                  去掉
                </Button>
              </li>
            ))}
          </ul>
        )}
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存名单" busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
