import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type AccountRow, newPassword } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { ownPasswordText } from '../../lib/ownPassword.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormError } from './FormError.tsx'
import { isRepeated, notRepeated } from './newPassword.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'

const schema = z
  .strictObject({
    password: newPassword,
    repeat: z.string(),
    ownPassword: ownPasswordText,
  })
  .refine(isRepeated, notRepeated)

interface SetPasswordDialogProps {
  readonly account: AccountRow
  readonly onDone: (text: string) => void
  readonly onClose: () => void
}

/** Gives an account a password for one sign-in: a forgotten one, or that of an account enabled again. */
export function SetPasswordDialog({ account, onDone, onClose }: SetPasswordDialogProps) {
  const { id, version, user } = account
  const isDisabled = account.state === 'disabled'
  const reset = useCommand('accounts.resetPassword')
  const enable = useCommand('accounts.enable')
  const busy = reset.isPending || enable.isPending
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { password: '', repeat: '', ownPassword: '' },
  })
  const submit = form.handleSubmit(({ password, ownPassword }) => {
    const onError = (error: unknown): void => void showFieldErrors(form, error)
    if (isDisabled) {
      const onSuccess = () => onDone(`账号“${user}”已启用，请把临时密码交给本人`)
      enable.mutate({ id, version, password, ownPassword }, { onSuccess, onError })
    } else {
      const onSuccess = () => onDone(`账号“${user}”的密码已重设，请把临时密码交给本人`)
      reset.mutate({ id, password, ownPassword }, { onSuccess, onError })
    }
  })
  const title = isDisabled ? `启用账号“${user}”` : `重设“${user}”的密码`
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        <p>
          {isDisabled
            ? '启用后，本人用下面的临时密码登录，并先换成自己的密码。'
            : '旧密码随即作废，正在登录的会退出；锁住的账号随即解开。本人用临时密码登录后，要先换成自己的密码。'}
        </p>
        <NewPasswordFields control={form.control} name="password" repeatName="repeat" label="临时密码" />
        <OwnPasswordField control={form.control} name="ownPassword" />
        <FormError error={enable.error ?? reset.error} />
        <DialogButtons confirmText={isDisabled ? '启用' : '重设密码'} busy={busy} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
