import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import { ChangePasswordDialog } from '../features/accounts/ChangePasswordDialog.tsx'
import { lockScreen } from '../lib/lockScreen.ts'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { useSignOut } from './useSignOut.ts'

/** Who is signed in, and what they may do about it. */
export function AccountMenu({ account }: { readonly account: SignedInAccount }) {
  const [isChanging, setIsChanging] = useState(false)
  const { signOut } = useSignOut()
  const lock = (): void => void lockScreen()
  useShortcut('Ctrl+L', '锁定屏幕', lock)
  return (
    <>
      <Dropdown
        trigger={['click']}
        classNames={{ root: 'account-menu' }}
        menu={{
          items: [
            {
              key: 'account',
              type: 'group',
              label: `${account.displayName}（${account.user}），${roleLabels[account.role]}`,
              children: [
                { key: 'password', label: '更改密码', onClick: () => setIsChanging(true) },
                { key: 'lock', label: '锁定', extra: 'Ctrl+L', onClick: lock },
                { key: 'switch', label: '切换账号', onClick: signOut },
                { key: 'signOut', label: '退出登录', onClick: signOut },
              ],
            },
          ],
        }}
      >
        <Button
          type="text"
          className="account-button"
          aria-label={`账号：${account.displayName}，${roleLabels[account.role]}`}
        >
          <Icon name="user" />
          <span className="account-name ellipsis">{account.displayName}</span>
          <span className="account-role">{roleLabels[account.role]}</span>
          <Icon name="down" />
        </Button>
      </Dropdown>
      <ChangePasswordDialog open={isChanging} onClose={() => setIsChanging(false)} />
    </>
  )
}
