import { Alert, Select } from 'antd'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { trashRoutes, type TrashSummaryRow } from '#shared/contract/trash.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ages, emptiedText, parseTrashKind } from './trashWords.ts'

const schema = trashRoutes['trash.empty'].input

interface EmptyTrashDialogProps {
  /** Kinds that hold anything. */
  readonly rows: readonly TrashSummaryRow[]
  readonly onClose: () => void
  /** A sentence about what is gone and what had to stay. */
  readonly onEmptied: (text: string) => void
}

/** For good: asks what, why, and the administrator's own password. */
export function EmptyTrashDialog({ rows, onClose, onEmptied }: EmptyTrashDialogProps) {
  const empty = useCommand('trash.empty')
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { kind: null, olderThanDays: 90, reason: '', ownPassword: '' },
  })
  const { control } = form
  const { error } = empty
  useEffect(() => {
    if (error !== null) showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((values) =>
    empty.mutate(values, {
      onSuccess: (emptied) => onEmptied(emptiedText(emptied)),
    }),
  )
  const isBesideField = error !== null && Object.keys(error.fields).length > 0
  return (
    <Dialog title="清空回收站" width={560} onClose={onClose}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label="清空回收站"
        onSubmit={(event) => void submit(event)}
      >
        <Alert
          type="warning"
          showIcon
          title="清空后不能恢复，也不能撤销"
          description="这些记录和为撤销保留的旧值会从数据库里彻底删除。清空这件事本身记入审计日志。此前的备份里仍有这些记录。"
        />
        <Controller
          control={control}
          name="kind"
          render={({ field }) => (
            <FormRow label="清空哪一种">
              {(ids) => (
                <Select
                  {...ids}
                  options={[
                    { value: '', label: '全部种类' },
                    ...rows.map(({ kind, label }) => ({ value: kind, label })),
                  ]}
                  value={field.value ?? ''}
                  onChange={(next: string) => field.onChange(parseTrashKind(next))}
                />
              )}
            </FormRow>
          )}
        />
        <Controller
          control={control}
          name="olderThanDays"
          render={({ field }) => (
            <FormRow label="清空多久以前删除的">
              {(ids) => (
                <Select
                  {...ids}
                  options={ages.map(({ days, label }) => ({ value: days, label }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            </FormRow>
          )}
        />
        <TextField
          control={control}
          name="reason"
          label="清空原因"
          required
          rows={2}
          maxLength={200}
          placeholder="如：年度清理，已与党务干事核对"
        />
        <OwnPasswordField control={control} name="ownPassword" />
        {error !== null && !isBesideField && (
          <Alert type="error" showIcon role="alert" title={errorText(error)} />
        )}
        <DialogButtons confirmText="彻底清除" danger busy={empty.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
