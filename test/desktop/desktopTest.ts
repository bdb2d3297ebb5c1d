import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

const appDir = join(import.meta.dirname, '../..')
const electronDir = join(appDir, 'node_modules/electron')

/** A computer of its own: home folder, settings and data. */
export interface Computer {
  readonly env: Record<string, string>
  readonly home: string
  readonly dataDir: string
}

export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
}

export interface Finished {
  readonly exitCode: number | null
  readonly output: string
}

interface DesktopWorkerFixtures {
  readonly isStandIn: boolean
  /** The Electron executable, or what stands in for it; undefined where there is none. */
  readonly foundExecutable: string | undefined
  /** What the stand-in parsed, for its next start. */
  readonly compileCache: string
  /** One app for all tests of a worker; undefined where there is no executable. */
  readonly lastingApp: Desktop | undefined
}

interface DesktopFixtures {
  readonly executablePath: string
  readonly computer: Computer
  /** Starts the app; every app started is closed after the test. */
  readonly launch: (dataDir?: string) => Promise<Desktop>
  /** Starts it and waits until it has gone by itself. */
  readonly runToEnd: (args?: readonly string[]) => Promise<Finished>
  readonly desktop: Desktop
  /** The worker's one app, its page loaded anew: for questions that leave nothing behind in app or folder. */
  readonly sharedDesktop: Desktop
}

const noElectron = 'real Electron has no binary here (node_modules/electron/dist)'

/** Looked for without importing the package, which would start a download. */
function electronBinary(): string | undefined {
  const pathFile = join(electronDir, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const path = join(electronDir, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(path) ? path : undefined
}

export const test = base.extend<DesktopFixtures, DesktopWorkerFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of the pattern
  isStandIn: [async ({}, use, { project }) => use(project.name !== 'electron'), { scope: 'worker' }],
  foundExecutable: [
    async ({ isStandIn }, use) => {
      const path = isStandIn ? join(import.meta.dirname, 'standIn/electron.ts') : electronBinary()
      if (path === undefined) console.log(`desktop specs skipped: ${noElectron}`)
      await use(path)
    },
    { scope: 'worker' },
  ],
  executablePath: async ({ foundExecutable }, use, testInfo) => {
    testInfo.skip(foundExecutable === undefined, noElectron)
    await use(foundExecutable ?? '')
  },
  compileCache: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of the pattern
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'desktop-cache-'))
      await use(dir)
      rmSync(dir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  lastingApp: [
    async ({ foundExecutable, compileCache }, use) => {
      if (foundExecutable === undefined) return use(undefined)
      const computer = newComputer(compileCache)
      const desktop = await start(foundExecutable, computer)
      await use(desktop)
      await desktop.app.close()
      rmSync(computer.home, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  computer: async ({ compileCache }, use) => {
    const computer = newComputer(compileCache)
    await use(computer)
    rmSync(computer.home, { recursive: true, force: true })
  },
  launch: async ({ executablePath, computer }, use) => {
    const apps: ElectronApplication[] = []
    await use(async (dataDir) => {
      const desktop = await start(executablePath, computer, dataDir)
      apps.push(desktop.app)
      return desktop
    })
    for (const app of apps) await app.close()
  },
  runToEnd: async ({ executablePath, computer }, use) => {
    const children: ChildProcess[] = []
    await use((args = ['--data', computer.dataDir]) => {
      const all = [...linuxArgs, '.', ...args]
      const child = spawn(executablePath, all, { env: computer.env, cwd: appDir, stdio: 'pipe' })
      children.push(child)
      return runToEnd(child)
    })
    for (const child of children) child.kill()
  },
  desktop: async ({ launch }, use) => use(await launch()),
  sharedDesktop: async ({ lastingApp }, use, testInfo) => {
    testInfo.skip(lastingApp === undefined, noElectron)
    if (lastingApp === undefined) return
    await lastingApp.page.reload()
    await use(lastingApp)
  },
})

function newComputer(compileCache: string): Computer {
  const home = mkdtempSync(join(tmpdir(), 'desktop-'))
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`
  const env = {
    ...definedEnvironment(),
    PATH: path,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    NODE_COMPILE_CACHE: compileCache,
  }
  return { env, home, dataDir: join(home, 'data') }
}

async function start(
  executablePath: string,
  { env, dataDir }: Computer,
  otherDataDir?: string,
): Promise<Desktop> {
  const args = [appDir, '--data', otherDataDir ?? dataDir]
  const app = await _electron.launch({ executablePath, args, env, cwd: appDir })
  const page = await app.firstWindow()
  await page.waitForURL(/bundle/)
  return { app, page }
}

// As Playwright starts Electron; root cannot start it otherwise.
const linuxArgs = process.platform === 'linux' ? ['--no-sandbox'] : []

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function runToEnd(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.once('error', reject)
    child.once('exit', (exitCode) => resolve({ exitCode, output }))
  })
}
