import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { chromiumHost } from './chromium.ts'
import { standInEvent } from './events.ts'
import { lifecycle } from './lifecycle.ts'
import { session, type StandInSession } from './session.ts'
import { unlessGone } from './unlessGone.ts'
import { WebContents } from './webContents.ts'

type WindowOptions = Omit<BrowserWindowConstructorOptions, 'webPreferences'> & {
  readonly webPreferences?: Omit<
    NonNullable<BrowserWindowConstructorOptions['webPreferences']>,
    'session'
  > & {
    readonly session?: StandInSession
  }
}

const openWindows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly #minimum: { readonly width: number; readonly height: number }
  #bounds: Rectangle
  #isVisible: boolean
  #isMinimized = false
  #isMaximized = false

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows]
  }

  constructor({ webPreferences = {}, ...options }: WindowOptions = {}) {
    super()
    const { session: ownSession = session.defaultSession, ...preferences } = webPreferences
    this.#minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
    this.#bounds = { x: 0, y: 0, width: 800, height: 600 }
    this.#isVisible = options.show ?? true
    openWindows.add(this)
    this.webContents = new WebContents(ownSession, preferences, (contents) =>
      chromiumHost().newPage(contents),
    )
    lifecycle.emit('contents', this.webContents)
    void unlessGone(this.#watchPage())
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.setBounds({ x, y, width, height })
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const wanted = { ...this.#bounds, ...bounds }
    const width = Math.max(wanted.width, this.#minimum.width)
    const height = Math.max(wanted.height, this.#minimum.height)
    this.#bounds = { ...wanted, width, height }
    void unlessGone(this.#resizePage(this.#bounds))
  }

  getBounds(): Rectangle {
    return this.#bounds
  }

  getNormalBounds(): Rectangle {
    return this.#bounds
  }

  show(): void {
    this.#isVisible = true
  }

  hide(): void {
    this.#isVisible = false
  }

  isVisible(): boolean {
    return this.#isVisible
  }

  focus(): void {
    this.#isVisible = true
  }

  minimize(): void {
    this.#isMinimized = true
  }

  restore(): void {
    this.#isMinimized = false
    this.#isMaximized = false
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }

  maximize(): void {
    this.#isMaximized = true
  }

  isMaximized(): boolean {
    return this.#isMaximized
  }

  isDestroyed(): boolean {
    return !openWindows.has(this)
  }

  close(): void {
    const event = standInEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) void unlessGone(this.#closePage(true))
  }

  destroy(): void {
    void unlessGone(this.#closePage(false))
  }

  async #closePage(runBeforeUnload: boolean): Promise<void> {
    const { page } = await this.webContents.standInOpened
    await page.close({ runBeforeUnload })
  }

  async #watchPage(): Promise<void> {
    const { page } = await this.webContents.standInOpened
    page.on('crash', () =>
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    )
    page.on('close', () => {
      openWindows.delete(this)
      this.emit('closed')
      lifecycle.emit('closed')
    })
  }

  async #resizePage({ x, y, width, height }: Rectangle): Promise<void> {
    const { cdp } = await this.webContents.standInOpened
    const { windowId } = await cdp.send('Browser.getWindowForTarget')
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, width, height } })
  }
}
