import { join } from 'node:path'
import { BrowserWindow, dialog, screen, type Session } from 'electron'
import { pagePreferences, pageUrl } from './security.ts'
import { fitToDisplays, minimumSize, readWindowState, writeWindowState } from './windowState.ts'

interface MainWindowPlace {
  readonly appPath: string
  readonly stateFile: string
  readonly session: Session
  readonly allowDevTools: boolean
}

export function createMainWindow({
  appPath,
  stateFile,
  session,
  allowDevTools,
}: MainWindowPlace): BrowserWindow {
  const remembered = readWindowState(stateFile)
  const others = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...fitToDisplays(remembered, [screen.getPrimaryDisplay().workArea, ...others]),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: '党务台账',
    icon: join(appPath, 'resources/icons/256x256.png'),
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: {
      ...pagePreferences,
      devTools: allowDevTools,
      session,
      preload: join(appPath, 'out/preload/preload.cjs'),
    },
  })
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized === true) window.maximize()
    window.show()
  })
  if (remembered !== undefined) {
    // The zoom of an in-memory session is forgotten with it.
    window.webContents.once('did-finish-load', () => window.webContents.setZoomFactor(remembered.zoomFactor))
  }
  window.on('close', () => {
    writeWindowState(stateFile, {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      zoomFactor: window.webContents.getZoomFactor(),
    })
  })
  window.webContents.on('will-prevent-unload', (event) => {
    if (isLeavingConfirmed(window)) event.preventDefault()
  })
  return window
}

/** Electron keeps a page with unsaved changes open without a word unless it is told otherwise. */
function isLeavingConfirmed(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: '有未保存的修改，确定要离开吗？',
    detail: '离开后，没有保存的内容会丢失。',
    buttons: ['离开', '留在本页'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return answer === 0
}

export async function showPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(pageUrl)
  } catch (error) {
    // A window closed while its page loads is no failure.
    if (!window.isDestroyed()) throw error
  }
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return // Quitting, and backing up before that.
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
