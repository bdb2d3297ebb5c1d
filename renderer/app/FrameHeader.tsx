import { Button, Dropdown, Tooltip } from 'antd'
import { Link } from 'react-router'
import type { AccountsStatus } from '#shared/contract/accounts.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import { useCommand } from '../lib/queries.ts'
import { folderName } from '../lib/session.ts'
import { Icon } from '../ui/icons.tsx'
import { useScale } from '../ui/useScale.ts'
import { useToast } from '../ui/useToast.ts'
import { GlobalSearch } from './GlobalSearch.tsx'

export function FrameHeader({ status }: { readonly status: AccountsStatus }) {
  const { scale, toggle } = useScale()
  const signOut = useCommand('accounts.signOut')
  const toast = useToast()
  const { account } = status
  return (
    <header className="frame-header">
      <Link className="product" to="/">
        党务台账
      </Link>
      <Tooltip title={`数据文件夹：${status.dataDir}`}>
        <span className="frame-folder ellipsis">{folderName(status)}</span>
      </Tooltip>
      <GlobalSearch />
      <div className="frame-tools">
        <Button type="text" aria-pressed={scale === 'large'} onClick={toggle}>
          {scale === 'large' ? '标准字号' : '大字号'}
        </Button>
        <Button
          type="text"
          onClick={() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', cancelable: true }))}
        >
          快捷键
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'account',
                type: 'group',
                label: account === null ? '' : `${account.user}，${roleLabels[account.role]}`,
                children: [{ key: 'signOut', label: '退出登录' }],
              },
            ],
            onClick: ({ key }) => {
              if (key === 'signOut') signOut.mutate({}, { onError: toast.failure })
            },
          }}
        >
          <Button type="text" aria-label={`账号：${account?.displayName ?? ''}`}>
            <Icon name="user" />
            {account?.displayName}
            <Icon name="down" />
          </Button>
        </Dropdown>
      </div>
    </header>
  )
}
