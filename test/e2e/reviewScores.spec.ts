import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

test('REV-09: from the ranks to the votes behind a score; against the suggestion only with a reason, and taken back with Ctrl+Z', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/reviews')
  await page
    .getByRole('table')
    .getByRole('link', { name: /双向述职双向测评/ })
    .first()
    .click()
  await page.getByRole('link', { name: '成绩与定等' }).click()
  const ranking = page.getByRole('table')
  const total = ranking.getByRole('link', { name: /综合分 .* 怎么来的/ }).first()
  const name = ((await total.getAttribute('aria-label')) ?? '').split('：')[0] ?? ''
  await expect(page.getByRole('img', { name: /每个人各方向的得分/ }).locator('svg')).toBeVisible()

  // By keyboard alone: the score, the direction, the group, the votes.
  await total.focus()
  await page.keyboard.press('Enter')
  const score = page.getByRole('region', { name: /^综合分 \d/ })
  await expect(score.getByText('Σ（权重×得分）÷ 权重合计').first()).toBeInViewport()
  await score.locator('summary', { hasText: '党员、群众测评' }).press('Enter')
  await score
    .locator('summary')
    .filter({ hasText: /^党员（/ })
    .press('Enter')
  await expect(score.getByText(/^95，\d+ 票$/).filter({ visible: true })).toBeVisible()

  await page.getByRole('link', { name: '全部成绩' }).click()
  await page.getByRole('button', { name: '登记定等结果' }).click()
  const dialog = page.getByRole('dialog', { name: '登记定等结果' })
  await dialog.getByLabel('会议名称').fill('街道党工委第十二次会议')
  await dialog.getByLabel(`${name}：定等`).press('ArrowDown')
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(dialog.getByText(/^定为“.*”，低于建议的“好”，请写明理由$/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: '保存定等结果' })).toBeDisabled()
  await dialog.getByLabel(`${name}：与建议不同的理由`).fill('社区发生信访积案，会议研究确定')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记 1 人的定等结果')).toBeVisible()
  await settled(page)
  await expect(ranking.getByText('（与建议不同）')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^撤销 \d+ 条$/ })
    .click()
  await expect(ranking.getByText('（与建议不同）')).toHaveCount(0)
  expect(complaints).toEqual([])
})
