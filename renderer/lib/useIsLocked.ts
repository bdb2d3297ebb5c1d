import { useSyncExternalStore } from 'react'
import { screenLock } from './screenLock.ts'

/** True while the pages are hidden; nothing is fetched then. */
export function useIsLocked(): boolean {
  return useSyncExternalStore(screenLock.subscribe, screenLock.isLocked)
}
