import { type BrowserWindow, powerMonitor } from 'electron'
import type { Core } from '#core/createCore.ts'

/** Whoever wakes the computer proves anew who it is. The page hides first: what comes after may take the disk a moment. */
export function lockWithComputer(core: Core, window: BrowserWindow): void {
  const lock = (): void => {
    if (!window.isDestroyed()) window.webContents.send('locked')
    core.lockSessions()
  }
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
}
