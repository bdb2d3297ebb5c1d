import type { Page } from '@playwright/test'
import { systemClock } from '#core/system/systemPorts.ts'
import { addDays, formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')
// The demo street is as old as the day it is made.
const today = systemClock.today()
const yesterday = addDays(today, -1)
const dayBefore = addDays(today, -2)
const stateOf = (page: Page) => page.locator('.page-subtitle')

/** The first file of the list in a state, once the list is that of the state. */
async function openFirst(page: Page, state: string, label: string): Promise<void> {
  await open(page, `/development?state=${state}`)
  await expect(page).toHaveURL(new RegExp(`state=${state}`))
  await settled(page)
  await page.locator('tbody a[href*="#/development/"]').first().click()
  await page.getByRole('navigation', { name: '二十五步' }).waitFor()
  await expect(stateOf(page)).toContainText(label)
}

async function begin(page: Page, event: string): Promise<void> {
  await page.getByRole('button', { name: '变动' }).click()
  await page.getByRole('menuitem', { name: event, exact: true }).click()
  await expect(dialog(page)).toBeVisible()
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await dialog(page).getByLabel(label, { exact: true }).fill(value)
  }
}

async function save(page: Page, button: string): Promise<void> {
  await dialog(page).getByRole('button', { name: button, exact: true }).click()
  await expect(dialog(page)).toBeHidden()
}

/** What stands in the list of events after one was saved. */
async function expectEvent(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: '变动和修改历史' }).click()
  await expect(page.locator('.dev-events')).toContainText(words)
}

test('an activist is transferred, loses the standing, and the file ends, each by its dialog', async ({
  demoPage: page,
  complaints,
}) => {
  await openFirst(page, 'activist', '入党积极分子')
  const from = (await stateOf(page).getByRole('link').textContent()) ?? ''

  await test.step('what it lacks is said at its fields: neither a day nor a branch is made up', async () => {
    await begin(page, '转移')
    await expect(dialog(page).getByLabel('转移日期')).toBeFocused()
    await expect(dialog(page).getByLabel('转移日期')).toHaveValue('')
    await dialog(page).getByRole('button', { name: '登记转移' }).click()
    await expect(dialog(page).getByText('请填写日期')).toBeVisible()
    await expect(dialog(page).getByText('请选择党支部')).toBeVisible()
  })

  await test.step('transferred, the file stands in the other branch', async () => {
    const to = from === '街道机关第一党支部' ? '街道机关第二党支部' : '街道机关第一党支部'
    await fill(page, { 转移日期: formatDots(dayBefore), 转到哪个党支部: to })
    await page.locator('.ant-select-tree-title').filter({ hasText: to }).click()
    await save(page, '登记转移')
    await expect(stateOf(page).getByRole('link')).toHaveText(to)
    await expect(stateOf(page)).toContainText('入党积极分子')
    await expectEvent(page, `${formatPartialDate(dayBefore)}转移`)
  })

  await test.step('取消入党积极分子资格 by its own red button', async () => {
    await begin(page, '取消入党积极分子资格')
    await fill(page, { 支委会日期: formatDots(yesterday), 理由: '长期不参加培养教育' })
    await save(page, '登记取消入党积极分子资格')
    await expect(stateOf(page)).toContainText('取消入党积极分子资格')
    await expectEvent(page, '长期不参加培养教育')
  })

  await test.step('终止: nothing more can happen to the file', async () => {
    await begin(page, '终止')
    await fill(page, { 终止日期: formatDots(today), '理由、经过': '本人书面撤回' })
    await save(page, '登记终止')
    await expect(stateOf(page)).toContainText('终止')
    await expectEvent(page, '本人书面撤回')
    await page.getByRole('button', { name: '变动' }).click()
    await expect(page.getByRole('menuitem')).toHaveText(['删除'])
  })
  expect(complaints).toEqual([])
})

test('a probation is made longer and then cancelled, and the roster follows', async ({
  demoPage: page,
  complaints,
}) => {
  await openFirst(page, 'probationer', '预备党员')

  await test.step('延长预备期 says by whom 应到 is made up where another number stands there', async () => {
    await begin(page, '延长预备期')
    await fill(page, { 支部大会日期: formatDots(dayBefore), 应到: '99', 实到: '60', 赞成: '55' })
    const warning = dialog(page).getByRole('alert').filter({ hasText: '应到填的是 99 人' })
    await expect(warning).toContainText(`按花名册 ${formatPartialDate(dayBefore)}应到`)
    await warning.getByRole('button', { name: '看名单' }).click()
    await expect(warning).toContainText('当日有表决权的正式党员：')
    const computed = Number(
      /应到 (\d+) 人$/.exec((await warning.locator('.ant-alert-title').textContent()) ?? '')?.[1],
    )
    await warning.getByRole('button', { name: `填入 ${computed}` }).click()
    await expect(warning).toBeHidden()
    await fill(page, { 实到: String(computed), 赞成: String(computed) })
    await dialog(page).getByRole('button', { name: '登记延长预备期' }).click()
    await expect(dialog(page).getByText('请填写批准日期')).toBeVisible()
    await fill(page, { 批准日期: formatDots(yesterday), 大会决议: '学习不够，再考察半年' })
    // A demo file may have run past the day: then it is recorded with its reason.
    const reasoned = dialog(page).getByRole('button', { name: '说明原因，仍要登记' })
    await settled(page)
    if (await reasoned.isVisible()) await fill(page, { '确实这样办理的，说明原因后登记': '补录' })
    await dialog(page)
      .getByRole('button', { name: /^(登记延长预备期|说明原因，仍要登记)$/ })
      .click()
    await expect(dialog(page)).toBeHidden()
    await expect(stateOf(page)).toContainText('延长预备期')
    await expectEvent(page, '学习不够，再考察半年')
  })

  await test.step('取消预备党员资格 changes the status in the roster', async () => {
    await begin(page, '取消预备党员资格')
    const should = Number(await dialog(page).getByLabel('应到', { exact: true }).inputValue())
    await fill(page, { 支部大会日期: formatDots(yesterday), 实到: String(should), 赞成: String(should) })
    await fill(page, { 批准日期: formatDots(today), '大会决议、理由': '不履行党员义务' })
    await save(page, '登记取消预备党员资格')
    await expect(stateOf(page)).toContainText('取消预备党员资格')
    await expectEvent(page, '不履行党员义务')
    await page.getByRole('link', { name: '花名册', exact: true }).click()
    await expect(page).toHaveURL(/#\/members\//)
    await expect(page.getByText('取消预备党员资格').first()).toBeVisible()
  })
  expect(complaints).toEqual([])
})
