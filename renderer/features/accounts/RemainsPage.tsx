import { Button } from 'antd'
import { useState } from 'react'
import type { AccountsStatus, LedgerRemains } from '#shared/contract/accounts.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import './accounts.css'

interface RemainsPageProps {
  readonly status: AccountsStatus
  readonly remains: LedgerRemains
  readonly onAnew: () => void
}

function foundZh({ backups }: LedgerRemains): string {
  return backups === 0
    ? '这个文件夹里没有找到备份。如果别处（U 盘、另一块硬盘）有备份或移交文件，请选“用备份恢复”，再选那个文件。'
    : `备份文件夹 backups 里还有 ${backups} 份备份，可以用它恢复。`
}

/** Database and keys are gone, but there was a ledger: the way back first, a new beginning only when it is asked for twice. */
export function RemainsPage({ status, remains, onAnew }: RemainsPageProps) {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <EntryPanel title="原来的台账不见了" status={status}>
      <p className="entry-text" role="alert">
        这个数据文件夹里有过台账，现在数据库 ledger.db 和密钥文件 keys.json 都不在了。{foundZh(remains)}
        如果是有人把文件移走了，放回来再打开就行。
      </p>
      {isAsked && (
        <p className="entry-text" aria-live="polite">
          重新建立的是一个空的台账，原来的党员和党组织都不在里面；备份不会删除，以后仍可以在空的数据文件夹里恢复。
        </p>
      )}
      <div className="entry-submit">
        {isAsked ? (
          <Button danger onClick={onAnew}>
            确定，重新建立
          </Button>
        ) : (
          <Button onClick={() => setIsAsked(true)}>不恢复，重新建立</Button>
        )}
        <LinkButton to="/rescue" primary>
          用备份恢复
        </LinkButton>
      </div>
    </EntryPanel>
  )
}
