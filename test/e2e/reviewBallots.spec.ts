import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

test('REV-02, REV-05: a batch called out for one person is opened, put right, filled by keyboard and counted; the score shows it', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/reviews')
  await page
    .getByRole('table')
    .getByRole('link', { name: /双向述职双向测评/ })
    .first()
    .click()
  await page.getByRole('link', { name: '成绩与定等', exact: true }).click()
  await settled(page)
  const score = page
    .getByRole('table')
    .first()
    .getByRole('row', { name: /春晖社区/ })
  await expect(score).toContainText(/\d\d\.\d\d/)
  const before = await score.innerText()
  await page.getByRole('link', { name: '测评票', exact: true }).click()
  await page.getByRole('button', { name: '登记一批测评票' }).click()
  const dialog = page.getByRole('dialog', { name: '登记一批测评票' })
  await dialog.getByLabel('测评方向').click()
  await page.keyboard.type('党员')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(dialog.getByText('请选择被测评人')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /春晖社区/ }).check()
  await dialog
    .getByRole('spinbutton', { name: /：发出票$/ })
    .first()
    .fill('10')
  await dialog
    .getByRole('spinbutton', { name: /：收回票$/ })
    .first()
    .fill('11')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: '本批无效，重新测评' })).toBeVisible()
  await page.getByRole('button', { name: '更正票数' }).click()
  const change = page.getByRole('dialog', { name: '修改这批测评票' })
  await change
    .getByRole('spinbutton', { name: /：收回票$/ })
    .first()
    .fill('10')
  await page.keyboard.press('Control+s')

  const invalid = page.getByRole('spinbutton', { name: /：无效票，一项多选$/ })
  await invalid.fill('1')
  await expect(page.getByText('有效 9 张')).toBeVisible()
  await expect(page.getByRole('button', { name: '完成计票' })).toBeDisabled()
  await page.getByRole('spinbutton', { name: /：好$/ }).first().focus()
  const rows = await page.getByRole('spinbutton', { name: /：好$/ }).count()
  for (let row = 0; row < rows; row += 1)
    for (const votes of ['6', '2', '1', '', '']) {
      await page.keyboard.type(votes)
      await page.keyboard.press('Enter')
    }
  // Enter at the last field has reached the button.
  await page.keyboard.press('Enter')
  const last = page.getByRole('dialog', { name: '完成计票' })
  await expect(last.getByText('发出 10 张，收回 10 张，收回率 100.0%')).toBeVisible()
  await last.getByRole('button', { name: '完成计票' }).click()
  await expect(page.getByText(/票数已经并入“党员、群众测评：党员”的合计/)).toBeVisible()
  await page.getByRole('link', { name: '查看成绩' }).click()
  await expect.poll(() => score.innerText()).not.toBe(before)
  await expect(score).toContainText(/\d\d\.\d\d/)
  expect(complaints).toEqual([])
})
