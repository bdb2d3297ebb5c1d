import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FirstRunPage } from '../features/accounts/FirstRunPage.tsx'
import { SignInPage } from '../features/accounts/SignInPage.tsx'
import { StartupErrorPage } from '../features/accounts/StartupErrorPage.tsx'
import { useStatus } from '../lib/session.ts'
import { LoadingState } from '../ui/states.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import { Frame } from './Frame.tsx'

/** What stands before the pages: first run, signing in, or a fault of the data folder. */
export function Gate() {
  const status = useStatus()
  const client = useQueryClient()
  const isOpen = status.data?.state === 'open'
  useEffect(() => {
    if (isOpen) return () => client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'accounts' })
    return undefined
  }, [isOpen, client])
  return (
    <>
      <ConnectionNotice />
      {status.data === undefined ? (
        status.isPending ? (
          <LoadingState />
        ) : (
          <StartupErrorPage error={status.error} onRetry={() => void status.refetch()} />
        )
      ) : status.data.state === 'new' ? (
        <FirstRunPage status={status.data} />
      ) : status.data.state === 'locked' ? (
        <SignInPage status={status.data} />
      ) : (
        <Frame status={status.data} />
      )}
    </>
  )
}
