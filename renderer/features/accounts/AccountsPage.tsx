import { Button } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '#shared/contract/accounts.ts'
import { useCall } from '../../lib/queries.ts'
import { useAccount } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx'
import { useToast } from '../../ui/useToast.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { AccountSettings } from './AccountSettings.tsx'
import { AccountTable, type AccountTask } from './AccountTable.tsx'
import { DisableDialog } from './DisableDialog.tsx'
import { RenewCodeDialog } from './RenewCodeDialog.tsx'
import { SetPasswordDialog } from './SetPasswordDialog.tsx'
import './accounts.css'

type Asked =
  | { readonly task: 'new' | 'renewCode' }
  | { readonly task: AccountTask; readonly account: AccountRow }

/** Who may sign in, as what, and for which organisations. */
export function AccountsPage() {
  const own = useAccount()
  const accounts = useCall('accounts.list', {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  const close = (): void => setAsked(null)
  if (recoveryCode !== null) {
    return (
      <Page title="新的恢复码">
        <div className="card card-body account-new-code">
          <RecoveryCodeCard
            recoveryCode={recoveryCode}
            doneText="完成"
            onDone={() => setRecoveryCode(null)}
          />
        </div>
      </Page>
    )
  }
  return (
    <Page
      title="账号"
      {...(accounts.data === undefined ? {} : { subtitle: `共 ${accounts.data.rows.length} 个` })}
      actions={
        <Button type="primary" onClick={() => setAsked({ task: 'new' })}>
          新建账号
        </Button>
      }
    >
      <QueryBoundary query={accounts} what="管理账号">
        {({ rows }) => (
          <>
            <div className="account-list">
              <AccountTable
                rows={rows}
                ownId={own?.id ?? ''}
                onTask={(task, account) => setAsked({ task, account })}
              />
            </div>
            <AccountSettings onRenewCode={() => setAsked({ task: 'renewCode' })} />
          </>
        )}
      </QueryBoundary>
      {asked !== null && <AskedDialog asked={asked} onClose={close} onCode={setRecoveryCode} />}
    </Page>
  )
}

interface AskedDialogProps {
  readonly asked: Asked
  readonly onClose: () => void
  readonly onCode: (recoveryCode: string) => void
}

function AskedDialog({ asked, onClose, onCode }: AskedDialogProps) {
  const toast = useToast()
  const onDone = (text: string): void => {
    onClose()
    toast.success(text)
  }
  switch (asked.task) {
    case 'new':
      return <AccountDialog account={null} onDone={onDone} onClose={onClose} />
    case 'edit':
      return <AccountDialog account={asked.account} onDone={onDone} onClose={onClose} />
    case 'password':
      return <SetPasswordDialog account={asked.account} onDone={onDone} onClose={onClose} />
    case 'disable':
      return <DisableDialog account={asked.account} onDone={onDone} onClose={onClose} />
    case 'renewCode':
      return (
        <RenewCodeDialog
          onClose={onClose}
          onRenewed={(code) => {
            onClose()
            onCode(code)
          }}
        />
      )
  }
}
