import { expect, type Page } from '@playwright/test'
import { pagePreferences } from '../../electron/main/security.ts'
import { test } from './desktopTest.ts'

test('opens one window that shows the page', async ({ sharedDesktop: { app, page } }) => {
  await expect(page).toHaveTitle('党务台账')
  await expect(page.locator('#root')).not.toBeEmpty()
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  )
  expect(windows).toEqual([true])
})

test('gives its page the decided web preferences and no other', async ({ sharedDesktop: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in electron.d.ts; there since Electron 5.
    const ask: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')
    return typeof ask === 'function' ? Reflect.apply(ask, contents, []) : undefined
  })
  expect(preferences).toMatchObject(pagePreferences)
  expect(preferences).toMatchObject({ preload: expect.stringMatching(/preload\.cjs$/) })
})

test('shows the page exactly two functions of the app', async ({ sharedDesktop: { page } }) => {
  const exposed = await page.evaluate(() => {
    const bridge: unknown = Reflect.get(window, 'bridge')
    const members = typeof bridge === 'object' && bridge !== null ? Object.entries(bridge) : []
    return {
      members: members.map(([name, member]) => `${name}: ${typeof member}`),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
    }
  })
  expect(exposed).toEqual({ members: ['call: function', 'onLocked: function'], node: [] })
})

test('the page cannot replace the bridge or its function', async ({ sharedDesktop: { page } }) => {
  const isReplaced = await page.evaluate(() => {
    const bridge = Object(Reflect.get(window, 'bridge'))
    const before: unknown = Reflect.get(bridge, 'call')
    Reflect.set(bridge, 'call', () => 'mine')
    Reflect.set(window, 'bridge', { call: () => 'mine' })
    return Reflect.get(Object(Reflect.get(window, 'bridge')), 'call') !== before
  })
  expect(isReplaced).toBe(false)
})

test('loads without one violation of the content security policy', async ({ desktop: { page } }) => {
  const violations = await violationsDuring(page, async () => {
    await page.reload()
    await expect(page.locator('#root')).not.toBeEmpty()
  })
  expect(violations).toEqual([])
})

test('gives each load of the page a nonce of its own', async ({ sharedDesktop: { page } }) => {
  const first = await nonceOf(page)
  await page.reload()
  const second = await nonceOf(page)
  expect(first).toMatch(/^[A-Za-z0-9+/]{24}$/)
  expect(second).toMatch(/^[A-Za-z0-9+/]{24}$/)
  expect(second).not.toBe(first)
})

test('refuses a script that was injected into the page', async ({ desktop: { page } }) => {
  const violations = await violationsDuring(page, async () => {
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
    })
  })
  expect(violations).toEqual(['script-src-elem'])
  expect(await page.evaluate(() => 'injected' in window)).toBe(false)
})

test('starts Chromium without name resolution, proxy or background traffic', async ({
  sharedDesktop: { app },
}) => {
  const switches = await app.evaluate(({ app }) =>
    ['host-resolver-rules', 'lang'].map((name) => app.commandLine.getSwitchValue(name)),
  )
  expect(switches).toEqual(['MAP * ~NOTFOUND', 'zh-CN'])
})

test('has a Chinese menu', async ({ sharedDesktop: { app } }) => {
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map((item) => [
      item.label,
      item.submenu?.items.map(({ label }) => label),
    ]),
  )
  expect(labels?.map(([label]) => label)).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)'])
  const words = JSON.stringify(labels).replaceAll(/\(&[A-Z]\)/g, '')
  expect(words).not.toMatch(/[a-z]/)
})

async function violationsDuring(page: Page, act: () => Promise<void>): Promise<string[]> {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('violation ')) violations.push(message.text().slice('violation '.length))
  })
  const watch = (): void =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.log(`violation ${event.effectiveDirective}`),
    )
  await page.addInitScript(watch)
  await page.evaluate(watch)
  await act()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  return violations
}

function nonceOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce)
}
