import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'
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
        <BusyMark />
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

/** Says of the page whether what it shows is still being fetched: lists keep their last rows until the next have come. */
function BusyMark() {
  const isBusy = useIsFetching() > 0
  useEffect(() => document.querySelector('#content')?.setAttribute('aria-busy', String(isBusy)), [isBusy])
  return null
}
