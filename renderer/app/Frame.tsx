import { Outlet } from 'react-router'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { UndoProvider } from '../ui/UndoProvider.tsx'
import { AdministratorNotice } from './AdministratorNotice.tsx'
import { FrameHeader } from './FrameHeader.tsx'
import { Navigation } from './Navigation.tsx'
import './frame.css'

interface FrameProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
}

export function Frame({ status, account }: FrameProps) {
  return (
    <div className="frame">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          // The address after # belongs to the router.
          event.preventDefault()
          document.querySelector<HTMLElement>('#content')?.focus()
        }}
      >
        跳到正文
      </a>
      <FrameHeader status={status} account={account} />
      <Navigation role={account.role} />
      <main className="frame-main" id="content" tabIndex={-1}>
        {!status.hasAdministrator && account.role === 'streetClerk' && <AdministratorNotice />}
        <div className="frame-page">
          <UndoProvider>
            <Outlet />
          </UndoProvider>
        </div>
      </main>
    </div>
  )
}
