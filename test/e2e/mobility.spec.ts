import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, root, test } from './office.ts'
import { open } from './scenes.ts'

const drawer = (page: Page) => page.getByRole('dialog', { name: '流动党员' })

async function firstAway(page: Page, address = '/mobility'): Promise<string> {
  await open(page, address)
  const link = page.getByRole('row').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await expect(drawer(page).getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  return name
}

test('Enter logs a contact with today’s date and goes on to the next person', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/mobility/due')
  const people = page.getByRole('list', { name: '应联系的人' }).getByRole('button')
  await expect(people.first()).toBeVisible()
  const before = await people.count()
  const first = (await people.first().innerText()).split('\n')[0] ?? ''
  await expect(page.getByRole('textbox', { name: '内容' })).toBeFocused()
  await page.keyboard.type('一切正常')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已登记与“${first}”的联系`)).toBeVisible()
  await expect(people).toHaveCount(before - 1)
  await expect(page.getByRole('textbox', { name: '内容' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: '内容' })).toHaveValue('')
  expect(complaints).toEqual([])
})

test('a member goes out, the roster says so, and comes back', async ({ demoPage: page, complaints }) => {
  // Rows stand in the page in no order: anybody who is not away already.
  await open(page, '/members?f=is.isFloating.0')
  const link = page.getByRole('gridcell').getByRole('link').nth(2)
  const name = await link.innerText()
  await link.click()
  await page.getByRole('link', { name: '登记外出' }).click()
  await page.getByRole('textbox', { name: '外出日期' }).fill('2026.3.1')
  await page.getByRole('textbox', { name: '省（国家、地区）' }).fill('广东省')
  await page.getByRole('textbox', { name: '市', exact: true }).fill('深圳市')
  await page.keyboard.press('Control+S')
  await expect(page.getByText(`已登记“${name}”外出`)).toBeVisible()
  await expect(drawer(page)).toContainText('符合流动党员认定')
  await drawer(page).getByRole('link', { name: '党员信息' }).click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  await expect(page.getByRole('group', { name: '外出流向' })).toContainText('广东省深圳市')
  await page.getByRole('link', { name: '记在流动党员里' }).click()
  await drawer(page).getByRole('button', { name: '登记返回、转出' }).click()
  await page.getByRole('dialog', { name: /结束/ }).getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText(`已登记“${name}”已返回`)).toBeVisible()
  await expect(drawer(page).getByRole('button', { name: '没有结束，重新打开' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('counts lead to the names they count', async ({ demoPage: page }) => {
  await open(page, '/mobility')
  const boards = page.getByRole('navigation', { name: '看板' })
  const overdue = boards.getByRole('link', { name: /已逾期/ })
  await expect(overdue).toHaveText(/\d/)
  const count = Number((await overdue.innerText()).replace(/\D/g, ''))
  await overdue.click()
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
  await page.getByRole('link', { name: '去向分布' }).click()
  const place = page.getByRole('listitem').filter({ hasText: '广东省深圳市' }).first()
  await expect(place).toHaveText(/\d/)
  const people = Number((await place.innerText()).replace(/\D/g, ''))
  await place.getByRole('link').click()
  await expect(page.getByText(`共 ${people} 人`)).toBeVisible()
})

test('the panel shows the log, and a number only after it is asked for', async ({ demoPage: page }) => {
  await firstAway(page, '/mobility?direction=LR')
  await expect(drawer(page)).toContainText('联系记录')
  await expect(drawer(page)).toContainText(/1\d\d\*\*\*\*\d{4}/)
  await drawer(page).getByRole('button', { name: '显示联系电话' }).click()
  await expect(drawer(page)).toContainText(/1\d{10}/)
})

test('what was logged in the panel is taken back there, by button and by Ctrl+Z', async ({
  demoPage: page,
  complaints,
}) => {
  await firstAway(page)
  const panel = drawer(page)
  const content = panel.getByRole('textbox', { name: '内容' })
  const take = page.getByRole('dialog', { name: '撤销这次操作' })
  for (const how of ['button', 'keys'] as const) {
    await content.fill(`记错的联系${how}`)
    await content.press('Enter')
    await expect(panel).toContainText(`记错的联系${how}`)
    if (how === 'button') await panel.getByRole('button', { name: '撤销上一步' }).click()
    else {
      await panel.getByRole('button', { name: '登记联系' }).focus()
      await page.keyboard.press('Control+z')
    }
    await take.getByRole('button', { name: '撤销 1 条' }).click()
    await expect(take).toBeHidden()
    await expect(panel).not.toContainText(`记错的联系${how}`)
  }
  expect(complaints).toEqual([])
})

test('one number says how many are to be contacted this week, of both ledgers', async ({
  demoPage: page,
}) => {
  await open(page, '/mobility')
  const tab = page.getByRole('navigation', { name: '流动党员' }).getByRole('link', { name: /本周应联系/ })
  await expect(tab).toHaveText(/\d/)
  const count = Number((await tab.innerText()).replace(/\D/g, ''))
  await expect(page.getByRole('navigation', { name: '看板' }).getByText('本周应联系')).toHaveCount(0)
  await tab.click()
  await expect(page.getByText(new RegExp(`共 ${count} 人（流出 \\d+，流入 \\d+）`))).toBeVisible()
  await expect(page.getByRole('list', { name: '应联系的人' }).getByRole('button')).toHaveCount(count)
})

test('a ledger of branches that are not here is accounted for row by row', async ({ demoPage: page }) => {
  await open(page, '/imports?kind=mobility')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  const buffer = readFileSync(join(root, 'test/fixtures/import/floating.xlsx'))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await chooser).setFiles({ name: 'floating.xlsx', mimeType, buffer })
  await expect(page.getByText('读到 45 人')).toBeVisible()
  await page.getByRole('button', { name: '下一步：核对流动党员' }).click()
  await expect(page.getByText(/没有.*社区第二网格党支部/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '入库' })).toBeDisabled()
})
