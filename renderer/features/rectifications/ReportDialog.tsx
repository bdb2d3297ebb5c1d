import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import { longText } from '#shared/contract/reviewInputs.ts'
import { rectifyStateLabels } from '#shared/labels/reviews.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { rectificationTarget } from './rectificationView.ts'

const schema = z.strictObject({ reportedOn: dateOnlySchema, reportedWords: longText(1000) })

interface ReportDialogProps {
  readonly rows: readonly RectificationRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 述职会先报上年整改: what was reported, of several at once. */
export function ReportDialog({ rows, onClose, onDone }: ReportDialogProps) {
  const undo = useUndo()
  const report = useCommand('rectifications.report')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { reportedOn: today(), reportedWords: null },
  })
  useEffect(() => {
    showFieldErrors(form, report.error)
  }, [report.error, form])
  const submit = form.handleSubmit((values) =>
    report.mutate(
      { items: rows.map(({ id, version }) => ({ id, version })), ...values },
      {
        onSuccess: ({ reported }) => {
          undo.done(`已登记 ${reported} 条整改的通报情况`, rectificationTarget)
          onDone()
        },
      },
    ),
  )
  return (
    <Dialog title={`登记通报（${rows.length} 条）`} width={680} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="登记通报"
        onSubmit={(event) => void submit(event)}
      >
        <ul className="rectify-chosen">
          {rows.map(({ id, subjectName, year, fields, state }) => (
            <li key={id}>
              <span>
                {year}年度　{subjectName}：{fields.problem}
              </span>
              <span className="muted">{rectifyStateLabels[state]}</span>
            </li>
          ))}
        </ul>
        <PartialDateField
          control={form.control}
          name="reportedOn"
          label="通报日期"
          required
          wholeDay
          hint="在述职会上通报上年整改情况的日期"
        />
        <TextField
          control={form.control}
          name="reportedWords"
          label="通报情况"
          rows={2}
          maxLength={1000}
          hint="每条都写入同样的内容；各条不同的，留空后逐条填写"
        />
        {report.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(report.error)} />
        )}
        <DialogButtons confirmText="登记通报" busy={report.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
