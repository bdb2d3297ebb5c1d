import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { AccountRow } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { ownPasswordText } from '../../lib/ownPassword.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormError } from './FormError.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'

const schema = z.strictObject({
  reason: z.string().trim().min(1, '请填写原因').max(200, '最多 200 个字'),
  ownPassword: ownPasswordText,
})

interface DisableDialogProps {
  readonly account: AccountRow
  readonly onDone: (text: string) => void
  readonly onClose: () => void
}

export function DisableDialog({ account, onDone, onClose }: DisableDialogProps) {
  const { id, version, user, displayName } = account
  const disable = useCommand('accounts.disable')
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { reason: '', ownPassword: '' },
  })
  const submit = form.handleSubmit((input) => {
    disable.mutate(
      { id, version, ...input },
      {
        onSuccess: () => onDone(`账号“${user}”已停用`),
        onError: (error) => void showFieldErrors(form, error),
      },
    )
  })
  return (
    <Dialog title={`停用账号“${user}”`} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="停用账号"
        onSubmit={(event) => void submit(event)}
      >
        <p>停用后，{displayName}不能再登录，正在登录的会退出。做过的操作仍有记录，账号以后可以重新启用。</p>
        <TextField
          control={form.control}
          name="reason"
          label="停用原因"
          required
          rows={2}
          maxLength={200}
          placeholder="如：调离岗位"
        />
        <OwnPasswordField control={form.control} name="ownPassword" />
        <FormError error={disable.error} />
        <DialogButtons confirmText="停用" danger busy={disable.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
