import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, dialog, Menu, protocol, session, type BrowserWindow } from 'electron'
import { createCore } from '#core/createCore.ts'
import type { Logger, Resources } from '#core/ports.ts'
import { defaultDataDir } from '#core/system/defaultDataDir.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { randomIds, systemClock } from '#core/system/systemPorts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { applicationMenu } from './applicationMenu.ts'
import { answerCalls } from './calls.ts'
import { closeBeforeQuitting } from './closeBeforeQuitting.ts'
import { chooseDataFolder, profileFolder } from './dataFolder.ts'
import { createElectronFiles } from './electronFiles.ts'
import { createFileLogger, logFileIn } from '#core/system/fileLogger.ts'
import { lockDownContents, lockDownSession } from './lockDown.ts'
import { lockWithComputer } from './lockWithComputer.ts'
import { bringToFront, createMainWindow, showPage } from './mainWindow.ts'
import { createMenuActions } from './menuActions.ts'
import { servePage } from './pageProtocol.ts'
import { chromiumSwitches, pagePartition, pagePrivileges } from './security.ts'

const appHome = join(app.getPath('appData'), 'dangwu-ledger')
const allowDevTools = !app.isPackaged

interface Place {
  readonly dataDir: string
  readonly profileDir: string
  readonly logFile: string
}

/** All that Electron wants before it is ready. */
function prepare(): Place {
  app.enableSandbox()
  app.setAppUserModelId('local.dangwu.ledger')
  protocol.registerSchemesAsPrivileged([pagePrivileges])
  for (const [name, value] of chromiumSwitches) app.commandLine.appendSwitch(name, value)
  const dataDir = chooseDataFolder({
    argv: process.argv.slice(1),
    appHome,
    fallback: defaultDataDir(app.getPath('home')),
  })
  const profileDir = profileFolder(appHome, dataDir)
  app.setPath('userData', profileDir)
  return { dataDir, profileDir, logFile: logFileIn(dataDir) }
}

function resources(): Resources {
  const unpackedPath = app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked')
  return {
    migrationsDir: join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'db/migrations'),
    parseWorker: pathToFileURL(join(unpackedPath, 'out/main/parseWorker.js')),
  }
}

function openWindow({ dataDir, profileDir, logFile }: Place, logger: Logger): BrowserWindow {
  const files = createElectronFiles(createFileShelf())
  const core = createCore(
    { dataDir, appVersion: app.getVersion(), shell: 'electron' },
    { clock: systemClock, ids: randomIds, logger, files, resources: resources() },
  )
  closeBeforeQuitting(core, logger)

  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
  const pageSession = session.fromPartition(pagePartition)
  for (const each of [session.defaultSession, pageSession]) lockDownSession(each, allowDevTools)
  const appPath = app.getAppPath()
  servePage(pageSession, join(appPath, 'out/renderer'))

  const stateFile = join(profileDir, 'window.json')
  const window = createMainWindow({ appPath, stateFile, session: pageSession, allowDevTools })
  answerCalls({ core, session: core.openSession(), contents: window.webContents, logger })
  lockWithComputer(core, window)
  const menu = applicationMenu(createMenuActions({ window, appHome, dataDir, logFile, allowDevTools }))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  return window
}

/** The window's page died: what was saved is in the database, so the page is simply shown again. */
function reviveCrashedPage(window: BrowserWindow, logger: Logger): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    logger.error('page process gone', { reason, exitCode })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    dialog.showErrorBox(
      '党务台账',
      '页面意外停止，将重新打开。已保存的数据不受影响，没有保存的修改需要重新填写。',
    )
    void showPage(window)
  })
}

function failureSentence(error: unknown, logFile: string | undefined): string {
  if (error instanceof AppError && error.messageZh !== undefined) return error.messageZh
  return `程序遇到意外问题，需要关闭。已保存的数据不受影响。${logFile === undefined ? '' : `日志文件：${logFile}`}`
}

function stopWith(error: unknown, logger?: Logger, logFile?: string): void {
  logger?.error('stopped', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  dialog.showErrorBox('党务台账', failureSentence(error, logFile))
  app.exit(1)
}

async function start(): Promise<void> {
  let logger: Logger | undefined
  let logFile: string | undefined
  try {
    const place = prepare()
    if (!app.requestSingleInstanceLock()) return app.quit()
    logFile = place.logFile
    logger = createFileLogger(place.logFile)
    process.on('uncaughtException', (error) => stopWith(error, logger, logFile))
    await app.whenReady()
    const window = openWindow(place, logger)
    app.on('second-instance', () => bringToFront(window))
    app.on('window-all-closed', () => app.quit())
    reviveCrashedPage(window, logger)
    await showPage(window)
  } catch (error) {
    await app.whenReady()
    stopWith(error, logger, logFile)
  }
}

// Not awaited: Electron fires 'ready' only after the entry module has been evaluated.
void start()
