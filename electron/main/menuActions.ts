import { app, dialog, shell, type BrowserWindow } from 'electron'
import { rememberDataFolder } from './dataFolder.ts'
import type { applicationMenu } from './applicationMenu.ts'

interface MenuPlace {
  readonly window: BrowserWindow
  readonly appHome: string
  readonly dataDir: string
  readonly logFile: string
  readonly allowDevTools: boolean
}

export function createMenuActions(place: MenuPlace): Parameters<typeof applicationMenu>[0] {
  return {
    allowDevTools: place.allowDevTools,
    openDataFolder: () => shell.showItemInFolder(place.dataDir),
    openLogFolder: () => shell.showItemInFolder(place.logFile),
    changeDataFolder: () => void changeDataFolder(place),
    showAbout: () => void showAbout(place),
  }
}

async function changeDataFolder({ window, appHome, dataDir }: MenuPlace): Promise<void> {
  const answer = await dialog.showOpenDialog(window, {
    title: '选择数据文件夹',
    buttonLabel: '使用这个文件夹',
    defaultPath: dataDir,
    properties: ['openDirectory', 'createDirectory'],
  })
  const chosen = answer.filePaths[0]
  if (answer.canceled || chosen === undefined) return
  rememberDataFolder(appHome, chosen)
  await dialog.showMessageBox(window, {
    type: 'info',
    message: '下次打开程序时使用新的数据文件夹',
    detail: `${chosen}\n\n原文件夹里的数据不会移动，也不会删除。`,
    buttons: ['知道了'],
    noLink: true,
  })
}

async function showAbout({ window, dataDir, logFile }: MenuPlace): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: '关于党务台账',
    message: `党务台账 ${app.getVersion()}`,
    detail: [
      `数据文件夹：${dataDir}`,
      `日志文件：${logFile}`,
      `Electron ${process.versions.electron}，Chromium ${process.versions.chrome}，Node ${process.versions.node}`,
    ].join('\n'),
    buttons: ['关闭'],
    noLink: true,
  })
}
