import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { FirstRunPage } from '../features/accounts/FirstRunPage.tsx'
import { SignInPage } from '../features/accounts/SignInPage.tsx'
import { StartupErrorPage } from '../features/accounts/StartupErrorPage.tsx'
import { DamageNotice } from '../features/backup/DamageNotice.tsx'
import { plainTitle, screenLock } from '../lib/screenLock.ts'
import { useStatus } from '../lib/session.ts'
import { listenToOtherTabs } from '../lib/tabs.ts'
import { LoadingState } from '../ui/states.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { SignedIn } from './SignedIn.tsx'

/** Removes all that was fetched, said or named for the account before; drawn alone, while no page holds on to any of it. */
function Clearing({ onCleared }: { readonly onCleared: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const clear = useEffectEvent(() => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'accounts.status' })
    client.getMutationCache().clear()
    message.destroy()
    screenLock.setTitle(plainTitle)
    screenLock.unlock()
    void navigate('/', { replace: true })
    onCleared()
  })
  // Not before the pages' own clean-up: a form with unsaved changes would still hold on to its address.
  useEffect(() => clear(), [])
  return null
}

/** What stands before the pages: first run, signing in, or a fault of the data folder. */
export function Gate() {
  const client = useQueryClient()
  useEffect(
    () => listenToOtherTabs(() => void client.invalidateQueries({ queryKey: ['accounts'] })),
    [client],
  )
  return (
    <>
      <ConnectionNotice />
      <GateBody />
      <DamageNotice />
    </>
  )
}

function GateBody() {
  const status = useStatus()
  const account = status.data?.account ?? null
  const accountId = account?.id ?? null
  const [shownFor, setShownFor] = useState<string | null>(null)
  if (shownFor === null && accountId !== null) setShownFor(accountId)
  if (status.data === undefined) {
    if (status.isPending) return <LoadingState />
    return <StartupErrorPage error={status.error} onRetry={() => void status.refetch()} />
  }
  if (shownFor !== null && shownFor !== accountId)
    return <Clearing onCleared={() => setShownFor(accountId)} />
  if (status.data.state === 'new') return <FirstRunPage status={status.data} />
  if (account === null) return <SignInPage status={status.data} />
  return <SignedIn key={account.id} status={status.data} account={account} />
}
