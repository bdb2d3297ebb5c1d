import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

interface ForcedPasswordPageProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
  readonly onSignOut: () => void
}

/** A password somebody else has set is good for one thing: choosing one's own. */
export function ForcedPasswordPage({ status, account, onSignOut }: ForcedPasswordPageProps) {
  return (
    <EntryPanel title="请换成您自己的密码" status={status}>
      <p className="entry-text">
        {account.displayName}，您的密码是系统管理员设的。换成只有您自己知道的密码，才能开始使用。
      </p>
      <ChangePasswordForm
        ownLabel="管理员给的密码"
        onDone={() => undefined}
        confirmText="换密码，开始使用"
        cancelText="退出登录"
        onCancel={onSignOut}
      />
    </EntryPanel>
  )
}
