import { readdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './desktopTest.ts'

interface Answer {
  readonly ok: boolean
  readonly data?: Readonly<Record<string, unknown>>
}

function call(page: Page, route: string, input: unknown): Promise<Answer> {
  return page.evaluate(`window.bridge.call(${JSON.stringify(route)}, ${JSON.stringify(input)})`)
}

const clerk = { user: 'admin', displayName: '王干事', password: 'Ledger-2026' }

async function createAccounts(page: Page): Promise<void> {
  const administrator = { user: 'sysadmin', displayName: '李管理', password: 'Manage-2026' }
  expect(await call(page, 'accounts.createFirst', { administrator, clerk })).toMatchObject({ ok: true })
}

// What only the built app has: bundled migrations folder, worker entry and libraries.
test('the built app makes its database and reads a workbook in its worker', async ({ desktop: { page } }) => {
  await createAccounts(page)
  const sample = await call(page, 'imports.sampleWorkbook', { kind: 'roster' })
  expect(sample).toMatchObject({ ok: true, data: { name: expect.stringMatching(/\.xlsx$/) } })
  const preview = await call(page, 'imports.preview', {
    kind: 'roster',
    file: sample.data?.['handle'],
    mode: 'addAndUpdate',
    columns: {},
    skipSheets: [],
    branches: {},
    otherBranches: 'create',
    jobId: null,
  })
  expect(preview).toMatchObject({ ok: true, data: { report: { rows: 1 } } })
})

for (const event of ['suspend', 'lock-screen']) {
  test(`locks the session and tells the page, without the event, at ${event}`, async ({
    desktop: { app, page },
  }) => {
    await createAccounts(page)
    await page.evaluate(`
      window.told = []
      window.stop = window.bridge.onLocked((...args) => window.told.push(args.length))`)
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect.poll(() => page.evaluate('window.told')).toEqual([0])
    expect(await call(page, 'organizations.tree', { includeEnded: false })).toMatchObject({
      error: { code: 'SESSION_LOCKED' },
    })
    expect(await call(page, 'accounts.unlock', { password: clerk.password })).toMatchObject({ ok: true })
    await page.evaluate('window.stop()')
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect.poll(() => call(page, 'accounts.status', {})).toMatchObject({ data: { state: 'idle' } })
    expect(await page.evaluate('window.told')).toEqual([0])
  })
}

test('quits only after everybody is signed out and the database is closed', async ({ launch, computer }) => {
  const { app, page } = await launch()
  await createAccounts(page)
  const gone = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit())
  await gone
  // A log left behind would mean that the file was not closed.
  const left = readdirSync(computer.dataDir)
  expect(left).toContain('ledger.db')
  expect(left.filter((name) => /-wal$|^\.lock\.json$/.test(name))).toEqual([])
  const again = await launch()
  const { user, password } = clerk
  expect(await call(again.page, 'accounts.signIn', { user, password })).toMatchObject({ ok: true })
})
