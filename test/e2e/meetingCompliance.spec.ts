import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const grid = (page: Page) => page.getByRole('table', { name: /完成情况$/ })
const rows = (page: Page) => page.getByRole('table').getByRole('row')

const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0])

test('LIFE-04 and LIFE-15: a count of the first page leads to its branches, a gap to its article, the form and whom to call', async ({
  demoPage: page,
  complaints,
}) => {
  const card = page.getByRole('region', { name: '三会一课' })
  const line = card.getByRole('listitem').filter({ hasText: '缺党课' })
  await expect(line).toHaveText(/\d+ 个支部/)
  const missing = numberIn(await line.innerText())
  await line.getByRole('link').click()
  await expect(page).toHaveURL(/kind=lecture&only=missing/)
  await expect(page.getByText(new RegExp(`，${missing} / \\d+ 个党支部`))).toBeVisible()
  await expect(grid(page).getByRole('row')).toHaveCount(missing + 1)

  const gap = grid(page)
    .getByRole('link', { name: /季度：党课 缺/ })
    .first()
  await grid(page).getByRole('rowheader').first().getByRole('link').focus()
  await page.keyboard.press('ArrowRight')
  await expect(
    grid(page)
      .getByRole('link', { name: /1季度：/ })
      .first(),
  ).toBeFocused()
  await gap.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: '查看依据' }).click()
  await expect(panel.getByText('《中国共产党支部工作条例（试行）》')).toBeVisible()
  const branch = await panel.getByRole('heading', { level: 2 }).innerText()
  await expect(panel.getByRole('link', { name: '补录一次' })).toHaveAttribute(
    'href',
    /#\/meetings\/new\?org=[^&]+&kind=lecture$/,
  )
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await page.getByRole('link', { name: /^待联系支部/ }).click()
  const called = rows(page).filter({ hasText: branch })
  await expect(called).toContainText('党课')
  await called.getByRole('button', { name: `显示电话：${branch}` }).click()
  await expect(called.getByText(/^1\d{10}$|没有登记电话/)).toBeVisible()
  await called.getByRole('link', { name: branch }).click()
  await expect(page.getByRole('heading', { level: 1, name: branch })).toBeVisible()
  await expect(page.getByRole('region', { name: '应开哪些会，为什么' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('a year’s plan is begun with what is owed; 同上月 carries structure, never content; saving is taken back by Ctrl+Z', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/meetings/completion')
  await grid(page).getByRole('rowheader').first().getByRole('link').click()
  await page.getByRole('group', { name: '年份', exact: true }).getByRole('link', { name: '年度计划' }).click()
  await page.getByRole('link', { name: '下一年' }).click()
  await expect(page.getByText('还没有保存过')).toBeVisible()
  const field = (name: string) => page.getByLabel(name, { exact: true })
  await field('主题党日固定日').fill('5')
  await page.getByRole('button', { name: '填到没有日期的主题党日' }).click()
  await expect(field('12月主题党日日期')).toHaveValue(/\.12\.05$/)
  await field('1月主题党日主题').fill('重温入党誓词')
  await field('1月主题党日地点').fill('党群服务中心')
  await page.getByRole('button', { name: '2月同上月', exact: true }).click()
  await expect(field('2月主题党日地点')).toHaveValue('党群服务中心')
  await expect(field('2月主题党日主题')).toHaveValue('')
  await page.getByRole('link', { name: '下一年' }).click()
  await page.getByRole('dialog', { name: '有未保存的修改' }).getByRole('button', { name: '留在本页' }).click()
  await page.keyboard.press('Control+S')
  await expect(page.getByText(/已保存\d+年计划/)).toBeVisible()
  await page.reload()
  await expect(field('1月主题党日主题')).toHaveValue('重温入党誓词')
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^撤销/ }).click()
  await expect(page.getByText('还没有保存过')).toBeVisible()
  await expect(field('1月主题党日主题')).toHaveValue('')
  expect(complaints).toEqual([])
})

test('an overdue follow-up is closed with its day and result, and leaves the board', async ({
  demoPage: page,
}) => {
  await open(page, '/meetings/followups?subject=meeting&state=overdue')
  const overdue = page.getByRole('navigation', { name: '状态' }).getByRole('link', { name: /^逾期/ })
  await expect(overdue).toHaveText(/[1-9]/)
  const before = numberIn(await overdue.innerText())
  await rows(page)
    .getByRole('button', { name: /^办结：/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('结果').fill('已整理完毕')
  await page.keyboard.press('Control+S')
  await expect(dialog).toBeHidden()
  await expect(overdue).toHaveText(`逾期${before - 1}`)
  await page
    .getByRole('navigation', { name: '状态' })
    .getByRole('link', { name: /^已办结/ })
    .click()
  await expect(rows(page).filter({ hasText: '已整理完毕' })).toHaveCount(1)
})
