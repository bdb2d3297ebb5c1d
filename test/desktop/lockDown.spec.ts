import { createServer } from 'node:http'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { test as base } from './desktopTest.ts'

interface Outside {
  readonly url: string
  connections(): number
}

/** A server that stands for everything outside the app and counts who comes. */
const test = base.extend<{ outside: Outside }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of the pattern
  outside: async ({}, use) => {
    let connections = 0
    const server = createServer((_request, response) => response.end('outside'))
    server.on('connection', () => (connections += 1))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await use({ url: `http://127.0.0.1:${port}/`, connections: () => connections })
    server.closeAllConnections()
    server.close()
  },
})

function titlesOfWindows(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map((window) => window.webContents.executeJavaScript('document.title')),
    ),
  )
}

/** What must not happen has no event to wait for. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
}

test('nothing the page tries reaches the outside', async ({ desktop: { page }, outside }) => {
  const outcomes = await page.evaluate(async (url) => {
    const image = (): Promise<string> =>
      new Promise((resolve) => {
        const element = new Image()
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        element.src = url
      })
    const socket = (): Promise<string> =>
      new Promise((resolve) => {
        const webSocket = new WebSocket(url.replace('http', 'ws'))
        webSocket.addEventListener('open', () => resolve('loaded'))
        webSocket.addEventListener('error', () => resolve('refused'))
      })
    const attempts = [
      () => fetch(url, { mode: 'no-cors' }),
      () => fetch(`${url}x`, { method: 'POST', body: 'secret', keepalive: true }),
      () => import(`${url}x.js`),
      () => navigator.serviceWorker.register(`${url}worker.js`),
    ]
    const results = await Promise.all(
      attempts.map((attempt) =>
        attempt().then(
          () => 'loaded',
          () => 'refused',
        ),
      ),
    )
    navigator.sendBeacon(url, 'secret')
    const frame = document.createElement('iframe')
    frame.src = url
    document.body.append(frame)
    return [...results, await image(), await socket().catch(() => 'refused')]
  }, outside.url)
  expect(outcomes).toEqual(Array.from(outcomes, () => 'refused'))
  expect(outside.connections()).toBe(0)
})

test('refuses remote requests even where no content security policy forbids them', async ({
  desktop: { app },
  outside,
}) => {
  const answer = await app.evaluate(async ({ BrowserWindow, session }, url) => {
    const pageSession = session.fromPartition('page')
    const passed: string[] = []
    pageSession.webRequest.onSendHeaders((details) => void passed.push(details.url))
    const bare = new BrowserWindow({ show: false, webPreferences: { session: pageSession, sandbox: true } })
    await bare.loadURL('about:blank')
    const code = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => 'loaded', () => 'refused')`
    const outcome: unknown = await bare.webContents.executeJavaScript(code)
    bare.destroy()
    return { outcome, passed: passed.filter((each) => each.startsWith('http')) }
  }, outside.url)
  expect(answer).toEqual({ outcome: 'refused', passed: [] })
  expect(outside.connections()).toBe(0)
})

for (const [name, leave] of [
  [
    'a link',
    (url: string) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
    },
  ],
  ['a script', (url: string) => location.assign(url)],
  [
    'a refresh tag',
    (url: string) => {
      const tag = document.createElement('meta')
      tag.httpEquiv = 'refresh'
      tag.content = `0;url=${url}`
      document.head.append(tag)
    },
  ],
] as const) {
  test(`stays on its page when ${name} points elsewhere`, async ({ desktop: { app, page }, outside }) => {
    const before = page.url()
    await page.evaluate(leave, outside.url)
    await settle(page)
    expect(page.url()).toBe(before)
    expect(await titlesOfWindows(app)).toEqual(['党务台账'])
    expect(outside.connections()).toBe(0)
  })
}

test('opens no second window for a page', async ({ desktop: { app, page }, outside }) => {
  await page.evaluate((url) => {
    window.open(url)
    window.open('about:blank')
  }, outside.url)
  await settle(page)
  expect(app.windows()).toHaveLength(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(outside.connections()).toBe(0)
})

test('denies every permission', async ({ desktop: { page } }) => {
  await page.locator('body').click({ position: { x: 1, y: 1 } })
  const answers = await page.evaluate(async () => {
    const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone']
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    )
    const position = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    )
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return [...states, position, media, await Notification.requestPermission()]
  })
  expect(answers).toEqual(Array.from(answers, () => 'denied'))
})
