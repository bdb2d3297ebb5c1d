import { Alert } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { partialDateSchema } from '#shared/contract/dates.ts'
import { foundInput, type LostCaseDetail } from '#shared/contract/lostCases.ts'
import { lostFieldLabels as label } from '#shared/labels/lostCases.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface NoteDialogProps {
  readonly detail: LostCaseDetail
  readonly onDone: (title: string) => void
  readonly onCancel: () => void
}

const found = foundInput.omit({ id: true, version: true })

/** Ends a search; under 停止党籍 it is kept and no more. */
export function FoundDialog({ detail, onDone, onCancel }: NoteDialogProps) {
  const save = useCommand('lost.found')
  const form = useForm<z.input<typeof found>, unknown, z.output<typeof found>>({
    resolver: zhResolver(found),
    defaultValues: { on: today(), remark: detail.fields.remark },
  })
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((input) =>
    save.mutate(
      { id: detail.id, version: detail.version, ...input },
      { onSuccess: () => onDone('取得联系') },
    ),
  )
  return (
    <NoteDialog
      title={`登记取得联系：${detail.memberName}`}
      confirmText="登记取得联系"
      error={save.error}
      busy={save.isPending}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <p>
        {detail.status === 'stopped'
          ? '只记下取得联系的日期，花名册的失联标记取消；党籍仍是停止，恢复党籍须另行申请、讨论、批准后登记。'
          : '登记后这次失联处置办结，花名册的失联标记取消，党籍不变。'}
      </p>
      <PartialDateField control={form.control} name="on" label={label.foundOn} wholeDay required />
      <TextField control={form.control} name="remark" label={label.remark} rows={3} />
    </NoteDialog>
  )
}

const edited = z.strictObject({
  since: partialDateSchema.nullable(),
  remark: z.string().max(500, '最多 500 个字').nullable(),
})

export function EditDialog({ detail, onDone, onCancel }: NoteDialogProps) {
  const save = useCommand('lost.update')
  const form = useForm<z.input<typeof edited>, unknown, z.output<typeof edited>>({
    resolver: zhResolver(edited),
    defaultValues: { since: detail.fields.since, remark: detail.fields.remark },
  })
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((input) =>
    save.mutate({ id: detail.id, version: detail.version, ...input }, { onSuccess: () => onDone('修改') }),
  )
  return (
    <NoteDialog
      title={`修改登记：${detail.memberName}`}
      confirmText="保存"
      error={save.error}
      busy={save.isPending}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <PartialDateField
        control={form.control}
        name="since"
        label={label.since}
        hint="花名册的失去联系日期跟着改"
      />
      <TextField control={form.control} name="remark" label={label.remark} rows={3} />
    </NoteDialog>
  )
}

interface FrameProps {
  readonly title: string
  readonly confirmText: string
  readonly error: unknown
  readonly busy: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

function NoteDialog({ title, confirmText, error, busy, onSubmit, onCancel, children }: FrameProps) {
  return (
    <Dialog title={title} onClose={onCancel}>
      <form
        className="dialog-stack form-stacked"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons confirmText={confirmText} busy={busy} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
