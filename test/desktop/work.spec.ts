import { expect, type Page } from '@playwright/test'
import { test } from './desktopTest.ts'

interface Answer {
  readonly ok: boolean
  readonly data?: Readonly<Record<string, unknown>>
}

function call(page: Page, route: string, input: unknown): Promise<Answer> {
  return page.evaluate(`window.bridge.call(${JSON.stringify(route)}, ${JSON.stringify(input)})`)
}

// What only the built app has: bundled migrations folder, worker entry and libraries.
test('the built app makes its database and reads a workbook in its worker', async ({ desktop: { page } }) => {
  const first = { user: 'admin', displayName: '管理员', password: 'Ledger-2026' }
  expect(await call(page, 'accounts.createFirst', first)).toMatchObject({ ok: true })
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
