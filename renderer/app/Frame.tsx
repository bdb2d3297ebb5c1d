import { Outlet } from 'react-router'
import type { AccountsStatus } from '#shared/contract/accounts.ts'
import { FrameHeader } from './FrameHeader.tsx'
import { Navigation } from './Navigation.tsx'
import './frame.css'

export function Frame({ status }: { readonly status: AccountsStatus }) {
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
      <FrameHeader status={status} />
      <Navigation />
      <main className="frame-main" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
