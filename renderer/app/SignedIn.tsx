import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { ForcedPasswordPage } from '../features/accounts/ForcedPasswordPage.tsx'
import { LockScreen } from '../features/accounts/LockScreen.tsx'
import { flushDelayedWrites } from '../lib/delayedWrites.ts'
import { screenLock } from '../lib/screenLock.ts'
import { hasUnsavedChanges } from '../lib/session.ts'
import { useIsLocked } from '../lib/useIsLocked.ts'
import { Frame } from './Frame.tsx'
import { useIdleLock } from './useIdleLock.ts'
import { useSignOut } from './useSignOut.ts'

interface SignedInProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
}

/** The pages of one account, and the lock screen before them: hidden they stay as they are, to the last letter typed. */
export function SignedIn({ status, account }: SignedInProps) {
  const isHidden = useIsLocked()
  const isLocked = isHidden || status.state === 'idle'
  // Pages first opened behind the lock could fetch nothing.
  const [wereOpen, setWereOpen] = useState(!isLocked)
  if (!isLocked && !wereOpen) setWereOpen(true)
  const client = useQueryClient()
  const focused = useRef<Element | null>(null)

  useLayoutEffect(() => {
    if (isLocked) screenLock.lock()
  }, [isLocked])
  useEffect(
    () =>
      screenLock.subscribe(() => {
        if (screenLock.isLocked()) focused.current = document.activeElement
      }),
    [],
  )
  useIdleLock(status.idleMinutes, !isLocked)
  const { signOut } = useSignOut()

  const comeBack = (): void => {
    screenLock.unlock()
    void flushDelayedWrites()
    void client.refetchQueries({ predicate: ({ state }) => state.error?.code === 'SESSION_LOCKED' })
    // After the pages are drawn again: what is hidden takes no focus.
    requestAnimationFrame(() => {
      if (focused.current instanceof HTMLElement) focused.current.focus({ preventScroll: true })
    })
  }
  return (
    <>
      {wereOpen && (
        <div className="pages" hidden={isLocked} inert={isLocked} aria-hidden={isLocked}>
          {account.mustChangePassword ? (
            <ForcedPasswordPage status={status} account={account} onSignOut={signOut} />
          ) : (
            <Frame status={status} account={account} />
          )}
        </div>
      )}
      {isLocked && (
        <LockScreen status={status} account={account} hasUnsaved={hasUnsavedChanges} onUnlocked={comeBack} />
      )}
    </>
  )
}
