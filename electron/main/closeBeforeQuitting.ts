import { app } from 'electron'
import type { Core } from '#core/createCore.ts'
import type { Logger } from '#core/ports.ts'

/** Electron waits for nobody: when the last window has gone, quitting is put off until the core has backed up and closed. */
export function closeBeforeQuitting(core: Core, logger: Logger): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  const close = async (): Promise<void> => {
    state = 'closing'
    try {
      await core.close()
    } catch (error) {
      logger.error('closing failed', { name: error instanceof Error ? error.name : typeof error })
    }
    state = 'closed'
    app.quit()
  }
  app.on('will-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'open') void close()
  })
}
