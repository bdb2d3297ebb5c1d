import type { Page } from '@playwright/test'
import { expect, settled, test } from './office.ts'
import { createAccounts, open } from './scenes.ts'

const stages = (page: Page) => page.getByRole('navigation', { name: '阶段' })
const rows = (page: Page) => page.getByRole('table').getByRole('row')

const numberOf = async (text: Promise<string>) => Number(/(\d+)\s*(人)?$/.exec(await text)?.[1])

async function openList(page: Page, address = '/development'): Promise<void> {
  await open(page, address)
  await expect(page.getByRole('heading', { level: 1, name: '发展党员' })).toBeVisible()
}

test('every count of the working list leads to as many names, in the table and on the board', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '发展党员' }).click()
  const all = stages(page).getByRole('link', { name: /^在办/ })
  await expect(all).toHaveText(/\d/)
  const open = await numberOf(all.innerText())
  await expect(page.getByText(`共 ${open} 人`)).toBeVisible()
  const activists = stages(page).getByRole('link', { name: /^入党积极分子/ })
  const count = await numberOf(activists.innerText())
  await activists.click()
  await expect(page).toHaveURL(/state=activist/)
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
  await expect(rows(page)).toHaveCount(Math.min(count, 50) + 1)

  await page.getByRole('link', { name: '看板' }).click()
  await expect(page).toHaveURL(/view=board/)
  const column = page.getByRole('region', { name: /^入党积极分子的确定/ })
  await expect(column.getByRole('listitem')).toHaveCount(Math.min(count, 50))
  const name = await column.getByRole('listitem').getByRole('link').first().innerText()
  const columns = page.getByRole('region').getByRole('heading').getByRole('link')
  await expect(columns).toHaveCount(5)
  const texts = await columns.allInnerTexts()
  expect(texts.reduce((sum, text) => sum + Number(text), 0)).toBe(open)
  await column.getByRole('heading').getByRole('link').click()
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
  await rows(page).getByRole('link', { name, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(complaints).toEqual([])
})

test('what is due, what is found and whose branch it is stand in the address; the name typed does not', async ({
  demoPage: page,
}) => {
  await openList(page)
  await page.getByLabel('提示', { exact: true }).click()
  const any = page.getByTitle(/^有提示的 \d/)
  const found = await numberOf(any.innerText())
  await any.click()
  await expect(page).toHaveURL(/finding=any/)
  await expect(page.getByText(`共 ${found} 人`)).toBeVisible()
  await page.reload()
  await expect(page.getByText(`共 ${found} 人`)).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  const name = await rows(page).getByRole('link').first().innerText()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByLabel('姓名、拼音或身份证号').fill(name)
  await expect(page.getByText(/^共 [1-9] 人$/)).toBeVisible()
  await expect(rows(page).nth(1)).toContainText(name)
  expect(page.url()).not.toContain(encodeURIComponent(name))
  await page.getByLabel('姓名、拼音或身份证号').fill('没有这样的人')
  await expect(page.getByText('没有符合条件的人')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(rows(page).nth(1)).toBeVisible()
})

test('the first page counts what is due and found, and the counts lead to the names', async ({
  demoPage: page,
}) => {
  const card = page.getByRole('region', { name: '发展党员' })
  const found = card.getByRole('link', { name: /^有提示 \d+ 人$/ })
  const count = await numberOf(found.innerText())
  await found.click()
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
})

test('the quarter names who is due on which day, and the day has its list', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/development/calendar')
  const title = page.getByRole('heading', { level: 1, name: '季度日历' })
  await expect(title).toBeVisible()
  await expect(page.getByRole('table', { name: /年\d+月/ })).toHaveCount(3)
  // Whatever the season, one of the next quarters has a half-yearly review in it.
  const day = page.getByRole('table', { name: /年\d+月/ }).getByRole('link', { name: /，[1-9]\d* 项$/ })
  await settled(page)
  for (let n = 0; n < 4 && (await day.count()) === 0; n += 1) {
    await page.getByRole('link', { name: '下一季度' }).click()
    await expect(page.getByText(/第.季度，共 \d+ 项/)).toBeVisible()
    await settled(page)
  }
  const label = (await day.first().getAttribute('aria-label')) ?? ''
  const [date = '', count = ''] = label.split('，')
  await day.first().click()
  const list = page.getByRole('region', { name: date, exact: true })
  await expect(list.getByRole('row')).toHaveCount(Number(/\d+/.exec(count)?.[0]) + 1)
  const name = await list.getByRole('link', { name: /.+/ }).nth(1).innerText()
  await list.getByRole('link', { name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the roster’s page of somebody leads to the development file, and an organisation’s page to its files', async ({
  demoPage: page,
}) => {
  await openList(page, '/development?state=probationer')
  const link = rows(page).getByRole('link').first()
  const name = await link.innerText()
  const branch = await rows(page).nth(1).getByRole('cell').nth(1).innerText()
  await link.click()
  await page.getByRole('link', { name: '花名册', exact: true }).click()
  await expect(page).toHaveURL(/members\//)
  await page.getByRole('link', { name: '发展党员（预备党员）' }).click()
  await expect(page).toHaveURL(/development\//)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await open(page, '/organizations')
  await page.getByRole('button', { name: '全部展开' }).click()
  await page.getByText(branch, { exact: true }).first().click()
  const files = page.getByRole('link', { name: /^发展党员 [1-9]\d* 人$/ })
  const count = await numberOf(files.innerText())
  await files.click()
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
})

test('a ledger without a file says how to begin', async ({ emptyPage: page }) => {
  await createAccounts(page)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '进入台账' }).click()
  await open(page, '/development')
  const empty = page.getByRole('region', { name: '还没有发展党员档案' })
  await expect(empty.getByRole('link', { name: '导入发展党员台账' })).toBeVisible()
  await empty.getByRole('link', { name: '新建发展档案' }).click()
  await expect(page).toHaveURL(/development\/new/)
})
