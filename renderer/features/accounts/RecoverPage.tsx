import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type AccountsStatus, recoverInput } from '#shared/contract/accounts.ts'
import { isStartupError } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isRepeated, notRepeated } from './newPassword.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx'
import { SignInError } from './SignInError.tsx'
import { StartupErrorPage } from './StartupErrorPage.tsx'
import { useLockout } from './useLockout.ts'

const schema = recoverInput.extend({ repeat: z.string() }).refine(isRepeated, notRepeated)

interface RecoverPageProps {
  readonly status: AccountsStatus
  readonly onCancel: () => void
}

export function RecoverPage({ status, onCancel }: RecoverPageProps) {
  const client = useQueryClient()
  const recover = useCommand('accounts.recover', { quiet: true })
  const waitSeconds = useLockout(recover)
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { user: '', recoveryCode: '', password: '', repeat: '' },
  })
  useEffect(() => form.setFocus('user'), [form])
  const submit = form.handleSubmit(({ user, recoveryCode, password }) => {
    recover.mutate(
      { user, recoveryCode, password },
      { onError: (error) => void showFieldErrors(form, error) },
    )
  })
  if (recover.data !== undefined) {
    return (
      <RecoveryCodeStep
        recoveryCode={recover.data.recoveryCode}
        user={recover.variables.user}
        onDone={() => void invalidateAfter(client, 'accounts.recover')}
      />
    )
  }
  if (recover.error !== null && isStartupError(recover.error)) {
    return <StartupErrorPage error={recover.error} dataDir={status.dataDir} onRetry={() => recover.reset()} />
  }
  return (
    <EntryPanel title="用恢复码打开" status={status}>
      <p className="entry-text">
        输入纸上的恢复码，并设一个新密码。打开后旧密码和旧恢复码都作废，会给出新的恢复码。
      </p>
      <EnterMovesOn
        className="entry-fields form-stacked"
        label="用恢复码打开"
        onSubmit={(event) => void submit(event)}
      >
        <TextField control={form.control} name="user" label="账号" required autoComplete="username" />
        <TextField
          control={form.control}
          name="recoveryCode"
          label="恢复码"
          required
          hint="不分大小写，横线可写可不写"
        />
        <NewPasswordFields control={form.control} name="password" repeatName="repeat" label="新密码" />
        <SignInError error={recover.error} waitSeconds={waitSeconds} />
        <div className="entry-submit">
          <Button onClick={onCancel}>返回登录</Button>
          <Button type="primary" htmlType="submit" loading={recover.isPending}>
            打开台账
          </Button>
        </div>
      </EnterMovesOn>
    </EntryPanel>
  )
}
