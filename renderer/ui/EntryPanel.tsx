import type { ReactNode } from 'react'
import type { AccountsStatus } from '#shared/contract/accounts.ts'
import './entry.css'

interface EntryPanelProps {
  readonly title: string
  readonly children: ReactNode
  readonly status?: AccountsStatus
  readonly wide?: boolean
}

/** The panel of every page that stands before the ledger is open. */
export function EntryPanel({ title, children, status, wide = false }: EntryPanelProps) {
  return (
    <main className="entry">
      <div className={wide ? 'entry-panel entry-panel-wide' : 'entry-panel'}>
        <div className="entry-product">党务台账</div>
        <h1 className="entry-title">{title}</h1>
        {children}
        {status !== undefined && (
          <footer className="entry-foot">
            <span className="secrecy">严禁录入涉密信息</span>
            <span>数据文件夹：{status.dataDir}</span>
            <span>版本 {status.appVersion}</span>
          </footer>
        )}
      </div>
    </main>
  )
}
