import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './office.ts'
import { chooseFile, createAccount, fixture, open } from './scenes.ts'

test('a clerk sets up, imports the office workbooks, finds somebody, corrects the record and prints the roster', async ({
  emptyPage: page,
  complaints,
}) => {
  await createAccount(page)
  await expect(page.getByLabel('恢复码')).toHaveText(/([0-9A-Z]{4}\s*){8}/)
  await expect(page.getByRole('button', { name: '进入台账' })).toBeDisabled()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '进入台账' }).click()

  await chooseFile(page, '党组织', fixture('organisations.xlsx'))
  await page.getByRole('button', { name: /下一步/ }).click()
  await page.getByRole('button', { name: '入库' }).click()
  await expect(page.getByRole('heading', { name: '已入库' })).toBeVisible()

  await chooseFile(page, '党员花名册', fixture('roster-street.xlsx'))
  await page.getByRole('button', { name: /下一步/ }).click()
  await expect(page.getByText('将新增 606 人、变更 0 人；14 行不导入')).toBeVisible()
  await page.getByRole('button', { name: '入库' }).click()
  await expect(page.getByRole('heading', { name: '已入库' })).toBeVisible()
  await expect(page.getByText('没有导入的 14 行')).toBeVisible()

  await page.keyboard.press('Control+K')
  await page.getByLabel('查找党员、党组织或操作').fill('zhoulg')
  await page.getByRole('option', { name: /周礼刚/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '周礼刚' })).toBeVisible()
  await page.getByLabel('籍贯').fill('浙江省杭州市')
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByText('第 2 版')).toBeVisible()

  await open(page, '/members/export')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出名册' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^\d{4}-.+-名册-党员花名册\.docx$/)
  const document = unzipSync(readFileSync(await download.path()))['word/document.xml']
  expect(strFromU8(document ?? new Uint8Array())).toContain('周礼刚')
  expect(complaints).toEqual([])
})

test('a wrong password says so and lets nobody in; the right one opens', async ({ demoPage: page }) => {
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('menuitem', { name: /退出/ }).click()
  await page.getByLabel('账号', { exact: true }).fill('admin')
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
})

test('an edit made meanwhile is shown beside one’s own, and neither is lost', async ({
  demoPage: page,
  context,
}) => {
  await open(page, '/members')
  await page.getByRole('gridcell').getByRole('link').first().click()
  await page.getByLabel('籍贯').fill('甲省')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('备注').fill('另一处写的')
  await other.keyboard.press('Control+S')
  await expect(other.getByText('已保存')).toBeVisible()
  await page.keyboard.press('Control+S')
  await expect(page.getByRole('dialog')).toContainText('另一处写的')
})
