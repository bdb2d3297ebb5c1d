import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { newPassword } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FormError } from './FormError.tsx'
import { isRepeated, notRepeated } from './newPassword.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'

const schema = z
  .strictObject({
    ownPassword: z.string().min(1, '请填写现在的密码').max(128),
    password: newPassword,
    repeat: z.string(),
  })
  .refine(isRepeated, notRepeated)
  .refine(({ ownPassword, password }) => ownPassword !== password, {
    path: ['password'],
    message: '新密码不能和现在的一样',
  })

interface ChangePasswordFormProps {
  /** What the present password is called: 现在的密码, 管理员给的密码. */
  readonly ownLabel: string
  readonly confirmText: string
  readonly cancelText: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function ChangePasswordForm(props: ChangePasswordFormProps) {
  const { ownLabel, confirmText, cancelText, onDone, onCancel } = props
  const change = useCommand('accounts.changePassword')
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { ownPassword: '', password: '', repeat: '' },
  })
  useEffect(() => form.setFocus('ownPassword'), [form])
  const submit = form.handleSubmit(({ ownPassword, password }) => {
    change.mutate(
      { ownPassword, password },
      { onSuccess: onDone, onError: (error) => void showFieldErrors(form, error) },
    )
  })
  return (
    <EnterMovesOn
      className="dialog-stack form-stacked"
      label="更改密码"
      onSubmit={(event) => void submit(event)}
    >
      <OwnPasswordField control={form.control} name="ownPassword" label={ownLabel} />
      <NewPasswordFields control={form.control} name="password" repeatName="repeat" label="新密码" />
      <FormError error={change.error} />
      <DialogButtons
        confirmText={confirmText}
        cancelText={cancelText}
        busy={change.isPending}
        onCancel={onCancel}
      />
    </EnterMovesOn>
  )
}
