import type { AccountsStatus, SignedInAccount } from '#shared/contract/accounts.ts'
import { type Right, roleHasRight } from '#shared/contract/rights.ts'
import { useCall } from './queries.ts'

export function useStatus() {
  return useCall('accounts.status', {})
}

/** The signed-in account; null on the pages before signing in. */
export function useAccount(): SignedInAccount | null {
  return useStatus().data?.account ?? null
}

/** For hiding what the account may not do; the core refuses it anyway. */
export function useHasRight(right: Right): boolean {
  const account = useAccount()
  return account !== null && roleHasRight(account.role, right)
}

/** Whether any of them is held. */
export function useHasAnyRight(rights: readonly Right[]): boolean {
  const account = useAccount()
  return account !== null && rights.some((right) => roleHasRight(account.role, right))
}

/** Whether a page would ask before it is left: what it asks when the window is closed it is asked here. */
export function hasUnsavedChanges(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

/** Last part of the folder's path: what the user calls it. */
export function folderName(status: Pick<AccountsStatus, 'dataDir'>): string {
  return status.dataDir.split(/[/\\]/).findLast((part) => part !== '') ?? status.dataDir
}
