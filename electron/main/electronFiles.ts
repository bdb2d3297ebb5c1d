import { readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Files, FileShelf } from '#core/ports.ts'
import { backupExtension } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { copyAtomically, writeAtomically } from './writeAtomically.ts'

const maxFileMegabytes = 50

/** The shelf keeps the contents, the system's dialogs say where they come from and go to. */
export function createElectronFiles(shelf: FileShelf): Files {
  return {
    ...shelf,
    async choose(extensions) {
      const path = await askForFile(extensions)
      if (path === undefined) return null
      if (path.toLowerCase().endsWith(`.${backupExtension}`))
        return shelf.putOnDisk({ name: basename(path), path })
      return shelf.put({ name: basename(path), bytes: await readWithinLimit(path) })
    },
    async chooseFolder() {
      const answer = await openDialog({
        title: '选择文件夹',
        buttonLabel: '使用这个文件夹',
        properties: ['openDirectory', 'createDirectory'],
      })
      return answer ?? null
    },
    async deliver(handle) {
      const file = shelf.onDisk(handle) ?? shelf.read(handle)
      const path = await askForTarget(file.name)
      if (path === undefined) return null
      if ('bytes' in file) await writeAtomically(path, file.bytes)
      else await copyAtomically(path, file.path)
      return path
    },
  }
}

async function askForFile(extensions: readonly string[]): Promise<string | undefined> {
  return openDialog({
    title: '选择文件',
    buttonLabel: '打开',
    properties: ['openFile'],
    filters: [fileFilter('可用的文件', extensions)],
  })
}

async function openDialog(options: OpenDialogOptions): Promise<string | undefined> {
  const window = mainWindow()
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return answer.canceled ? undefined : answer.filePaths[0]
}

async function askForTarget(name: string): Promise<string | undefined> {
  const extension = extname(name).slice(1)
  const options: SaveDialogOptions = {
    title: '保存文件',
    buttonLabel: '保存',
    defaultPath: join(app.getPath('documents'), basename(name)),
    filters: extension === '' ? [] : [fileFilter(`${extension} 文件`, [extension])],
  }
  const window = mainWindow()
  const answer = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

/** A dialog belongs to the window it covers. */
function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0]
}

function fileFilter(name: string, extensions: readonly string[]): FileFilter {
  return { name, extensions: [...extensions] }
}

async function readWithinLimit(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > maxFileMegabytes * 1024 * 1024) {
      throw new AppError('FILE_TOO_LARGE', `chosen file has ${size} bytes`, {
        messageZh: `文件超过 ${maxFileMegabytes} MB，请拆分后再选择`,
      })
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('FILE_UNREADABLE', 'chosen file cannot be read', {
      messageZh: '文件打不开：可能正被其他程序占用，或者没有读取权限',
      cause: error,
    })
  }
}
