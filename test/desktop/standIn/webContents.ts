import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'
import type { WebContents as ElectronWebContents, WebPreferences } from 'electron'
import { standInEvent } from './events.ts'
import { invoke, type SenderFrame } from './ipcMain.ts'
import { lifecycle } from './lifecycle.ts'
import { fromChromium, toChromium } from './schemes.ts'
import type { StandInSession } from './session.ts'
import { unlessGone } from './unlessGone.ts'
import { decodeClone, encodeClone } from './wire.ts'
import { invokeBinding, mainWorldScript, preloadWorldName, preloadWorldScript } from './worlds.ts'

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string; readonly securityOrigin: string }
  readonly childFrames?: readonly FrameTree[]
}

export interface PageOfContents {
  readonly page: Page
  readonly cdp: CDPSession
}

export class WebContents extends EventEmitter {
  readonly session: StandInSession
  readonly #preferences: WebPreferences
  readonly #opened: Promise<PageOfContents>
  readonly #preloadWorlds = new Set<number>()
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' })
  #zoomFactor = 1
  #urlBeingLoaded: string | undefined

  constructor(
    session: StandInSession,
    preferences: WebPreferences,
    openPage: (self: WebContents) => Promise<Page>,
  ) {
    super()
    this.session = session
    this.#preferences = preferences
    this.#opened = this.#open(openPage)
  }

  get standInOpened(): Promise<PageOfContents> {
    return this.#opened
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler
  }

  setWebRTCIPHandlingPolicy(policy: Parameters<ElectronWebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    void policy
  }

  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
  }

  getZoomFactor(): number {
    return this.#zoomFactor
  }

  /** Not in electron.d.ts, but the real WebContents has it too. */
  getLastWebPreferences(): WebPreferences {
    return this.#preferences
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#opened
    return page.evaluate(code)
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const message = JSON.stringify({ channel, args: encodeClone(args) })
    const expression = `globalThis.__standInSend?.(${message})`
    const sent = this.#opened.then(({ cdp }) =>
      // A world of a page that has gone is still on the list.
      Promise.allSettled(
        [...this.#preloadWorlds].map((contextId) => cdp.send('Runtime.evaluate', { contextId, expression })),
      ),
    )
    void unlessGone(sent)
  }

  async loadURL(url: string): Promise<void> {
    const { page, cdp } = await this.#opened
    await this.session.standInApplyPermissions(cdp)
    this.#urlBeingLoaded = url
    await page.goto(toChromium(url))
    this.emit('did-finish-load')
  }

  standInAskToOpen(url: string): 'allow' | 'deny' {
    return this.#windowOpenHandler({ url }).action
  }

  /** Navigations the app itself started raise no event, as in Electron. */
  standInMayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && url === this.#urlBeingLoaded) {
      this.#urlBeingLoaded = undefined
      return true
    }
    const event = standInEvent({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  async #open(openPage: (self: WebContents) => Promise<Page>): Promise<PageOfContents> {
    const page = await openPage(this)
    const cdp = await page.context().newCDPSession(page)
    const { preload, nodeIntegrationInSubFrames = false } = this.#preferences
    const contexts = new Map<number, string>()
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      contexts.set(context.id, String(context.auxData?.['frameId']))
      if (context.name === preloadWorldName) this.#preloadWorlds.add(context.id)
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === invokeBinding) void this.#answerInvoke(cdp, payload, executionContextId, contexts)
    })
    page.on('dialog', (dialog) => {
      const event = standInEvent({})
      if (dialog.type() === 'beforeunload') this.emit('will-prevent-unload', event)
      if (!event.defaultPrevented) lifecycle.emit('stayed')
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).catch(() => undefined)
    })
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    if (preload !== undefined) {
      await cdp.send('Runtime.addBinding', { name: invokeBinding, executionContextName: preloadWorldName })
      const source = readFileSync(preload, 'utf8')
      const inSubFrames = nodeIntegrationInSubFrames
      const scripts = [
        { source: mainWorldScript(inSubFrames) },
        { source: preloadWorldScript(source, inSubFrames), worldName: preloadWorldName },
      ]
      for (const script of scripts) await cdp.send('Page.addScriptToEvaluateOnNewDocument', script)
    }
    return { page, cdp }
  }

  async #answerInvoke(
    cdp: CDPSession,
    payload: string,
    contextId: number,
    contexts: ReadonlyMap<number, string>,
  ): Promise<void> {
    const { id, channel, args } = JSON.parse(payload)
    const decoded = decodeClone(args)
    const tree = await unlessGone(cdp.send('Page.getFrameTree'))
    if (tree === undefined) return
    const sender = findFrame(tree.frameTree, contexts.get(contextId) ?? '', null)
    const reply = await invoke(channel, this, sender, Array.isArray(decoded) ? decoded : []).then(
      (value) => ({ id, value: encodeClone(value) }),
      (error: unknown) => ({ id, error: `Error invoking remote method '${channel}': ${String(error)}` }),
    )
    // The page may be gone by the time its answer is there.
    await cdp
      .send('Runtime.evaluate', { contextId, expression: `__standInReply(${JSON.stringify(reply)})` })
      .catch(() => undefined)
  }
}

function findFrame(tree: FrameTree, id: string, parent: SenderFrame | null): SenderFrame | null {
  const { url, securityOrigin } = tree.frame
  const origin = URL.canParse(securityOrigin) ? fromChromium(securityOrigin) : 'null'
  const frame: SenderFrame = { url: fromChromium(url), origin, parent }
  if (tree.frame.id === id) return frame
  for (const child of tree.childFrames ?? []) {
    const found = findFrame(child, id, frame)
    if (found !== null) return found
  }
  return null
}
