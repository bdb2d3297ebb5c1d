import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { ForcedPasswordPage } from '../features/accounts/ForcedPasswordPage.tsx'
import { LockScreen } from '../features/accounts/LockScreen.tsx'
import { flushDelayedWrites } from '../lib/delayedWrites.ts'
import { screenLock } from '../lib/screenLock.ts'
import { hasUnsavedChanges } from '../lib/session.ts'
import { useIsLocked } from '../lib/useIsLocked.ts'
import { Frame } from './Frame.tsx'
import { RecordScreen } from './RecordScreen.tsx'
import { useIdleLock } from './useIdleLock.ts'
import { useSignOut } from './useSignOut.ts'

interface SignedInProps {
  readonly status: AccountsStatus
  readonly account: SignedInAccount
}

/** The pages of one account, and the lock screen instead of them: out of the document they stay as they are, to the last letter typed. */
export function SignedIn({ status, account }: SignedInProps) {
  const isHidden = useIsLocked()
  const isLocked = isHidden || status.state === 'idle'
  // Pages first opened behind the lock could fetch nothing.
  const [wereOpen, setWereOpen] = useState(!isLocked)
  if (!isLocked && !wereOpen) setWereOpen(true)
  const client = useQueryClient()

  useLayoutEffect(() => {
    if (isLocked) screenLock.lock()
  }, [isLocked])
  useIdleLock(status.idleMinutes, !isLocked)
  const { signOut } = useSignOut()

  const comeBack = (): void => {
    screenLock.unlock()
    void flushDelayedWrites()
    void client.refetchQueries({ predicate: ({ state }) => state.error?.code === 'SESSION_LOCKED' })
  }
  return (
    <>
      {wereOpen && (
        <RecordScreen>
          {account.mustChangePassword ? (
            <ForcedPasswordPage status={status} account={account} onSignOut={signOut} />
          ) : (
            <Frame status={status} account={account} />
          )}
        </RecordScreen>
      )}
      {isLocked && (
        <LockScreen status={status} account={account} hasUnsaved={hasUnsavedChanges} onUnlocked={comeBack} />
      )}
    </>
  )
}
