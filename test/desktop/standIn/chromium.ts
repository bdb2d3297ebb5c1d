import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Frame, type Page, type Request, type Route } from '@playwright/test'
import { fromChromium } from './schemes.ts'
import { unlessGone } from './unlessGone.ts'
import type { WebContents } from './webContents.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

export interface Switch {
  readonly name: string
  readonly value: string
}

export interface ChromiumHost {
  newPage(contents: WebContents): Promise<Page>
  close(): Promise<void>
}

const running: { host?: ChromiumHost } = {}

export function chromiumHost(): ChromiumHost {
  if (running.host === undefined) throw new Error('Cannot create BrowserWindow before app is ready')
  return running.host
}

export async function startChromium(switches: readonly Switch[]): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-stand-in-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: null,
    // A signal ends the app, and the app ends Chromium.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--remote-debugging-port=0',
      ...spell(switches),
    ],
  })
  const pages = new Map<Page, WebContents>()
  let first = context.pages()[0]
  await context.route('**/*', (route) => unlessGone(answerRoute(route, pages)))
  context.on('page', (page) => void unlessGone(refusePopup(page, pages)))
  announce(profile)
  running.host = {
    async newPage(contents) {
      const page = first ?? (await context.newPage())
      first = undefined
      pages.set(page, contents)
      return page
    },
    async close() {
      await context.close()
      // The last of Chromium's processes may still write there.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** Chromium takes only the last --disable-features, and Playwright needs its own. */
function spell(switches: readonly Switch[]): string[] {
  const own = switches.filter(({ name }) => name !== 'disable-features')
  return own.map(({ name, value }) => (value === '' ? `--${name}` : `--${name}=${value}`))
}

/** The line Electron prints and Playwright waits for. */
function announce(profile: string): void {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  process.stderr.write(`DevTools listening on ws://127.0.0.1:${port}${path}\n`)
}

async function answerRoute(route: Route, pages: ReadonlyMap<Page, WebContents>): Promise<void> {
  const request = route.request()
  const contents = contentsOf(request, pages)
  const url = fromChromium(request.url())
  if (request.isNavigationRequest() && !contents.standInMayNavigate(url, isMainFrame(request)))
    return route.abort('aborted')
  const details = { url, method: request.method(), resourceType: electronResourceType(request) }
  const answer = await contents.session.standInAnswer(details)
  if (answer === 'cancelled') return route.abort('blockedbyclient')
  if (answer === 'leaving') return route.abort('internetdisconnected')
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

/** Playwright names no frame for a navigation that has not committed, and a popup's page is not ours: both are the first window's doing. */
function contentsOf(request: Request, pages: ReadonlyMap<Page, WebContents>): WebContents {
  const page = frameOf(request)?.page()
  const contents = (page && pages.get(page)) ?? [...pages.values()][0]
  if (contents === undefined) throw new Error('a request before any window')
  return contents
}

function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame()
  } catch {
    return undefined
  }
}

function isMainFrame(request: Request): boolean {
  return (frameOf(request)?.parentFrame() ?? null) === null
}

function electronResourceType(request: Request): 'mainFrame' | 'subFrame' | 'image' | 'font' | 'other' {
  if (request.isNavigationRequest()) return isMainFrame(request) ? 'mainFrame' : 'subFrame'
  const type = request.resourceType()
  return type === 'image' || type === 'font' ? type : 'other'
}

/** A page nobody asked the stand-in for was opened by a page: its window-open handler decides. */
async function refusePopup(page: Page, pages: ReadonlyMap<Page, WebContents>): Promise<void> {
  const opener = await page.opener()
  const contents = opener === null ? undefined : pages.get(opener)
  if (contents === undefined) return
  if (contents.standInAskToOpen(fromChromium(page.url())) === 'deny') await page.close()
}
