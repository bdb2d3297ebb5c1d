import { EventEmitter } from 'node:events'
import type { Display, Shell } from 'electron'
import { registerSchemes } from './schemes.ts'

export { app } from './app.ts'
export { BrowserWindow } from './browserWindow.ts'
export { dialog } from './dialogs.ts'
export { ipcMain } from './ipcMain.ts'
export { Menu } from './menu.ts'
export { session } from './session.ts'

export const protocol = { registerSchemesAsPrivileged: registerSchemes }

/** A test says when the computer sleeps. */
export const powerMonitor = new EventEmitter()

const display: Pick<Display, 'id' | 'bounds' | 'workArea' | 'scaleFactor'> = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
}

export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }

export const shell = {
  showItemInFolder: (path) => void path,
} satisfies Pick<Shell, 'showItemInFolder'>

/** Playwright closes pages through this; told that the page is unknown it closes them by itself. */
export const webContents = { fromDevToolsTargetId: () => undefined }
