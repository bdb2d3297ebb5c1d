import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { createCore, type Core } from '#core/createCore.ts'
import type { Logger, Ports } from '#core/ports.ts'
import { defaultDataDir } from '#core/system/defaultDataDir.ts'
import { createFileLogger, logFileIn } from '#core/system/fileLogger.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { randomIds, systemClock } from '#core/system/systemPorts.ts'
import { launchTokenMinutes } from './launchTokens.ts'
import { openBrowser } from './openBrowser.ts'
import { startBrowserShell, type BrowserShell } from './server.ts'
import { createSessionFiles, type SessionFiles } from './sessionFiles.ts'

const usage = '用法：serve --data 数据文件夹 [--port 端口] [--no-open]'
const idleStopMinutes = 30
const root = fileURLToPath(new URL('../../', import.meta.url))

interface ServeOptions {
  readonly dataDir: string
  readonly port: number
  readonly shouldOpen: boolean
}

function readArgs(args: string[]): ServeOptions | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    })
    const port = Number(values.port ?? '0')
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined
    const dataDir = resolve(values.data ?? defaultDataDir(homedir()))
    return { dataDir, port, shouldOpen: values['no-open'] !== true }
  } catch {
    return undefined
  }
}

/** The build puts every entry into one folder and compiles it; in the source tree the worker is TypeScript in its slice. */
function resources(): Ports['resources'] {
  const isSource = import.meta.url.endsWith('.ts')
  const worker = isSource ? '../core/imports/parseWorker.ts' : './parseWorker.js'
  return { migrationsDir: join(root, 'db/migrations'), parseWorker: new URL(worker, import.meta.url) }
}

function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

function builtPage(): string {
  const dir = join(root, 'out/renderer')
  if (existsSync(join(dir, 'index.html'))) return dir
  throw new AppError('NOT_FOUND', 'the page is not built', {
    messageZh: '界面文件还没有生成，请用 npm start 启动。',
  })
}

function openCore(dataDir: string, files: SessionFiles, logger: Logger): Core {
  const ports: Ports = {
    clock: systemClock,
    ids: randomIds,
    logger,
    files: files.port,
    resources: resources(),
  }
  return createCore({ dataDir, appVersion: appVersion(), shell: 'browser' }, ports)
}

/** What went wrong in words for the person at the terminal; undefined for a bug. */
function startFailureZh(error: unknown, port: number): string | undefined {
  if (error instanceof AppError) return error.messageZh ?? `无法启动：${error.code}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口 ${port} 已被别的程序占用，请换一个端口，或不指定端口。`
  }
  return undefined
}

function offerNewLinks(shell: BrowserShell): void {
  if (!process.stdin.isTTY) return
  console.log(`链接用一次即失效，${launchTokenMinutes} 分钟内有效；按回车键取得新链接，按 Ctrl+C 退出。`)
  process.stdin.on('data', () => console.log(`新的链接：${shell.newLaunchUrl()}`))
  process.stdin.unref()
}

async function serve({ dataDir, port, shouldOpen }: ServeOptions): Promise<void> {
  const logger = createFileLogger(logFileIn(dataDir))
  const files = createSessionFiles(createFileShelf())
  const core = openCore(dataDir, files, logger)
  try {
    const rendererDir = builtPage()
    const uploadsDir = join(dataDir, 'uploads')
    const shell = await startBrowserShell({
      core,
      files,
      rendererDir,
      uploadsDir,
      idleStopMinutes,
      logger,
      port,
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => void shell.close())
    console.log(`党务台账已启动：${shell.url}`)
    offerNewLinks(shell)
    if (shouldOpen) openBrowser(shell.url)
    await shell.closed
  } finally {
    await core.close()
  }
  console.log('党务台账已停止。')
}

const options = readArgs(process.argv.slice(2))
if (options === undefined) {
  console.error(usage)
  process.exitCode = 2
} else {
  try {
    await serve(options)
  } catch (error) {
    const messageZh = startFailureZh(error, options.port)
    if (messageZh === undefined) throw error
    console.error(messageZh)
    process.exitCode = 1
  }
}
