import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import { zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { SignInError } from './SignInError.tsx'
import { useKeysStayHere } from './useKeysStayHere.ts'
import { useLockout } from './useLockout.ts'

const schema = z.strictObject({ password: z.string().min(1, '请填写密码').max(128) })

interface LockScreenProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
  /** Whether the hidden pages hold something not saved. */
  readonly hasUnsaved: () => boolean
  readonly onUnlocked: () => void
}

/** Stands before the hidden pages until the same account's password is given, or the pages are given up. */
export function LockScreen({ status, account, hasUnsaved, onUnlocked }: LockScreenProps) {
  const [isLeaving, setIsLeaving] = useState(false)
  const unlock = useCommand('accounts.unlock')
  const signOut = useCommand('accounts.signOut')
  const waitSeconds = useLockout(unlock)
  const form = useForm({ resolver: zhResolver(schema), defaultValues: { password: '' } })
  useKeysStayHere()
  useEffect(() => form.setFocus('password'), [form])
  const submit = form.handleSubmit((input) =>
    unlock.mutate(input, {
      onSuccess: onUnlocked,
      onError: () => {
        form.resetField('password')
        form.setFocus('password')
      },
    }),
  )
  const leave = (): void => signOut.mutate({})
  return (
    <EntryPanel title="屏幕已锁定" status={status}>
      <p className="entry-text">
        {account.displayName}（{account.user}，{roleLabels[account.role]}）正在使用，输入密码继续。
      </p>
      <form
        noValidate
        className="entry-fields form-stacked"
        aria-label="解锁"
        onSubmit={(event) => void submit(event)}
      >
        <input type="text" name="user" value={account.user} autoComplete="username" readOnly hidden />
        <TextField
          control={form.control}
          name="password"
          label="密码"
          required
          password
          maxLength={128}
          autoComplete="current-password"
        />
        <SignInError error={unlock.error ?? signOut.error} waitSeconds={waitSeconds} />
        {isLeaving ? (
          <div className="state state-inline" role="alert">
            <div className="state-text">
              锁定的页面上有没保存的内容。切换账号后，除已存为草稿的以外都会丢失。
            </div>
            <div className="state-actions">
              <Button
                onClick={() => {
                  setIsLeaving(false)
                  form.setFocus('password')
                }}
              >
                留在锁屏
              </Button>
              <Button danger loading={signOut.isPending} onClick={leave}>
                仍要切换
              </Button>
            </div>
          </div>
        ) : (
          <div className="entry-submit">
            <button
              type="button"
              className="link-button"
              onClick={() => (hasUnsaved() ? setIsLeaving(true) : leave())}
            >
              切换账号
            </button>
            <Button type="primary" htmlType="submit" loading={unlock.isPending}>
              解锁
            </Button>
          </div>
        )}
      </form>
    </EntryPanel>
  )
}
