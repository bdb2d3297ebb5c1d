import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const table = (page: Page) => page.getByRole('table')
const names = (page: Page) => page.getByRole('region', { name: '名单' })
const foot = (page: Page) => table(page).locator('tfoot')
const isClosed = (page: Page) => expect(names(page)).toHaveCount(0)

async function openBridge(page: Page, query = ''): Promise<void> {
  await open(page, `/bridge${query}`)
  await expect(table(page)).toBeVisible()
}

test('a number of the year opens the names behind it, a name its record, and Escape closes them', async ({
  demoPage: page,
  complaints,
}) => {
  await openBridge(page, '?period=lastYear')
  await expect(page.getByText(/期初 \d+ ＋ 增加 \d+ － 减少 \d+ ＝ 期末 \d+，平衡/)).toBeVisible()
  const ins = foot(page).getByRole('link', { name: /增加小计/ })
  const count = await ins.innerText()
  await ins.click()
  await expect(names(page).getByRole('heading')).toHaveText(`增加小计${count} 人`)
  await expect(names(page).getByRole('listitem')).toHaveCount(Math.min(50, Number(count)))
  await page.keyboard.press('Escape')
  await isClosed(page)
  await ins.click()
  const first = names(page).getByRole('link').first()
  const name = await first.innerText()
  await first.click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  await page.goBack()
  await expect(names(page)).toBeVisible()
  expect(complaints).toEqual([])
})

test('looking at numbers is one step of the history, which closing the list takes back', async ({
  demoPage: page,
}) => {
  await openBridge(page, '?period=lastYear')
  const address = page.url()
  const steps = () => page.evaluate(() => history.length)
  const before = await steps()
  await foot(page)
    .getByRole('link', { name: /增加小计/ })
    .click()
  await foot(page).getByRole('link', { name: /期末/ }).click()
  await expect(names(page).getByRole('heading')).toContainText('期末')
  await page.keyboard.press('Escape')
  await isClosed(page)
  expect(page.url()).toBe(address)
  expect(await steps()).toBe(before + 1)
})

test('the bridge of 预备党员 balances by those who became 正式党员', async ({ demoPage: page }) => {
  await openBridge(page, '?period=lastYear&kind=probationary')
  await expect(page.getByText(/期初 \d+ ＋ 增加 \d+ － 减少 \d+ － 转正 \d+ ＝ 期末 \d+，平衡/)).toBeVisible()
  await foot(page).getByRole('link', { name: /转正/ }).click()
  await expect(names(page).getByRole('listitem').first()).toContainText('转正')
})

test('a year end is frozen, stays in the list of what was lifted, and is lifted with a reason', async ({
  demoPage: page,
  complaints,
}) => {
  await openBridge(page)
  const card = page.getByRole('region', { name: '年末数冻结' })
  await card.getByRole('button', { name: /冻结\d{4}年年末数/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '冻结', exact: true }).click()
  await expect(card).toContainText('现在的记录与冻结时一致')
  await card.getByRole('button', { name: '解除冻结' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '解除冻结' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: '解除原因' }).fill('上级要求更正后重报')
  await dialog.getByRole('button', { name: '解除冻结' }).click()
  await expect(card).toContainText('没有冻结')
  await expect(card).toContainText('解除：上级要求更正后重报')
  expect(complaints).toEqual([])
})

test('own days are two ends of days, and the statement comes as a file', async ({ demoPage: page }) => {
  await openBridge(page, '?period=own&from=2024-06-30&to=2025-06-30')
  await expect(page.getByText('期初截至2024年6月30日24时，期末截至2025年6月30日24时')).toBeVisible()
  await page.getByRole('textbox', { name: '期末（截至这一天）' }).fill('2024.6.30')
  await expect(page.getByRole('alert')).toHaveText('期末应晚于期初')
  await page.getByRole('textbox', { name: '期末（截至这一天）' }).fill('2024年12月')
  await page.keyboard.press('Enter')
  await expect(page.getByText('期末截至2024年12月31日24时')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出对账单（Excel）' }).click()
  expect((await download).suggestedFilename()).toMatch(/^2024-.*-对账单-党员增减对账单\.xlsx$/)
})
