import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const markup = '<img src=x onerror=window.executed=1>'

const executed = (page: Page) => page.evaluate(() => Reflect.get(window, 'executed'))

test('markup typed into a record is shown as the text it is, on every page that shows it', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/members')
  await page.getByRole('gridcell').getByRole('link').first().click()
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill(markup)
  await page.getByRole('textbox', { name: '籍贯' }).fill(markup)
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText('<img')
  const name = await title.innerText()
  await expect(page.getByRole('list', { name: '修改历史' })).toContainText('<img')

  await open(page, '/activity')
  await expect(page.getByText('<img', { exact: false }).first()).toBeVisible()
  await open(page, '/members')
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: '查找党员、党组织或操作' }).fill('<img')
  await page.getByRole('option').filter({ hasText: '<img' }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()

  expect(await executed(page)).toBeUndefined()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(complaints).toEqual([])
})
