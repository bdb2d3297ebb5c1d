import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { test } from './desktopTest.ts'

interface Answer {
  readonly ok: boolean
  readonly data?: { readonly handle?: string; readonly name?: string; readonly path?: string } | null
  readonly error?: { readonly code: string; readonly messageZh?: string }
}

function call(page: Page, route: string, input: unknown): Promise<Answer> {
  return page.evaluate(`window.bridge.call(${JSON.stringify(route)}, ${JSON.stringify(input)})`)
}

/** The person at the dialog takes this file, or cancels. Answers with the dialog's options as they were asked. */
async function chooseInDialogs(
  app: ElectronApplication,
  path: string | null,
): Promise<() => Promise<unknown>> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null
    const asked: unknown[] = []
    Reflect.set(globalThis, 'asked', asked)
    dialog.showOpenDialog = (...args: readonly unknown[]) => {
      asked.push(args.at(-1))
      return Promise.resolve({ canceled, filePaths: canceled ? [] : [chosen] })
    }
    dialog.showSaveDialog = (...args: readonly unknown[]) => {
      asked.push(args.at(-1))
      return Promise.resolve({ canceled, filePath: chosen ?? '' })
    }
  }, path)
  return () => app.evaluate((): unknown => Reflect.get(globalThis, 'asked'))
}

test('a chosen file is saved elsewhere byte for byte', async ({ desktop: { app, page }, computer }) => {
  const source = join(computer.home, '名册.xlsx')
  const target = join(computer.home, '另存.xlsx')
  writeFileSync(source, Buffer.from([0, 255, 1, 254]))
  writeFileSync(target, '原来的文件')

  const asked = await chooseInDialogs(app, source)
  const chosen = await call(page, 'files.choose', { extensions: ['xlsx', 'xls'] })
  expect(chosen).toMatchObject({ ok: true, data: { name: '名册.xlsx' } })
  expect(await asked()).toMatchObject([
    { filters: [{ extensions: ['xlsx', 'xls'] }], properties: ['openFile'] },
  ])

  const askedToSave = await chooseInDialogs(app, target)
  const delivered = await call(page, 'files.deliver', { handle: chosen.data?.handle })
  expect(delivered).toMatchObject({ ok: true, data: { path: target } })
  expect(JSON.stringify(await askedToSave())).toContain(basename(source))
  expect(readFileSync(target)).toEqual(readFileSync(source))
})

test('a cancelled dialog is no error', async ({ desktop: { app, page } }) => {
  await chooseInDialogs(app, null)
  expect(await call(page, 'files.choose', { extensions: ['xlsx'] })).toEqual({ ok: true, data: null })
})

test('a file over 50 MB is refused before it is read', async ({ desktop: { app, page }, computer }) => {
  const source = join(computer.home, 'big.xlsx')
  writeFileSync(source, '')
  truncateSync(source, 50 * 1024 * 1024 + 1)
  await chooseInDialogs(app, source)
  expect(await call(page, 'files.choose', { extensions: ['xlsx'] })).toMatchObject({
    ok: false,
    error: { code: 'FILE_TOO_LARGE', messageZh: '文件超过 50 MB，请拆分后再选择' },
  })
})

test('a backup of any size is taken where it lies, and delivered byte for byte', async ({
  desktop: { app, page },
  computer,
}) => {
  const source = join(computer.home, '移交.zip')
  const target = join(computer.home, '另存.zip')
  writeFileSync(source, 'PK')
  truncateSync(source, 60 * 1024 * 1024)
  await chooseInDialogs(app, source)
  const chosen = await call(page, 'files.choose', { extensions: ['zip'] })
  expect(chosen).toMatchObject({ ok: true, data: { name: '移交.zip' } })
  await chooseInDialogs(app, target)
  expect(await call(page, 'files.deliver', { handle: chosen.data?.handle })).toMatchObject({ ok: true })
  expect(readFileSync(target).equals(readFileSync(source))).toBe(true)
  rmSync(source)
  expect(await call(page, 'files.deliver', { handle: chosen.data?.handle })).toMatchObject({
    ok: false,
    error: { code: 'FILE_GONE' },
  })
})

test('the dialog for folders opens for the administrator alone, and answers the path', async ({
  desktop: { app, page },
  computer,
}) => {
  const asked = await chooseInDialogs(app, computer.home)
  expect(await call(page, 'files.chooseFolder', {})).toMatchObject({ error: { code: 'SIGN_IN_REQUIRED' } })
  const administrator = { user: 'sysadmin', displayName: '李管理', password: 'Office-2026' }
  const clerk = { user: 'admin', displayName: '王干事', password: 'Ledger-2026' }
  await call(page, 'accounts.createFirst', { administrator, clerk })
  expect(await call(page, 'files.chooseFolder', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
  await call(page, 'accounts.signOut', {})
  const { user, password } = administrator
  await call(page, 'accounts.signIn', { user, password })
  expect(await call(page, 'files.chooseFolder', {})).toEqual({ ok: true, data: { path: computer.home } })
  expect(await asked()).toMatchObject([{ properties: ['openDirectory', 'createDirectory'] }])
})

test('a file that went away is refused with a sentence', async ({ desktop: { app, page }, computer }) => {
  await chooseInDialogs(app, join(computer.home, 'gone.xlsx'))
  expect(await call(page, 'files.choose', { extensions: ['xlsx'] })).toMatchObject({
    ok: false,
    error: { code: 'FILE_UNREADABLE', messageZh: expect.stringMatching(/^文件打不开/) },
  })
})

test('a place that cannot be written is named in the answer, and nothing is left there', async ({
  desktop: { app, page },
  computer,
}) => {
  const source = join(computer.home, 'a.xlsx')
  writeFileSync(source, 'a')
  await chooseInDialogs(app, source)
  const chosen = await call(page, 'files.choose', { extensions: ['xlsx'] })
  await chooseInDialogs(app, join(computer.home, 'gone/a.xlsx'))
  expect(await call(page, 'files.deliver', { handle: chosen.data?.handle })).toMatchObject({
    ok: false,
    error: { code: 'FOLDER_READ_ONLY', messageZh: '这个位置不能写入，请换一个文件夹保存' },
  })
})
