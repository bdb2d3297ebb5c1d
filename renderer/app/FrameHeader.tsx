import { Button, Tooltip } from 'antd'
import { Link } from 'react-router'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { BackupWarning } from '../features/backup/BackupWarning.tsx'
import { useCall } from '../lib/queries.ts'
import { folderName } from '../lib/session.ts'
import { useScale } from '../ui/useScale.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { GlobalSearch } from './GlobalSearch.tsx'

interface FrameHeaderProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
}

/** The organisation an account is tied to: all it sees is this one and what is below. */
function OwnOrganization({ id }: { readonly id: string }) {
  const tree = useCall('organizations.tree', { includeEnded: true })
  const own = tree.data?.nodes.find((node) => node.id === id)
  if (own === undefined) return null
  return (
    <Tooltip title={`只显示${own.fullName}及下级的记录`}>
      <span className="frame-scope ellipsis">{own.shortName}</span>
    </Tooltip>
  )
}

export function FrameHeader({ status, account }: FrameHeaderProps) {
  const { scale, toggle } = useScale()
  return (
    <header className="frame-header">
      <Link className="product" to="/">
        党务台账
      </Link>
      <Tooltip title={`数据文件夹：${status.dataDir}`}>
        <span className="frame-folder ellipsis">{folderName(status)}</span>
      </Tooltip>
      {account.organizationId !== null && <OwnOrganization id={account.organizationId} />}
      {roleHasRight(account.role, 'member.read') && <GlobalSearch role={account.role} />}
      <div className="frame-tools">
        {roleHasRight(account.role, 'backup.make') && <BackupWarning />}
        <Button type="text" aria-pressed={scale === 'large'} onClick={toggle}>
          {scale === 'large' ? '标准字号' : '大字号'}
        </Button>
        <Button
          type="text"
          onClick={() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', cancelable: true }))}
        >
          快捷键
        </Button>
        <AccountMenu account={account} />
      </div>
    </header>
  )
}
