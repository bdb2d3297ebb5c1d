import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { AccountRow } from '#shared/contract/accounts.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { blankAccount, editAccountSchema, newAccountSchema, tieOf } from './accountForm.ts'
import { FormError } from './FormError.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { OwnPasswordField } from '../../ui/OwnPasswordField.tsx'
import { RoleField } from './RoleField.tsx'
import { TiedField } from './TiedField.tsx'

interface AccountDialogProps {
  /** Null makes a new one. */
  readonly account: AccountRow | null
  readonly onDone: (text: string) => void
  readonly onClose: () => void
}

/** A new account, or another name, role or organisation for one. */
export function AccountDialog({ account, onDone, onClose }: AccountDialogProps) {
  return (
    <Dialog title={account === null ? '新建账号' : `修改账号“${account.user}”`} width={600} onClose={onClose}>
      {account === null ? (
        <NewAccount onDone={onDone} onClose={onClose} />
      ) : (
        <EditAccount account={account} onDone={onDone} onClose={onClose} />
      )}
    </Dialog>
  )
}

function NewAccount({ onDone, onClose }: Omit<AccountDialogProps, 'account'>) {
  const create = useCommand('accounts.create')
  const form = useForm({
    resolver: zhResolver(newAccountSchema),
    defaultValues: blankAccount,
  })
  useEffect(() => form.setFocus('displayName'), [form])
  const submit = form.handleSubmit((input) => {
    const { user, displayName, role, password, ownPassword } = input
    create.mutate(
      { user, displayName, role, organizationId: tieOf(input), password, ownPassword },
      {
        onSuccess: ({ user }) => onDone(`账号“${user}”已建立，请把账号和临时密码交给本人`),
        onError: (error) => void showFieldErrors(form, error),
      },
    )
  })
  return (
    <EnterMovesOn className="dialog-stack" label="新建账号" onSubmit={(event) => void submit(event)}>
      <TextField control={form.control} name="displayName" label="姓名" required maxLength={30} />
      <TextField control={form.control} name="user" label="账号" required maxLength={32} />
      <RoleField control={form.control} name="role" />
      <TiedField control={form.control} name="organizationId" roleName="role" />
      <NewPasswordFields control={form.control} name="password" repeatName="repeat" label="临时密码" />
      <p className="muted small">本人第一次登录时，要先换成自己的密码。</p>
      <OwnPasswordField control={form.control} name="ownPassword" />
      <FormError error={create.error} />
      <DialogButtons confirmText="建立账号" busy={create.isPending} onCancel={onClose} />
    </EnterMovesOn>
  )
}

interface EditAccountProps extends AccountDialogProps {
  readonly account: AccountRow
}

function EditAccount({ account, onDone, onClose }: EditAccountProps) {
  const { id, version, displayName, role, organizationId } = account
  const update = useCommand('accounts.update')
  const form = useForm({
    resolver: zhResolver(editAccountSchema),
    defaultValues: { displayName, role, organizationId, ownPassword: '' },
  })
  useEffect(() => form.setFocus('displayName'), [form])
  const submit = form.handleSubmit((input) => {
    update.mutate(
      { id, version, ...input, organizationId: tieOf(input) },
      {
        onSuccess: ({ user }) => onDone(`账号“${user}”已修改`),
        onError: (error) => void showFieldErrors(form, error),
      },
    )
  })
  return (
    <EnterMovesOn className="dialog-stack" label="修改账号" onSubmit={(event) => void submit(event)}>
      <TextField control={form.control} name="displayName" label="姓名" required maxLength={30} />
      <RoleField control={form.control} name="role" />
      <TiedField control={form.control} name="organizationId" roleName="role" />
      <OwnPasswordField control={form.control} name="ownPassword" />
      <FormError error={update.error} />
      <DialogButtons confirmText="保存" busy={update.isPending} onCancel={onClose} />
    </EnterMovesOn>
  )
}
