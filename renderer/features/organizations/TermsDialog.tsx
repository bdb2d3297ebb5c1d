import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { termInput, type Term } from '#shared/contract/terms.ts'
import { addYears, firstDay, formatDots, isPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { termTarget } from './termsWords.ts'

interface TermsDialogProps {
  readonly place: { readonly id: string; readonly name: string }
  /** Of a term; null where neither record nor rule tells. */
  readonly years: number | null
  /** Null to enter a new one. */
  readonly term: Term | null
  readonly onClose: () => void
}

const unfilled = { termNo: null, fromOn: null, dueOn: null, endedOn: null, remark: null }

/** Enters a term, the new one or one of long ago, or puts one right. */
export function TermsDialog({ place, years, term, onClose }: TermsDialogProps) {
  const record = useCommand('terms.record')
  const update = useCommand('terms.update')
  const undo = useUndo()
  const { isPending, error } = term === null ? record : update
  const form = useForm<z.input<typeof termInput>, unknown, z.output<typeof termInput>>({
    resolver: zhResolver(termInput),
    defaultValues:
      term === null
        ? unfilled
        : {
            termNo: term.termNo,
            fromOn: term.fromOn,
            dueOn: term.dueOn,
            endedOn: term.endedOn,
            remark: term.remark,
          },
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((fields) => {
    const onSuccess = (): void => {
      undo.done(`已保存“${place.name}”的届次`, termTarget)
      onClose()
    }
    if (term === null) record.mutate({ organizationId: place.id, fields }, { onSuccess })
    else update.mutate({ id: term.id, version: term.version, fields }, { onSuccess })
  })
  useShortcut('Ctrl+S', '保存', () => void submit())
  const from = useWatch({ control, name: 'fromOn' })
  const due =
    years !== null && from !== null && isPartialDate(from)
      ? formatDots(addYears(firstDay(from), years))
      : null
  return (
    <Dialog title={term === null ? `登记“${place.name}”的届次` : '修改届次'} onClose={onClose} width={560}>
      <EnterMovesOn
        label="届次"
        className="dialog-stack form-stacked"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          新的一届从选举大会当天起算，原来的一届同日结束。登记以前的届次时填上结束日期，不影响本届。
        </p>
        <NumberField control={control} name="termNo" label="第几届" min={1} max={99} unit="届" />
        <PartialDateField
          control={control}
          name="fromOn"
          label="本届开始日期（选举大会日）"
          required
          hint="以前的届次只知道年月的，可只填年月"
        />
        <PartialDateField
          control={control}
          name="dueOn"
          label="届满日期"
          wholeDay
          hint={
            due === null
              ? `不填则按任期${years === null ? '，任期年数未登记，请填写' : ` ${years} 年`}推算`
              : `不填则按任期 ${years ?? ''} 年推算为 ${due}`
          }
        />
        <PartialDateField control={control} name="endedOn" label="结束日期" hint="还在任期内的不填" />
        <TextField control={control} name="remark" label="备注" rows={2} maxLength={200} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons confirmText="保存" busy={isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
