import { closeSync, fstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { expectAccessible, makeBackup, newFolder } from './backupSteps.ts'
import { administrator, clerk, expect, fillDemo, openOffice, signIn, test } from './office.ts'
import { createAccounts, open, signOut } from './scenes.ts'

/** First run by hand; answers the recovery code that is to be printed. */
async function setUp(page: Page): Promise<string> {
  await createAccounts(page)
  const code = page.getByRole('region', { name: '恢复码' }).locator('span')
  await expect(code).toHaveCount(8)
  const groups = await code.allInnerTexts()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '进入台账' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  return groups.join('-')
}

/** A page on this data folder, in a browser context of its own. */
async function withOffice(
  browser: Browser,
  dataDir: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const office = await openOffice(dataDir)
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await page.goto(office.newLaunchUrl())
    await work(page)
  } finally {
    await context.close()
    await office.close()
  }
}

const pageBytes = 4096
const frame = z.object({ id: z.number(), route: z.string().optional() })

/** Writes over the beginning of these pages, counted from 0. */
function damage(file: string, pages: (count: number) => readonly number[]): void {
  const handle = openSync(file, 'r+')
  for (const page of pages(fstatSync(handle).size / pageBytes)) {
    writeSync(handle, Buffer.alloc(512, 0x5a), 0, 512, page * pageBytes)
  }
  closeSync(handle)
}

/** From signing in, which fails, to the list of what there is. */
async function goToRescue(page: Page): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(clerk.user)
  await page.getByLabel('密码', { exact: true }).fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('link', { name: /恢复/ }).click()
  await fillSecret(page)
  await page.getByRole('heading', { level: 1, name: '选一份备份' }).waitFor()
}

async function fillSecret(page: Page): Promise<void> {
  await page.getByText('账号和密码', { exact: true }).click()
  await page.getByLabel('账号', { exact: true }).fill(administrator.user)
  await page.getByLabel('密码', { exact: true }).fill(administrator.password)
  await page.getByRole('button', { name: '查看可用的备份' }).click()
}

async function restoreAndSignIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await page.getByRole('heading', { level: 1, name: '已恢复' }).waitFor()
  await page.getByRole('button', { name: '去登录' }).click()
  await signIn(page, clerk)
  await open(page, '/members')
  await expect(page.getByRole('gridcell').getByRole('link').first()).toBeVisible()
}

test('one file carries everything to a new PC, opened by the recovery code, which is then a new one', async ({
  browser,
  emptyPage: page,
}) => {
  const recoveryCode = await setUp(page)
  await signOut(page)
  await signIn(page, administrator)
  await open(page, '/backups')
  await page.getByRole('button', { name: '保存移交文件' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '生成并保存' }).click()
  const download = await downloading
  const carried = newFolder()
  const file = join(carried, download.suggestedFilename())
  await download.saveAs(file)

  const newPc = newFolder()
  await withOffice(browser, newPc, async (there) => {
    await there.getByRole('link', { name: /从备份恢复/ }).click()
    await there.getByRole('button', { name: '读这份备份' }).click()
    await expect(there.getByText('请选择备份文件')).toBeVisible()
    await expectAccessible(there)
    const chooser = there.waitForEvent('filechooser')
    await there.getByRole('button', { name: '选择文件' }).click()
    await (await chooser).setFiles(file)
    await there.getByRole('textbox', { name: '恢复码' }).fill('0000-0000-0000-0000-0000-0000-0000-0000')
    await there.getByRole('button', { name: '读这份备份' }).click()
    await expect(there.getByRole('alert').first()).toBeVisible()
    await there.getByRole('textbox', { name: '恢复码' }).fill(recoveryCode)
    await there.getByRole('button', { name: '读这份备份' }).click()
    await there.getByRole('button', { name: '恢复这份备份' }).waitFor()
    await expectAccessible(there)
    await there.getByRole('button', { name: '恢复这份备份' }).click()
    await there.getByRole('heading', { level: 1, name: '已恢复' }).waitFor()
    const renewed = there.getByRole('region', { name: '恢复码' }).locator('span')
    await expect(renewed).toHaveCount(8)
    expect((await renewed.allInnerTexts()).join('-')).not.toBe(recoveryCode)
    await there.getByRole('checkbox').check()
    await there.getByRole('button', { name: '去登录' }).click()
    await there.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  })
  for (const dir of [carried, newPc]) rmSync(dir, { recursive: true })
})

test('a damaged database leads to the rescue page, and the newest backup brings the data back', async ({
  browser,
  dataDir,
}) => {
  await fillDemo(dataDir, 300)
  await withOffice(browser, dataDir, async (page) => {
    await signIn(page, clerk)
    await makeBackup(page)
  })
  damage(join(dataDir, 'ledger.db'), (count) => Array.from({ length: count - 2 }, (_, i) => i + 2))
  await withOffice(browser, dataDir, async (page) => {
    await goToRescue(page)
    await page
      .getByRole('button', { name: /^核对这份/ })
      .first()
      .click()
    await restoreAndSignIn(page)
  })
})

test('without any backup, what can still be read of a damaged database is saved and can be restored', async ({
  browser,
  dataDir,
}) => {
  await fillDemo(dataDir, 300)
  rmSync(join(dataDir, 'backups'), { recursive: true })
  damage(join(dataDir, 'ledger.db'), (count) => [Math.floor(count / 2)])
  await withOffice(browser, dataDir, async (page) => {
    await goToRescue(page)
    await expect(page.getByText('这个数据文件夹里没有找到备份')).toBeVisible()
    await page.getByRole('button', { name: '抢救能读出的数据' }).click()
    const saved = page.getByRole('region', { name: '抢救结果' })
    await expectAccessible(page)
    await expect(saved.getByRole('row', { name: /^党员/ })).toContainText(/读出 \d+ 条/)
    await page.getByRole('button', { name: /^核对这份/ }).click()
    await restoreAndSignIn(page)
  })
})

test('without database and keys a folder with backups is no new one: they bring it back, or it is begun anew knowingly', async ({
  browser,
  dataDir,
}) => {
  await fillDemo(dataDir, 300)
  await withOffice(browser, dataDir, async (page) => {
    await signIn(page, clerk)
    await makeBackup(page)
  })
  for (const name of ['ledger.db', 'keys.json']) rmSync(join(dataDir, name))
  await withOffice(browser, dataDir, async (page) => {
    await page.getByRole('heading', { level: 1, name: '原来的台账不见了' }).waitFor()
    await expect(page.getByRole('alert')).toContainText(/还有 \d+ 份备份/)
    await page.getByRole('button', { name: '不恢复，重新建立' }).click()
    await expect(page.getByRole('button', { name: '确定，重新建立' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: '用备份恢复' }).click()
    await fillSecret(page)
    await expect(page.getByText('抢救能读出的数据')).toHaveCount(0)
    await page
      .getByRole('button', { name: /^核对这份/ })
      .first()
      .click()
    await expect(page.getByText('密码是最近一份备份里的')).toBeVisible()
    await page.getByRole('button', { name: '恢复这份备份' }).click()
    await page.getByRole('heading', { level: 1, name: '已恢复' }).waitFor()
    await page.getByRole('button', { name: '去登录' }).click()
    await page.getByLabel('账号', { exact: true }).fill(clerk.user)
    await page.getByLabel('密码', { exact: true }).fill(clerk.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { level: 1, name: '请换成您自己的密码' }).waitFor()
  })
})

test('damage found in the middle of work covers the page, lets go back to copy, and leads to the rescue page', async ({
  browser,
  dataDir,
}) => {
  await fillDemo(dataDir, 300)
  await withOffice(browser, dataDir, async (page) => {
    // A database this small stands in the cache as a whole, so the answer is put in the core's mouth.
    await page.routeWebSocket('**/rpc', (socket) => {
      const core = socket.connectToServer()
      const lists = new Set<unknown>()
      socket.onMessage((text) => {
        const { id, route } = frame.parse(JSON.parse(String(text)))
        if (route === 'members.list') lists.add(id)
        core.send(text)
      })
      core.onMessage((text) => {
        const { id } = frame.parse(JSON.parse(String(text)))
        const error = { code: 'DATABASE_DAMAGED', detail: 'page 7' }
        socket.send(lists.has(id) ? JSON.stringify({ id, result: { ok: false, error } }) : text)
      })
    })
    await page.reload()
    await signIn(page, clerk)
    await open(page, '/members')
    const notice = page.getByRole('alertdialog', { name: '数据库损坏，请先停下' })
    await notice.waitFor()
    await expectAccessible(page)
    await notice.getByRole('button', { name: /先回到刚才的页面/ }).click()
    await expect(notice).toHaveCount(0)
    await page.getByRole('button', { name: '重试' }).first().click()
    await notice.getByRole('link', { name: '去恢复' }).click()
    await fillSecret(page)
    await expect(page.getByRole('alert')).toContainText('数据库可以正常打开，不需要抢救')
    await page.getByRole('button', { name: '返回登录' }).click()
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    await expect(notice).toHaveCount(0)
  })
})
