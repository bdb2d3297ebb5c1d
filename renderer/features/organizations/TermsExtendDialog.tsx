import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { extendTermInput, type Term } from '#shared/contract/terms.ts'
import { addMonths, formatDots } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { termTarget } from './termsWords.ts'

const schema = extendTermInput.omit({ id: true, version: true })

/** ORG-11: the election is put off, with the superior's approval. */
export function TermsExtendDialog({ term, onClose }: { readonly term: Term; readonly onClose: () => void }) {
  const extend = useCommand('terms.extend')
  const undo = useUndo()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: {
      extendedTo: term.extendedTo ?? '',
      doc: term.extensionDoc,
      approvedOn: term.extensionApprovedOn,
      reason: term.extensionReason ?? '',
    },
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, extend.error)
  }, [extend.error, form])
  const submit = form.handleSubmit((fields) =>
    extend.mutate(
      { id: term.id, version: term.version, ...fields },
      {
        onSuccess: () => {
          undo.done('已登记延期换届', termTarget)
          onClose()
        },
      },
    ),
  )
  useShortcut('Ctrl+S', '保存', () => void submit())
  const due = term.dueOn
  return (
    <Dialog title="登记延期换届" onClose={onClose} width={560}>
      <EnterMovesOn
        label="延期换届"
        className="dialog-stack form-stacked"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          延期须报上级党组织批准，一般不超过 1 年（《基层组织选举工作条例》第3条）。
          {due !== null && `原届满日 ${formatDots(due)}，最迟 ${formatDots(addMonths(due, 12))}。`}
          没有填批准文号或日期的，仍按超期提醒。
        </p>
        <PartialDateField control={control} name="extendedTo" label="延期至" required wholeDay />
        <TextField control={control} name="doc" label="批准文号" maxLength={50} />
        <PartialDateField control={control} name="approvedOn" label="批准日期" wholeDay />
        <TextField control={control} name="reason" label="延期原因" required rows={2} maxLength={200} />
        {extend.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(extend.error)} />
        )}
        <DialogButtons confirmText="保存" busy={extend.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
