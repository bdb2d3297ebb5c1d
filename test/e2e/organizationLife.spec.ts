import { expect, test } from './office.ts'
import { open } from './scenes.ts'

// The demo's own are of last year.
const year = new Date().getFullYear()

test('LIFE-13: ballots and grades by the keyboard, one 优秀 too many is said at once, the result stands with the member', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, `/meetings/appraisals?year=${year}&without=1`)
  await page.getByRole('link', { name: '登记', exact: true }).first().click()
  await page.getByLabel('有效票').fill('40')
  const table = page.getByRole('table', { name: '参评名单' })
  const grades = table.getByRole('combobox')
  await grades.first().waitFor()
  const most = Number(/最多 (\d+) 人/.exec(await page.getByText(/“优秀”最多 \d+ 人/).innerText())?.[1])
  const first = table
    .getByRole('row')
    .filter({ has: page.getByRole('combobox') })
    .first()
  const name = await first.getByRole('link').innerText()
  await first.getByLabel(`${name}的优秀票`).focus()
  for (const count of ['30', '5', '0', '0']) {
    await page.keyboard.type(count)
    await page.keyboard.press('Enter')
  }
  await expect(first.getByRole('cell', { name: '35', exact: true })).toBeVisible()
  await expect(page.getByText(/测评票合计不符/)).toHaveCount(0)
  // Enter goes from the tallies to the grade, and from there to the next person.
  await expect(grades.first()).toBeFocused()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(first.locator('xpath=following-sibling::tr[1]').getByLabel(/的优秀票$/)).toBeFocused()
  const others = await grades.count()
  for (let n = 0; n < Math.min(most + 1, others); n += 1) {
    await grades.nth(n).focus()
    await page.keyboard.press('1')
  }
  await expect(page.getByText(/一般不超过三分之一/).first()).toBeVisible()
  await grades.nth(most).press('2')
  await expect(page.getByText(/超出 \d+ 人/)).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记民主评议')).toBeVisible()
  await table.getByRole('link', { name, exact: true }).click()
  const result = page
    .getByRole('list', { name: '民主评议' })
    .getByRole('listitem')
    .filter({ hasText: `${year}年度` })
  await expect(result).toContainText('优秀')
  expect(complaints).toEqual([])
})

test('an 组织生活会 from the list of branches without one to its open problems; 谈心谈话 shows titles only', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, `/meetings/life?year=${year}&without=1`)
  await page.getByRole('link', { name: '登记', exact: true }).first().click()
  await page.getByLabel('主题').fill('锤炼党性作风')
  await page.getByRole('button', { name: '添加问题' }).click()
  const problem = page.getByRole('listitem', { name: '第 1 条问题' })
  await problem.getByLabel('问题', { exact: true }).fill('走访群众不够经常')
  await problem.getByLabel('期限').fill(`${year}.6.30`)
  await expect(page.getByText('1 条问题没有写全整改措施、责任人和期限')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记组织生活会')).toBeVisible()
  await open(page, `/meetings/life?year=${year}`)
  const row = page.getByRole('row').filter({ hasText: '锤炼党性作风' })
  await expect(row).toContainText('未完成 1 条')
  const branch = await row.getByRole('link').first().innerText()

  await open(page, '/meetings/talks')
  await page.getByRole('button', { name: '登记谈心谈话' }).first().click()
  const dialog = page.getByRole('dialog', { name: '登记谈心谈话' })
  await dialog.getByLabel('主题').fill('年初工作思想交流')
  await dialog.getByLabel('党支部').fill(branch)
  await page.keyboard.press('Enter')
  await dialog.getByLabel('日期').fill(`${year}.1.1`)
  await dialog.getByLabel('谈话人', { exact: true }).fill('李书记')
  await dialog.getByLabel('被谈人').fill('张某')
  await dialog.getByLabel('内容').fill('愿意多承担夜间值守')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已登记谈心谈话')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const talk = page.getByRole('link', { name: '年初工作思想交流' })
  await expect(talk).toBeVisible()
  await expect(page.getByText('夜间值守')).toHaveCount(0)
  await talk.click()
  await expect(page.getByRole('dialog').getByLabel('内容')).toHaveValue('愿意多承担夜间值守')
  expect(complaints).toEqual([])
})
