import type { Page } from '@playwright/test'
import { systemClock } from '#core/system/systemPorts.ts'
import { addDays, formatDots } from '#shared/lib/dates.ts'
import { community, expect, leader, settled, signIn, test } from './office.ts'
import { open, signOut } from './scenes.ts'

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

/** Names of people with a file, no two the same. */
async function namesOf(page: Page, state = 'open'): Promise<readonly string[]> {
  await open(page, `/development?state=${state}`)
  await expect(page).toHaveURL(new RegExp(`state=${state}`))
  await settled(page)
  const names = page.getByRole('table').getByRole('row').getByRole('link')
  await names.first().waitFor()
  return [...new Set(await names.allInnerTexts())]
}

async function chooseFile(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).pressSequentially(name)
  await page
    .getByTitle(new RegExp(`^${name}（`))
    .first()
    .click()
}

test('booklets are stocked, issued, taken back and void, each under its own number', async ({
  demoPage: page,
  complaints,
}) => {
  const [name = ''] = await namesOf(page)
  await open(page, '/development/registers')
  const statuses = page.getByRole('navigation', { name: '状态' })
  await expect(statuses.getByRole('link', { name: /^库存/ })).toHaveText(/\d/)
  const stocked = Number((await statuses.getByRole('link', { name: /^库存/ }).innerText()).replace(/\D/g, ''))
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: '志愿书登记入库' })
  await dialog.getByLabel('编号前面不变的部分').fill('试字')
  await dialog.getByLabel('起号').fill('098')
  await dialog.getByLabel('止号').fill('101')
  await expect(dialog.getByText('共 4 本：试字098 至 试字101')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记入库 4 本')).toBeVisible()
  await expect(statuses.getByRole('link', { name: /^库存/ })).toHaveText(`库存${stocked + 4}`)

  await page.getByLabel('编号或姓名').fill('试字')
  await expect(page.getByText('共 4 本', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '登记入库' }).click()
  await dialog.getByLabel('编号前面不变的部分').fill('试字')
  await dialog.getByLabel('起号').fill('101')
  await dialog.getByLabel('止号').fill('102')
  await dialog.getByRole('button', { name: '登记入库' }).click()
  await expect(dialog.getByRole('alert')).toContainText('试字101')
  await dialog.getByRole('button', { name: '取消' }).click()

  await page.getByRole('button', { name: '发放 试字098' }).click()
  const issuing = page.getByRole('dialog', { name: /发放志愿书/ })
  await chooseFile(page, '发给', name)
  await issuing.getByLabel('领用人').fill('王书记')
  await issuing.getByRole('button', { name: '发放' }).click()
  await expect(issuing).toBeHidden()
  await expect(rowOf(page, '试字098')).toContainText('已领用')
  await expect(rowOf(page, '试字098').getByRole('link', { name, exact: true })).toBeVisible()

  await page.getByRole('button', { name: '收回 试字098' }).click()
  await page.getByRole('radio', { name: /归入本人档案/ }).check()
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await expect(rowOf(page, '试字098')).toContainText('已入档')

  await page.getByRole('button', { name: '更多 试字099' }).click()
  await page.getByRole('menuitem', { name: '作废' }).click()
  await page.getByLabel('原因').fill('污损')
  await page.keyboard.press('Control+s')
  await expect(rowOf(page, '试字099')).toContainText('已作废')
  await expect(rowOf(page, '试字099')).toContainText('污损')
  await statuses.getByRole('link', { name: /^已作废/ }).click()
  await expect(page).toHaveURL(/status=voided/)
  await expect(rowOf(page, '试字099')).toBeVisible()

  await page.getByRole('button', { name: '撤销上一步' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^撤销/ }).click()
  await expect(page.getByText(/^已撤销/)).toBeVisible()
  await statuses.getByRole('link', { name: /^库存/ }).click()
  await expect(rowOf(page, '试字099')).toContainText('库存')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出登记簿' }).click()
  await page.getByRole('menuitem', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/志愿书.*\.docx$/)
  expect(complaints).toEqual([])
})

test('a class keeps who sat in it, with hours and certificates that count on', async ({
  demoPage: page,
  complaints,
}) => {
  // A file of the demo street is as old as the day it is made.
  const today = systemClock.today()
  const [first = ''] = await namesOf(page, 'target')
  const [second = ''] = await namesOf(page, 'probationer')
  await open(page, '/development/registers?part=training')
  await page.getByRole('button', { name: '新建培训班' }).first().click()
  const dialog = page.getByRole('dialog', { name: '新建培训班' })
  await dialog.getByLabel('班次名称').fill('2026年第二期发展对象培训班')
  await dialog.getByLabel('举办的党组织').click()
  await page
    .getByRole('treeitem')
    .getByText(/党工委$/)
    .click()
  await dialog.getByLabel('开始日期').fill(formatDots(addDays(today, -2)))
  await dialog.getByLabel('结束日期').fill(formatDots(today))
  await dialog.getByLabel('学时').fill('16')
  await dialog.getByLabel('天数').fill('2')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1, name: '2026年第二期发展对象培训班' })).toBeVisible()

  await chooseFile(page, '加人', first)
  await chooseFile(page, '加人', second)
  await page.getByRole('button', { name: '修改班次' }).click()
  await page.getByRole('dialog').getByLabel('地点').fill('街道党校')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('街道党校')).toBeVisible()
  await expect(page.getByLabel(`${first}的学时`)).toHaveValue('16')
  await page.getByRole('button', { name: '没有填的都算结业' }).click()
  await page.getByLabel(`${first}的结业证号`).fill('云训2026-009')
  await page.getByRole('button', { name: '结业证号往下编' }).click()
  await expect(page.getByLabel(`${second}的结业证号`)).toHaveValue('云训2026-010')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存参加培训的人员')).toBeVisible()
  await expect(page.getByText('2 人，结业 2 人')).toBeVisible()

  await test.step('its days become 步骤 11 of those who passed and have none yet', async () => {
    await page.getByRole('button', { name: '登记到档案' }).click()
    await page.getByRole('button', { name: '登记 2 人' }).click()
    const results = page.getByRole('list', { name: '登记结果' }).getByRole('listitem')
    await expect(page.getByText('办完了，共 2 人')).toBeVisible()
    await expect(results.filter({ hasText: first })).toContainText(
      `已登记集中培训开始 ${formatDots(addDays(today, -2))}`,
    )
    await expect(results.filter({ hasText: second })).toContainText('没有改')
    await page.getByRole('button', { name: '知道了' }).click()
  })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出名单' }).click()
  await page.getByRole('menuitem', { name: 'Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)

  await page.getByRole('button', { name: `移出${second}` }).click()
  await page
    .getByRole('link', { name: '工作台账' })
    .or(page.getByRole('link', { name: '培训班' }))
    .first()
    .click()
  await expect(page.getByText('有未保存的修改').last()).toBeVisible()
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(rowOf(page, '2026年第二期发展对象培训班')).toContainText('22')
  expect(complaints).toEqual([])
})

test('DEV-23: more approved than planned is red, explained, and the number opens the names', async ({
  demoPage: page,
}) => {
  await open(page, '/development/registers?part=quotas')
  const street = rowOf(page, '党工委')
  await street.getByRole('button', { name: /计划数$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: '计划数' }).fill('0')
  await dialog.getByLabel('下达文号').fill('云区组〔2026〕7号')
  await page.keyboard.press('Control+s')
  await expect(dialog).toBeHidden()
  const approved = street.getByRole('link', { name: /已批准 \d+ 名$/ })
  const count = Number(await approved.innerText())
  expect(count).toBeGreaterThan(0)
  await expect(street).toContainText(`超 ${count}`)
  await expect(street).toContainText('超过计划')
  await street.getByRole('button', { name: '展开行' }).click()
  await expect(page.getByRole('region', { name: '年度发展计划' })).toContainText('DEV-23')
  await approved.click()
  await expect(page.getByRole('heading', { level: 1, name: '发展党员' })).toBeVisible()
  await expect(page.getByText(`共 ${count} 人`)).toBeVisible()
})

test('a day of the work calendar is changed and given back; whoever may not sees it only', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/calendar?year=2026')
  const day = page.getByRole('button', { name: /^3月18日/ })
  await expect(day).toHaveAccessibleName('3月18日 星期三 上班')
  await day.click()
  const dialog = page.getByRole('dialog', { name: /2026年3月18日/ })
  await dialog.getByRole('radio', { name: '休息' }).check()
  await dialog.getByLabel('名称').fill('街道停电')
  await page.keyboard.press('Control+s')
  await expect(day).toHaveAccessibleName('3月18日 星期三 街道停电 休息 改过')
  await expect(page.getByText('这里改过 1 天')).toBeVisible()
  await day.click()
  await dialog.getByRole('button', { name: '恢复为程序自带的日历' }).click()
  await expect(day).toHaveAccessibleName('3月18日 星期三 上班')

  await open(page, '/calendar?year=2035')
  await expect(page.getByText('没有2035年的放假安排')).toContainText('暂算')
  await signOut(page)
  await signIn(page, leader)
  await open(page, '/calendar?year=2026')
  await expect(page.getByText('3月18日 星期三 上班')).toBeAttached()
  await expect(page.getByRole('button', { name: /^3月18日/ })).toHaveCount(0)

  await test.step('a community clerk has no booklets to take in, and is told whose they are', async () => {
    await signOut(page)
    await signIn(page, community)
    await open(page, '/development/registers')
    await expect(page.getByText('入库、发放由街道党工委的干事登记', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: '登记入库' })).toHaveCount(0)
  })
  expect(complaints).toEqual([])
})
