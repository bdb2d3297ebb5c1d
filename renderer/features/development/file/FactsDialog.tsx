import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { type DevelopmentFields, developmentInput } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import type { FactGroup } from './factGroups.ts'
import { FileFieldInput } from './FileFieldInput.tsx'
import { changedFields, type FileValues } from './fileForm.ts'
import { useFileCommand } from './useFileCommand.ts'

interface FactsDialogProps {
  readonly detail: DevelopmentDetail
  readonly group: FactGroup
  readonly onClose: () => void
}

/** What one step needs beside its date: the notice, the political review, the training. */
export function FactsDialog({ detail, group, onClose }: FactsDialogProps) {
  const save = useFileCommand('development.update')
  const form = useForm<FileValues, unknown, DevelopmentFields>({
    resolver: zhResolver(developmentInput),
    defaultValues: detail.fields,
  })
  useEffect(() => {
    showFieldErrors(form, save.error, 'fields.')
  }, [save.error, form])
  const submit = form.handleSubmit((after) => {
    const fields = changedFields(detail.fields, after)
    if (Object.keys(fields).length === 0) return onClose()
    save.run({ id: detail.id, version: detail.version, fields }, `已保存${group.title}`, onClose)
  })
  return (
    <Dialog title={`第 ${group.step} 步　${group.title}`} onClose={onClose} width={560}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={group.title}
        onSubmit={(event) => void submit(event)}
      >
        {group.fields.map((field) => (
          <FileFieldInput key={field} control={form.control} field={field} organizations={[]} />
        ))}
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons confirmText="保存" busy={save.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
