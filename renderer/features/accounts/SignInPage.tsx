import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type AccountsStatus, signInInput } from '#shared/contract/accounts.ts'
import { isStartupError } from '../../lib/errorText.ts'
import { zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { RecoverPage } from './RecoverPage.tsx'
import { SignInError } from './SignInError.tsx'
import { StartupErrorPage } from './StartupErrorPage.tsx'
import { useLockout } from './useLockout.ts'

export function SignInPage({ status }: { readonly status: AccountsStatus }) {
  const [isRecovering, setIsRecovering] = useState(false)
  const signIn = useCommand('accounts.signIn')
  const waitSeconds = useLockout(signIn)
  const form = useForm({ resolver: zhResolver(signInInput), defaultValues: { user: '', password: '' } })
  useEffect(() => form.setFocus('user'), [form])
  const submit = form.handleSubmit((input) =>
    signIn.mutate(input, {
      onError: () => {
        form.resetField('password')
        form.setFocus('password')
      },
    }),
  )
  if (isRecovering) return <RecoverPage status={status} onCancel={() => setIsRecovering(false)} />
  if (signIn.error !== null && isStartupError(signIn.error)) {
    return <StartupErrorPage error={signIn.error} dataDir={status.dataDir} onRetry={() => signIn.reset()} />
  }
  return (
    <EntryPanel title="登录" status={status}>
      <form
        noValidate
        className="entry-fields form-stacked"
        aria-label="登录"
        onSubmit={(event) => void submit(event)}
      >
        <TextField control={form.control} name="user" label="账号" required autoComplete="username" />
        <TextField
          control={form.control}
          name="password"
          label="密码"
          required
          password
          autoComplete="current-password"
        />
        <SignInError error={signIn.error} waitSeconds={waitSeconds} />
        <div className="entry-submit">
          <button type="button" className="link-button" onClick={() => setIsRecovering(true)}>
            忘记密码，用恢复码打开
          </button>
          <Button type="primary" htmlType="submit" loading={signIn.isPending}>
            登录
          </Button>
        </div>
      </form>
    </EntryPanel>
  )
}
