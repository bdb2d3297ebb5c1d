import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { createFirstInput } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { ownPasswordText } from '../../lib/ownPassword.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToast } from '../../ui/useToast.ts'
import { FormError } from './FormError.tsx'
import { isRepeated, notRepeated } from './newPassword.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'

const schema = createFirstInput.shape.administrator
  .extend({ repeat: z.string(), ownPassword: ownPasswordText })
  .refine(isRepeated, notRepeated)

interface CreateAdministratorDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** For a ledger of before the roles: its first 系统管理员. */
export function CreateAdministratorDialog({ open, onClose }: CreateAdministratorDialogProps) {
  return (
    <Dialog open={open} title="设立系统管理员" onClose={onClose}>
      <AdministratorForm onClose={onClose} />
    </Dialog>
  )
}

function AdministratorForm({ onClose }: Pick<CreateAdministratorDialogProps, 'onClose'>) {
  const toast = useToast()
  const create = useCommand('accounts.createAdministrator')
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { user: 'sysadmin', displayName: '', password: '', repeat: '', ownPassword: '' },
  })
  useEffect(() => form.setFocus('displayName'), [form])
  const submit = form.handleSubmit(({ user, displayName, password, ownPassword }) => {
    create.mutate(
      { user, displayName, password, ownPassword },
      {
        onSuccess: () => {
          onClose()
          toast.success('系统管理员已设立，请把账号和密码交给其本人')
        },
        onError: (error) => void showFieldErrors(form, error),
      },
    )
  })
  return (
    <EnterMovesOn
      className="dialog-stack form-stacked"
      label="设立系统管理员"
      onSubmit={(event) => void submit(event)}
    >
      <p>系统管理员管账号、密码重设和备份，看不到党员信息。最好由另一位同志担任。</p>
      <TextField control={form.control} name="displayName" label="姓名" required maxLength={30} />
      <TextField control={form.control} name="user" label="账号" required maxLength={32} />
      <NewPasswordFields control={form.control} name="password" repeatName="repeat" />
      <OwnPasswordField control={form.control} name="ownPassword" />
      <FormError error={create.error} />
      <DialogButtons confirmText="设立" busy={create.isPending} onCancel={onClose} />
    </EnterMovesOn>
  )
}
