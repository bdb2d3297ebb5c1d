import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Registers the first 王 of the roster as leaving; the name. */
async function register(page: Page): Promise<string> {
  await open(page, '/transfers/new?direction=out')
  const search = page.getByRole('combobox', { name: '党员', exact: true })
  await search.fill('王')
  await page.getByRole('option').first().waitFor({ state: 'attached' })
  await search.press('Enter')
  await page.getByLabel('接收的基层党委').fill('中共外区光明街道工作委员会')
  await page.getByRole('radio', { name: '是', exact: true }).check()
  await page.keyboard.press('Control+S')
  await page.getByRole('button', { name: '开具', exact: true }).waitFor()
  return ((await heading(page).textContent()) ?? '').replace(/转出$/, '')
}

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开具', exact: true }).click()
  await expect(dialog(page).getByLabel('介绍信编号')).toHaveValue(/^\d{4}-\d{3}$/)
  await dialog(page).getByLabel('党费交至').fill('2026.11')
  await dialog(page).getByRole('button', { name: '开具' }).click()
  await expect(page.getByText('已办理：开具')).toBeVisible()
}

test('a member leaves by letter, stays in the roster until the receipt, and one undo brings him back', async ({
  demoPage: page,
  complaints,
}) => {
  const name = await register(page)
  await issue(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '打印介绍信' }).click()
  expect((await download).suggestedFilename()).toContain(`组织关系介绍信-${name}.docx`)
  await expect(page.getByText('仍在我方党支部花名册')).toBeVisible()
  await page.getByRole('button', { name: '登记回执' }).click()
  await expect(dialog(page)).toContainText('花名册改为“已转出”')
  await dialog(page).getByRole('button', { name: '登记回执' }).click()
  await expect(page.getByText('已办结，不需要再办理')).toBeVisible()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText('已转出').first()).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await expect(dialog(page)).toContainText(name)
  await dialog(page).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('button', { name: '登记回执' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the board’s columns are addresses, and their counts are the names behind them', async ({
  demoPage: page,
}) => {
  await open(page, '/transfers')
  const overdue = page.getByRole('navigation', { name: '办理状态' }).getByRole('link', { name: /逾期\s*\d/ })
  const count = Number(/\d+/.exec((await overdue.textContent()) ?? '')?.[0])
  await overdue.click()
  await expect(page).toHaveURL(/column=overdue/)
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(count)
  await page.reload()
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(count)
  await page.getByLabel('姓名或介绍信编号').fill('没有这个人')
  await expect(page.getByText('没有符合条件的转接')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page).not.toHaveURL(/column/)
})

test('a letter that comes is registered, accepted, and its bearer stands in the roster', async ({
  demoPage: page,
}) => {
  await open(page, '/transfers/new?direction=in')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('请填写姓名')).toBeVisible()
  await page.getByLabel('姓名', { exact: true }).fill('欧阳来')
  await page.getByLabel('人员类别').fill('正式')
  await page.getByLabel('人员类别').press('Enter')
  await page.getByLabel('身份证号').fill('11010519491231002X')
  const branch = page.getByLabel('转入哪个党支部')
  await branch.fill('街道机关第一党支部')
  await page.locator('.ant-select-tree-title').filter({ hasText: '街道机关第一党支部' }).click()
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已登记转入')).toBeVisible()
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await dialog(page).getByRole('button', { name: '接收' }).click()
  await expect(page.getByText('把回执联盖章寄给对方')).toBeVisible()
  await page.getByRole('link', { name: '欧阳来' }).click()
  await expect(heading(page)).toHaveText('欧阳来')
})

test('a branch is split: some of its people go to a new one, and its history says so', async ({
  demoPage: page,
}) => {
  await open(page, '/organizations')
  await page.getByText('街道机关第一党支部').first().click()
  await page.getByRole('button', { name: '拆分' }).click()
  await dialog(page).getByLabel('新党支部全称').fill('中共云溪街道机关第二支部委员会')
  await dialog(page).getByLabel('新党支部简称').fill('街道机关第二党支部')
  await dialog(page).getByLabel('原因').fill('人数增加')
  const people = dialog(page).getByRole('checkbox')
  await people.nth(0).check()
  await people.nth(1).check()
  await expect(dialog(page)).toContainText('正式党员不足 3 人')
  await people.nth(2).check()
  await expect(dialog(page)).toContainText('新支部 3 人')
  await dialog(page).getByRole('button', { name: '拆分' }).click()
  await expect(page.getByText('已拆分出“街道机关第二党支部”')).toBeVisible()
  await expect(page.getByRole('heading', { name: '中共云溪街道机关第二支部委员会' })).toBeVisible()
})

test('what was typed of a transfer is there again after leaving', async ({ demoPage: page }) => {
  await open(page, '/transfers/new?direction=in')
  await page.getByLabel('姓名', { exact: true }).fill('欧阳来')
  await page.getByLabel('转接原因').fill('毕业就业')
  await page.waitForTimeout(900) // A draft is written after a pause.
  await page.getByRole('link', { name: '党组织', exact: true }).click()
  await page.getByRole('button', { name: '离开，保留草稿' }).click()
  await expect(heading(page)).toHaveText('党组织')
  await open(page, '/transfers/new?direction=in')
  await expect(page.getByText('已填：姓名、转接原因')).toBeVisible()
  await page.getByRole('button', { name: '接着填' }).click()
  await expect(page.getByLabel('转接原因')).toHaveValue('毕业就业')
})

test('people move from branch to branch on a day, named before it is done', async ({ demoPage: page }) => {
  await open(page, '/transfers/move')
  await page.getByLabel('现在的党支部').fill('街道机关第一党支部')
  await page.locator('.ant-select-tree-title').filter({ hasText: '街道机关第一党支部' }).click()
  const first = page.getByRole('checkbox').first()
  await first.check()
  await page.getByLabel('调到哪个党支部').fill('街道机关退休')
  await page.locator('.ant-select-tree-title').filter({ hasText: '街道机关退休' }).last().click()
  await page.getByLabel('原因').fill('退休')
  await expect(page.getByText(/的组织关系自 .*起在“街道机关退休干部党支部”/)).toBeVisible()
  await page.getByRole('button', { name: '调动 1 人' }).click()
  await expect(page.getByText('已调动 1 人')).toBeVisible()
})
