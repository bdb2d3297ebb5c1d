import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { FormRow } from '#shared/contract/developmentRegisters.ts'
import { partialDateSchema } from '#shared/contract/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FileField } from './FileField.tsx'

const schema = z.strictObject({
  fileId: z.string().min(1, '请选择发给谁'),
  issuedOn: partialDateSchema,
  receivedBy: z.string().max(50, '最多 50 个字').nullable(),
})

interface IssueDialogProps {
  readonly row: FormRow
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A booklet goes to the branch of somebody whose 预审 is passed. */
export function IssueDialog({ row: { id, version, serialNo }, onDone, onClose }: IssueDialogProps) {
  const issue = useCommand('forms.issue')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { fileId: '', issuedOn: today(), receivedBy: null },
  })
  useEffect(() => {
    showFieldErrors(form, issue.error)
  }, [issue.error, form])
  const submit = form.handleSubmit((values) =>
    issue.mutate({ id, version, ...values }, { onSuccess: onDone }),
  )
  return (
    <Dialog title={`发放志愿书“${serialNo}”`} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="发放志愿书"
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">预审合格后发放，一人一本，编号记入本人的发展档案。</p>
        <FileField control={form.control} name="fileId" label="发给" required />
        <PartialDateField control={form.control} name="issuedOn" label="领用日期" required />
        <TextField control={form.control} name="receivedBy" label="领用人" maxLength={50} />
        {issue.error !== null && <Alert type="error" showIcon role="alert" title={errorText(issue.error)} />}
        <DialogButtons confirmText="发放" busy={issue.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
