import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, signIn, test } from './office.ts'
import { chooseFile, createAccounts, fixture, open, signOut } from './scenes.ts'

test('a clerk sets up, imports the office workbooks, finds somebody, corrects the record and prints the roster', async ({
  emptyPage: page,
  complaints,
}) => {
  await createAccounts(page)
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
  await signOut(page)
  await page.getByLabel('账号', { exact: true }).fill('admin')
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
  await signIn(page)
  await expect(page.getByText('需要核对的党员')).toBeVisible()
})

test('the first page asks for two different people, and says which field is wrong before anything is made', async ({
  emptyPage: page,
}) => {
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('请填写姓名')).toBeVisible()
  await expect(page.getByLabel('姓名')).toBeFocused()
  await page.getByLabel('姓名').fill('李管理')
  await page.getByLabel('密码', { exact: true }).fill('短')
  await expect(page.getByText('密码至少 10 个字符')).toBeVisible()
  await page.getByLabel('密码', { exact: true }).fill('一句只有我知道的话')
  await expect(page.getByText('可以使用')).toHaveCount(0)
  await page.getByLabel('密码', { exact: true }).fill('一句只有我自己知道的话')
  await expect(page.getByText('可以使用')).toBeVisible()
  await page.getByLabel('再输一遍密码').fill('一句只有我自己知道的话')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: '建立街道党务干事账号' }).waitFor()
  await page.getByLabel('姓名').fill('王干事')
  await page.getByLabel('账号', { exact: true }).fill('SysAdmin')
  await page.getByLabel('密码', { exact: true }).fill('Dangwu-2026-x')
  await page.getByLabel('再输一遍密码').fill('Dangwu-2026-x')
  await page.getByRole('button', { name: '显示' }).first().click()
  await expect(page.getByLabel('密码', { exact: true })).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: '建立账号' }).click()
  await expect(page.getByText('两个账号不能同名')).toBeVisible()
  await page.getByRole('button', { name: '上一步' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue('李管理')
  await page.getByRole('link', { name: '从备份恢复（换新电脑）' }).click()
  await expect(page).toHaveURL(/#\/rescue$/)
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
