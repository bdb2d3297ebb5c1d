import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { test } from './desktopTest.ts'

/** Calls through the bridge with an input that only the page can make. */
function callWith(page: Page, makeInput: () => unknown): Promise<unknown> {
  return page.evaluate(`
    window.bridge.call('no.such.route', (${String(makeInput)})())
      .then((answer) => answer.error?.code, (error) => 'rejected: ' + error.message)`)
}

test('answers a call with the result envelope of the core', async ({ sharedDesktop: { page } }) => {
  const answer = await page.evaluate(
    `window.bridge.call('no.such.route', { page: 1, names: ['王小明'], none: null })`,
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'ROUTE_NOT_FOUND' } })
})

test('answers many calls at once, each with its own answer', async ({ sharedDesktop: { page } }) => {
  const codes = await page.evaluate(`Promise.all(Array.from({ length: 50 }, (_, i) =>
    window.bridge.call(i % 2 ? 'no.such.route' : 7, {}).then((answer) => answer.error.code)))`)
  expect(codes).toEqual(
    Array.from({ length: 50 }, (_, i) => (i % 2 ? 'ROUTE_NOT_FOUND' : 'VALIDATION_FAILED')),
  )
})

for (const [name, makeInput] of [
  ['a Map', () => ({ filter: new Map([['a', 1]]) })],
  ['a Set', () => ({ filter: new Set([1]) })],
  ['a BigInt', () => ({ id: 10n })],
  ['a Date', () => ({ on: new Date() })],
  ['NaN', () => ({ page: Number.NaN })],
] as const) {
  test(`refuses ${name}, which the other shell could not carry`, async ({ sharedDesktop: { page } }) => {
    expect(await callWith(page, makeInput)).toBe('VALIDATION_FAILED')
  })
}

test('rejects a function before it leaves the page', async ({ sharedDesktop: { page } }) => {
  expect(await callWith(page, () => ({ sort: () => 1 }))).toMatch(/^rejected: .*could not be cloned/)
})

test('takes an absent property for absent, as JSON does', async ({ sharedDesktop: { page } }) => {
  expect(await callWith(page, () => ({ search: undefined }))).toBe('ROUTE_NOT_FOUND')
})

/** A window made in the main process with our preload script and our session, which is more than an intruder has. */
function callFromAnotherWindow(app: ElectronApplication, url: string): Promise<unknown> {
  return app.evaluate(async ({ app, BrowserWindow, session }, address) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: {
        session: session.fromPartition('page'),
        preload: `${app.getAppPath()}/out/preload/preload.cjs`,
      },
    })
    await foreign.loadURL(address)
    const code = `window.bridge.call('no.such.route', {}).then((answer) => answer.error.code)`
    const answer: unknown = await foreign.webContents.executeJavaScript(code)
    foreign.destroy()
    return answer
  }, url)
}

test('refuses a call from a page of another origin', async ({ sharedDesktop: { app } }) => {
  expect(await callFromAnotherWindow(app, 'about:blank')).toBe('FORBIDDEN_SENDER')
})

test('refuses a call from our page in a window that is not ours', async ({ sharedDesktop: { app } }) => {
  expect(await callFromAnotherWindow(app, 'app://bundle/')).toBe('FORBIDDEN_SENDER')
})

test('gives a frame inside the page no bridge', async ({ sharedDesktop: { page } }) => {
  const bridge = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inner = frame.contentWindow
    return inner !== null && 'bridge' in inner
  })
  expect(bridge).toBe(false)
})
