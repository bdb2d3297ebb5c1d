import type { Page } from '@playwright/test'
import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const timeline = (page: Page) => page.getByRole('list', { name: '经历' })
const stays = (page: Page) => timeline(page).getByRole('listitem').filter({ hasText: '组织关系' })

/** Pictures of what the test looks at, where somebody wants to see it. */
async function picture(page: Page, name: string): Promise<void> {
  const dir = process.env['PICTURES']
  if (dir !== undefined) await page.screenshot({ path: `${dir}/${name}.png`, animations: 'disabled' })
}

async function openMember(page: Page): Promise<string> {
  await open(page, '/members')
  const link = page.getByRole('gridcell').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  return name
}

/** The last branch the picker offers: not the one the first person of the roster is in. */
async function chooseLastBranch(page: Page): Promise<string> {
  await dialog(page).getByLabel('新的党支部').click()
  const tree = page.getByRole('tree').last()
  await tree.press('End').catch(() => undefined)
  const nodes = page.locator('.ant-select-tree-treenode:not(.ant-select-tree-treenode-disabled)')
  const node = nodes.last().locator('.ant-select-tree-title')
  const name = await node.innerText()
  await node.click()
  return name
}

test('a member is moved with a day and a reason, which the 经历 keeps; Ctrl+Z takes it back', async ({
  demoPage: page,
  complaints,
}) => {
  await openMember(page)
  await expect(stays(page)).toHaveCount(1)
  await page.getByRole('button', { name: '调整所在党支部' }).click()
  const branch = await chooseLastBranch(page)
  await dialog(page).getByLabel('原因').fill('住址变动')
  await picture(page, 'move')
  await dialog(page).getByRole('button', { name: '调整', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText('已调整支部')).toBeVisible()
  await expect(stays(page)).toHaveCount(2)
  await expect(stays(page).first()).toContainText(branch)
  await expect(stays(page).first()).toContainText('支部间调整，住址变动')
  await timeline(page).scrollIntoViewIfNeeded()
  await picture(page, 'timeline')
  await page.getByRole('button', { name: '撤销', exact: true }).first().click()
  await expect(dialog(page)).toContainText('1 条记录恢复到这次操作之前')
  await page.keyboard.press('Enter')
  await expect(stays(page)).toHaveCount(1)
  expect(complaints).toEqual([])
})

test('a change of 党籍状态 shows what the rules say before it is saved', async ({ demoPage: page }) => {
  const name = await openMember(page)
  await page.getByRole('button', { name: '变更党籍状态' }).first().click()
  await dialog(page).getByLabel('新的党籍状态').click()
  await page.getByTitle('出党', { exact: true }).click()
  await expect(dialog(page)).toContainText('已出党的须登记党籍处置类型')
  await picture(page, 'status')
  await dialog(page).getByLabel('处置类型').click()
  await page.getByTitle('自行脱党除名', { exact: true }).click()
  await dialog(page).getByRole('button', { name: '保存变更' }).click()
  await expect(page.getByText('已变更党籍状态')).toBeVisible()
  await expect(timeline(page)).toContainText('出党（自行脱党除名）')
  await page.getByRole('navigation', { name: '本页目录' }).getByRole('button', { name: '经历' }).click()
  await expect(stays(page)).toContainText('出党')
  await open(page, '/members')
  await expect(page.getByRole('gridcell').getByRole('link', { name, exact: true })).toHaveCount(0)
})

test('an organisation shows its people as of a day; every count leads to its names', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/members')
  await page.getByRole('button', { name: '查看过去某日' }).click()
  const people = page.locator('#people')
  await expect(people).toBeInViewport()
  const all = people.getByRole('button', { name: /^合计/ })
  const now = Number((await all.innerText()).replaceAll(/\D/g, ''))
  expect(now).toBeGreaterThan(200)
  await picture(page, 'organization')
  await people.getByRole('button', { name: /^预备党员/ }).click()
  await expect(page).toHaveURL(/type=2/)
  await expect(people.getByRole('row').nth(1)).toContainText('预备党员')
  await people.getByRole('textbox', { name: '截至' }).fill('2015.12.31')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/on=2015-12-31/)
  await expect(people).toContainText('按2015年12月31日当日的组织关系')
  const count = async () => Number((await all.innerText()).replaceAll(/\D/g, ''))
  await expect.poll(count).toBeLessThan(now)
  await all.click()
  await expect(all).toHaveAttribute('aria-pressed', 'true')
  await settled(page)
  await picture(page, 'organization-past')
  const link = people.getByRole('row').nth(1).getByRole('link')
  const name = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  expect(complaints).toEqual([])
})

test('each figure of the home page about organisations opens its own names, and they stay while one is looked at', async ({
  demoPage: page,
  complaints,
}) => {
  for (const label of ['党组织', '其中党支部', '党小组']) {
    await open(page, '/')
    const figure = page.locator('.totals > div').filter({ has: page.getByText(label, { exact: true }) })
    const count = await figure.getByRole('link').innerText()
    await figure.getByRole('link').click()
    await expect(page.getByText(`找到 ${count} 个`)).toBeVisible()
  }
  await page.getByRole('treegrid').getByRole('row').last().click()
  await expect(page.getByRole('complementary', { name: '党组织详情' })).toContainText('党小组')
  await expect(page.getByText(/^找到 \d+ 个$/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('a branch is typed and taken with Enter; a transfer out that is under way is spoken of before the move', async ({
  demoPage: page,
}) => {
  await open(page, '/transfers')
  const leaving = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '转出', exact: true }) })
  await leaving.first().getByRole('link').first().click()
  await page.getByRole('main').locator('a[href^="#/members/"]').first().click()
  await page.getByRole('button', { name: '调整所在党支部' }).click()
  await dialog(page).getByLabel('新的党支部').fill('云溪软件')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('云溪软件有限公司党支部')
  await dialog(page).getByRole('textbox', { name: '原因' }).fill('工作单位调整')
  await dialog(page).getByRole('button', { name: '调整', exact: true }).click()
  await expect(dialog(page)).toContainText('组织关系转出还没有办结')
  await expect(dialog(page).getByRole('button', { name: '调整 1 人' })).toBeEnabled()
  await picture(page, 'move-while-leaving')
})
