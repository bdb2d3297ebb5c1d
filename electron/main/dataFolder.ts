import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'

const settingsSchema = z.strictObject({ dataDir: z.string().min(1) })

/** Where this computer remembers the data folder: beside the profiles, never inside the data. */
export function settingsFile(appHome: string): string {
  return join(appHome, 'settings.json')
}

interface DataFolderQuestion {
  readonly argv: readonly string[]
  readonly appHome: string
  readonly fallback: string
}

/** `--data DIR` wins, then the remembered folder, then the default. Throws rather than open another folder than the remembered one. */
export function chooseDataFolder({ argv, appHome, fallback }: DataFolderQuestion): string {
  return resolve(folderFromArguments(argv) ?? rememberedFolder(settingsFile(appHome)) ?? fallback)
}

function folderFromArguments(argv: readonly string[]): string | undefined {
  // Chromium's own switches stand among ours, so unknown ones are let by.
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  if (values.data === undefined) return undefined
  if (typeof values.data === 'string' && values.data !== '') return values.data
  throw new AppError('VALIDATION_FAILED', '--data has no folder', { messageZh: '--data 后面要写数据文件夹' })
}

function rememberedFolder(file: string): string | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw settingsDamaged(file, error)
  }
  try {
    return settingsSchema.parse(JSON.parse(text)).dataDir
  } catch (error) {
    throw settingsDamaged(file, error)
  }
}

function settingsDamaged(file: string, cause: unknown): AppError {
  return new AppError('FILE_UNREADABLE', 'settings.json cannot be read', {
    messageZh: `设置文件读不出来，无法知道数据文件夹在哪里：${file}。请改正或删除这个文件；数据不受影响`,
    cause,
  })
}

export function rememberDataFolder(appHome: string, dataDir: string): void {
  const file = settingsFile(appHome)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ dataDir })}\n`)
}

/** One browser profile, and with it one single-instance lock, for each data folder however its path is spelt. */
export function profileFolder(appHome: string, dataDir: string): string {
  const key = createHash('sha256').update(trueFolder(dataDir)).digest('hex').slice(0, 16)
  return join(appHome, 'profiles', key)
}

function trueFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    return realpathSync.native(dataDir)
  } catch {
    // Not reachable: the core says why, this only needs a stable name.
    return dataDir
  }
}
