import { call } from './api.ts'
import { flushDelayedWrites } from './delayedWrites.ts'
import { screenLock } from './screenLock.ts'
import { tellOtherTabs } from './tabs.ts'

/** Hides the screen at once, keeps what is half typed, and locks the session. Never rejects. */
export async function lockScreen(): Promise<void> {
  if (screenLock.isLocked()) return
  // Begun before the lock, so that what was typed is still let through.
  const kept = flushDelayedWrites()
  screenLock.lock()
  await kept
  // The screen is hidden whatever the answer; a core that was not reached locks an unused session by itself.
  await call('accounts.lock', {}).catch(() => undefined)
  tellOtherTabs()
}
