import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

const year = new Date().getFullYear()

test('REV-12: from the home page to the overdue item, done and accepted; last year’s are reported; a list of the year’s goals', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('link', { name: '逾期的整改事项' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '整改清单' })).toBeVisible()
  const states = page.getByRole('navigation', { name: '状态' })
  await page.getByRole('table').getByRole('link').first().click()
  const dialog = page.getByRole('dialog', { name: '整改事项' })
  await expect(dialog.getByText(/整改已逾期 \d+ 天/)).toBeVisible()
  const problem = await dialog.getByLabel('问题', { exact: true }).inputValue()
  await dialog.getByLabel('进度').fill('完成')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(dialog.getByText('进度是“完成”，请填写完成日期')).toBeVisible()
  await dialog.getByLabel('完成日期').fill(`${year}.1.2`)
  await page.keyboard.press('Control+s')
  await expect(states.getByRole('link', { name: /^逾期/ })).toHaveText('逾期0')

  await states.getByRole('link', { name: /^待验收/ }).click()
  await settled(page)
  await page.getByRole('checkbox', { name: `选择：${problem}` }).check()
  await page.getByRole('button', { name: '登记通报（1 条）' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记 1 条整改的通报情况')).toBeVisible()

  await open(page, `/reviews/responsibility?year=${year}&without=1`)
  await page.getByRole('link', { name: '登记', exact: true }).first().click()
  await page.getByLabel('第一责任人').fill('李书记')
  await page.getByRole('button', { name: '添加个人目标' }).click()
  await page.getByLabel('目标', { exact: true }).fill('联系两新组织')
  await page.getByLabel('时限').fill(`${year}.1.1`)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记责任清单')).toBeVisible()
  await expect(page.getByText('个人目标“联系两新组织”没有写明责任人')).toBeVisible()
  expect(complaints).toEqual([])
})
