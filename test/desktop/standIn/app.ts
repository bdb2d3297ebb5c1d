import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow } from './browserWindow.ts'
import { chromiumHost, startChromium, type Switch } from './chromium.ts'
import { standInEvent } from './events.ts'
import { lifecycle } from './lifecycle.ts'

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly #paths = new Map<string, string>()
  readonly #switches: Switch[] = []
  readonly #ready = Promise.withResolvers<void>()
  #isStarted = false
  #isQuitting = false
  #isExiting = false

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      this.#switches.push({ name, value })
    },
    getSwitchValue: (name: string): string =>
      this.#switches.findLast((each) => each.name === name)?.value ?? '',
  }

  constructor() {
    super()
    lifecycle.on('contents', (contents) => this.emit('web-contents-created', standInEvent({}), contents))
    lifecycle.on('stayed', () => {
      this.#isQuitting = false
    })
    lifecycle.on('closed', () => {
      if (BrowserWindow.getAllWindows().length > 0) return
      if (this.#isQuitting) this.#leave()
      else this.emit('window-all-closed')
    })
  }

  /** Called when the entry module has been evaluated: only then is the real app ready, too. */
  async standInStart(): Promise<void> {
    await startChromium(this.#switches)
    process.once('SIGTERM', () => this.quit())
    this.#isStarted = true
    this.emit('ready')
    this.#ready.resolve()
  }

  enableSandbox(): void {
    this.commandLine.appendSwitch('stand-in-sandbox-enabled')
  }

  setAppUserModelId(id: string): void {
    void id
  }

  getAppPath(): string {
    return process.cwd()
  }

  getVersion(): string {
    const manifest = JSON.parse(readFileSync(join(this.getAppPath(), 'package.json'), 'utf8'))
    return String(manifest.version)
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    const home = homedir()
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    const known = new Map([
      ['home', home],
      ['documents', join(home, 'Documents')],
      ['appData', appData],
      ['userData', join(appData, 'stand-in')],
    ])
    const path = this.#paths.get(name) ?? known.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  /** One process for each userData folder; the second hands over its arguments and is told false. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const lockFile = join(folder, 'SingletonLock')
    const callFile = join(folder, 'SingletonCall')
    const holder = livingHolder(lockFile)
    if (holder !== undefined) {
      writeFileSync(callFile, JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
      process.kill(holder, 'SIGUSR2')
      return false
    }
    writeFileSync(lockFile, String(process.pid))
    process.on('SIGUSR2', () => {
      const { argv, cwd } = JSON.parse(readFileSync(callFile, 'utf8'))
      this.emit('second-instance', standInEvent({}), argv, cwd, null)
    })
    return true
  }

  quit(): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    this.emit('before-quit', standInEvent({}))
    const windows = BrowserWindow.getAllWindows()
    if (windows.length === 0) this.#leave()
    for (const window of windows) window.close()
  }

  exit(code = 0): void {
    if (this.#isExiting) return
    this.#isExiting = true
    this.emit('quit', standInEvent({}), code)
    void this.#stop(code)
  }

  #leave(): void {
    const event = standInEvent({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#isQuitting = false
    else this.exit(0)
  }

  async #stop(code: number): Promise<void> {
    try {
      if (this.#isStarted) await chromiumHost().close()
    } catch (error) {
      console.error(error)
      process.exit(1)
    }
    process.exit(code)
  }
}

function livingHolder(lockFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

export const app = new StandInApp()
