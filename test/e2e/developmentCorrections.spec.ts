import type { Page } from '@playwright/test'
import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')

/** The first file that is cleared for the meeting, once the list is that of the state. */
async function openCleared(page: Page): Promise<void> {
  await open(page, '/development?state=cleared')
  await expect(page).toHaveURL(/state=cleared/)
  await settled(page)
  await page.locator('tbody a[href*="#/development/"]').first().click()
  await page.getByRole('navigation', { name: '二十五步' }).waitFor()
  await expect(page.locator('.page-subtitle')).toContainText('预审合格')
}

test('a step is not corrected to a day before what it rests on without a reason, which stands beside it then', async ({
  demoPage: page,
  complaints,
}) => {
  await openCleared(page)
  const stage = page.getByRole('button', { name: '展开申请入党' })
  await settled(page)
  if (await stage.isVisible()) await stage.click()
  await page.getByRole('button', { name: '更正派人谈话', exact: true }).click()
  await dialog(page).getByLabel('日期', { exact: true }).fill('2001.1.5')
  await expect(dialog(page).getByText(/“派人谈话”不能早于“递交入党申请书”/)).toBeVisible()
  const save = dialog(page).getByRole('button', { name: '说明原因，仍要更正' })
  await expect(save).toBeDisabled()
  await dialog(page)
    .getByLabel(/确实这样办理的/)
    .fill('原始谈话记录的日期如此')
  await save.click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText(/说明原因登记：原始谈话记录的日期如此/)).toBeVisible()
  expect(complaints).toEqual([])
})

test('a vote that failed and was recorded by mistake is taken away with a reason', async ({
  demoPage: page,
  complaints,
}) => {
  await openCleared(page)
  await page.getByRole('button', { name: '登记支部大会讨论接收', exact: true }).click()
  for (const [label, value] of [
    ['应到', '20'],
    ['实到', '11'],
    ['赞成', '10'],
  ] as const)
    await dialog(page).getByLabel(label, { exact: true }).fill(value)
  await dialog(page).getByRole('button', { name: '登记没有通过' }).click()
  const back = page.getByRole('dialog', { name: /^退回/ })
  await back.getByRole('button', { name: '取消' }).click()
  await expect(dialog(page)).toBeHidden()
  const step = page.getByRole('listitem', { name: /^第15步/ })
  const vote = step.getByText(/需赞成11票，已有10票：不通过/)
  await expect(vote).toBeVisible()
  await step.getByRole('button', { name: '删去接收预备党员的表决' }).click()
  await expect(dialog(page).getByText(/大会确实没有通过的不要删/)).toBeVisible()
  await dialog(page).getByLabel('原因').fill('登到别人名下了')
  await dialog(page).getByRole('button', { name: '删去', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(vote).toHaveCount(0)
  expect(complaints).toEqual([])
})
