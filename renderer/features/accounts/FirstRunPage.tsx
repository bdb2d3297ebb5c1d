import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type AccountsStatus, createFirstInput } from '#shared/contract/accounts.ts'
import { errorText, isStartupError } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { isRepeated, notRepeated, passwordStrength } from './passwordStrength.ts'
import { RecoveryCodeStep } from './RecoveryCodeStep.tsx'
import { StartupErrorPage } from './StartupErrorPage.tsx'

const schema = createFirstInput.extend({ repeat: z.string() }).refine(isRepeated, notRepeated)

export function FirstRunPage({ status }: { readonly status: AccountsStatus }) {
  const client = useQueryClient()
  const create = useCommand('accounts.createFirst', { quiet: true })
  const form = useForm({
    resolver: zhResolver(schema),
    defaultValues: { user: 'admin', displayName: '', password: '', repeat: '' },
  })
  useEffect(() => form.setFocus('displayName'), [form])
  const password = useWatch({ control: form.control, name: 'password' })
  const submit = form.handleSubmit(({ user, displayName, password }) => {
    create.mutate({ user, displayName, password }, { onError: (error) => void showFieldErrors(form, error) })
  })
  if (create.data !== undefined) {
    return (
      <RecoveryCodeStep
        recoveryCode={create.data.recoveryCode}
        user={create.variables.user}
        onDone={() => void invalidateAfter(client, 'accounts.createFirst')}
      />
    )
  }
  if (create.error !== null && isStartupError(create.error)) {
    return <StartupErrorPage error={create.error} dataDir={status.dataDir} onRetry={() => create.reset()} />
  }
  return (
    <EntryPanel title="首次使用，请创建账号" status={status}>
      <p className="entry-text">
        党务台账用来管理本街道的党组织和党员花名册，导入现有表格，核对出错的地方，打印名册。数据只保存在这台电脑上，并用您的密码加密。
      </p>
      <EnterMovesOn
        className="entry-fields form-stacked"
        label="创建第一个账号"
        onSubmit={(event) => void submit(event)}
      >
        <TextField control={form.control} name="user" label="账号" required autoComplete="username" />
        <TextField control={form.control} name="displayName" label="姓名" required />
        <TextField
          control={form.control}
          name="password"
          label="密码"
          required
          password
          autoComplete="new-password"
          {...(form.formState.errors.password === undefined
            ? { hint: passwordStrength(password).words }
            : {})}
        />
        <TextField
          control={form.control}
          name="repeat"
          label="再输一遍密码"
          required
          password
          autoComplete="new-password"
        />
        {create.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(create.error)} />
        )}
        <div className="entry-submit">
          <span className="muted small">下一步保存恢复码</span>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            创建账号
          </Button>
        </div>
      </EnterMovesOn>
    </EntryPanel>
  )
}
