import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')

async function openLost(page: Page, stage: string): Promise<void> {
  await open(page, `/mobility/lost?stage=${stage}`)
  await page.getByRole('heading', { level: 1, name: '失联党员' }).waitFor()
}

test('a search is written down with the keyboard, a decision is entered and taken back as one', async ({
  demoPage: page,
  complaints,
}) => {
  await openLost(page, 'searching')
  await open(page, '/mobility/lost')
  // Whom the roster marks as lost is entered with the day the roster knows.
  await page.getByRole('alert').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: '登记失联' }).waitFor()
  await expect(page.getByLabel('失去联系日期')).not.toHaveValue('')
  await page.getByLabel('失去联系日期').fill('2025.3')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: '办理进程' }).waitFor()
  await expect(page.getByText('已登记失联')).toBeVisible()
  await expect(page.getByText('FLO-20')).toBeVisible()

  const form = page.getByRole('form', { name: '登记查找' })
  await form.getByLabel('经办人').fill('李干事')
  await page.keyboard.press('Enter')
  await page.keyboard.type('电话停机')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('cell', { name: '电话停机' })).toBeVisible()
  await expect(page.getByText('已用 1 种方式、1 轮')).toBeVisible()

  await page.getByRole('button', { name: /登记停止党籍|登记取消资格/ }).click()
  const decidedOn = dialog(page).getByLabel('决定日期')
  await expect(decidedOn).toBeFocused()
  await expect(decidedOn).toHaveValue('')
  await decidedOn.fill('2025.4.1')
  await expect(dialog(page)).toContainText('2025年9月30日才失去联系满六个月')
  await decidedOn.fill('2026.1.5')
  await expect(dialog(page)).not.toContainText('才失去联系满六个月')
  await dialog(page).getByLabel('作出决定的会议').fill('支部党员大会')
  await dialog(page).getByLabel('批准（备案）机关').fill('区委组织部')
  await dialog(page).getByLabel('文号').fill('区组〔2026〕1号')
  await dialog(page).getByRole('button', { name: /登记/ }).click()
  await expect(page.getByText('支部党员大会，区委组织部，区组〔2026〕1号')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+Z')
  await expect(dialog(page)).toContainText('党籍状态')
  await page.keyboard.press('Enter')
  await expect(page.getByText('查找中', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /登记停止党籍|登记取消资格/ })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the numbers above the list of lost members lead to as many names', async ({ demoPage: page }) => {
  await openLost(page, 'stopped')
  for (const name of ['待查找', '满六个月', '停止党籍中', '停止满两年', '已办结']) {
    const tab = page
      .getByRole('navigation', { name: '办理阶段' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
    const count = Number((await tab.innerText()).replaceAll(/\D/g, ''))
    await tab.click()
    await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
  }
})

test('a unit is entered, its findings stand beside the fields, and each rate opens its names', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/enterprises')
  await page.getByRole('heading', { level: 1, name: '两新组织' }).waitFor()
  const missing = page.getByRole('link', { name: /^组织覆盖率还差/ })
  const count = Number((await missing.innerText()).replaceAll(/\D/g, ''))
  await missing.click()
  await expect(page.getByText(`共 ${count} 家`)).toBeVisible()

  await page.keyboard.press('Alt+N')
  await page.getByRole('heading', { level: 1, name: '新增两新组织' }).waitFor()
  await page.getByLabel('单位名称').fill('新开的工厂')
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44')
  await page.getByLabel('职工数').fill('150')
  await expect(page.getByText('100 人以上企业未建党组织')).toBeVisible()
  await expect(page.getByText('校验位不对', { exact: false })).toBeVisible()
  await page.keyboard.press('Control+S')
  await expect(page.getByText('请选择所属党组织')).toBeVisible()
  await page.getByLabel('所属党组织').click()
  await page.keyboard.type('春晖社区党委')
  await page
    .getByRole('treeitem')
    .or(page.locator('.ant-select-tree-title'))
    .getByText('春晖社区党委')
    .first()
    .click()
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已新增')).toBeVisible()
  await page.getByRole('heading', { level: 1, name: '新开的工厂' }).waitFor()
  expect(complaints).toEqual([])
})

test('a unit half filled in is kept and offered again', async ({ demoPage: page }) => {
  await open(page, '/enterprises/new')
  await page.getByLabel('单位名称').fill('没填完的单位')
  await page.getByLabel('职工数').fill('12')
  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '两新组织' }).click()
  await page.getByRole('button', { name: '离开，保留草稿' }).click()
  await page.getByRole('heading', { level: 1, name: '两新组织', exact: true }).waitFor()
  await open(page, '/enterprises/new')
  await page.getByRole('button', { name: '接着填' }).click()
  await expect(page.getByLabel('单位名称')).toHaveValue('没填完的单位')
  await expect(page.getByLabel('职工数')).toHaveValue('12')
})
