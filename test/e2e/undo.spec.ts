import type { Page } from '@playwright/test'
import { expect, fillDemo, openOffice, signIn, test } from './office.ts'
import { open } from './scenes.ts'

const history = (page: Page) => page.getByRole('list', { name: '修改历史' })
const dialog = (page: Page) => page.getByRole('dialog')
const nativePlace = (page: Page) => page.getByRole('textbox', { name: '籍贯' })

/** Opens somebody of the roster; his name. */
async function openMember(page: Page, index: number): Promise<string> {
  await open(page, '/members')
  const link = page.getByRole('gridcell').getByRole('link').nth(index)
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  return name
}

async function writeNativePlace(page: Page, text: string): Promise<void> {
  await nativePlace(page).fill(text)
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByText('有未保存的修改')).toHaveCount(0)
}

/** Ctrl+Z outside any text field. */
async function pressUndo(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('Control+Z')
}

test('Ctrl+Z takes the last save back, says what it will do first, and can be done again', async ({
  demoPage: page,
  complaints,
}) => {
  const name = await openMember(page, 0)
  const before = await nativePlace(page).inputValue()
  await writeNativePlace(page, '甲省乙市')
  await pressUndo(page)
  await expect(dialog(page)).toContainText(name)
  await expect(dialog(page)).toContainText('甲省乙市')
  await expect(dialog(page)).toContainText('1 条记录恢复到这次操作之前')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已撤销：修改党员信息')).toBeVisible()
  await expect(nativePlace(page)).toHaveValue(before)
  await page.getByRole('button', { name: '重做' }).click()
  await expect(nativePlace(page)).toHaveValue('甲省乙市')
  expect(complaints).toEqual([])
})

test('Ctrl+Z in a text field stays with the text', async ({ demoPage: page }) => {
  await openMember(page, 0)
  await writeNativePlace(page, '甲省乙市')
  await nativePlace(page).focus()
  await page.keyboard.type('丙县')
  await page.keyboard.press('Control+Z')
  await expect(nativePlace(page)).not.toHaveValue(/丙县/)
  await expect(dialog(page)).toHaveCount(0)
})

test('with nothing of one’s own to take back, it says so', async ({ demoPage: page }) => {
  await open(page, '/trash')
  await page.getByRole('heading', { level: 1, name: '回收站' }).waitFor()
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await expect(page.getByText('没有可以撤销的操作')).toBeVisible()
})

test('a bulk change is taken back from the activity list, and the list says by whom', async ({
  demoPage: page,
}) => {
  await open(page, '/members')
  const boxes = page.getByRole('gridcell').getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: '设置字段' }).click()
  await dialog(page).getByLabel('项目').fill('籍贯')
  await page.getByRole('option', { name: '籍贯', exact: true }).waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('籍贯改为').fill('丙省')
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByRole('button', { name: '修改 2 人' }).click()
  await expect(page.getByText('已修改 2 人')).toBeVisible()

  await open(page, '/activity')
  const row = page.getByRole('row', { name: /批量修改党员/ })
  await row.getByRole('button', { name: /展开/ }).click()
  await expect(page.getByRole('table', { name: '这次操作的内容' })).toContainText('丙省')
  await row.getByRole('button', { name: /^撤销 / }).click()
  await expect(dialog(page)).toContainText('2 条记录恢复到这次操作之前')
  await dialog(page).getByRole('button', { name: '撤销 2 条' }).click()
  await expect(page.getByRole('row', { name: /已撤销 王干事/ })).toBeVisible()
})

test('what was built on since is named, and leads to where it stands', async ({ demoPage: page }) => {
  await openMember(page, 0)
  await writeNativePlace(page, '甲省')
  await writeNativePlace(page, '乙省')
  await open(page, '/activity')
  const rows = page.getByRole('row', { name: /修改党员信息/ })
  await expect(rows).toHaveCount(2)
  await rows
    .nth(1)
    .getByRole('button', { name: /^撤销 / })
    .click()
  await expect(dialog(page)).toContainText('现在不能撤销')
  const later = dialog(page).getByRole('list', { name: '后来的操作' })
  await expect(later).toContainText('王干事')
  await later.getByRole('link').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('table', { name: '这次操作的内容' })).toContainText('乙省')
})

test('an old value is put back from the history, which is itself history', async ({ demoPage: page }) => {
  await openMember(page, 0)
  await writeNativePlace(page, '甲省')
  await writeNativePlace(page, '乙省')
  await history(page).getByRole('button', { name: '籍贯恢复为甲省' }).click()
  await expect(dialog(page)).toContainText('乙省')
  await dialog(page).getByRole('button', { name: '恢复此值' }).click()
  await expect(page.getByText('已恢复“籍贯”')).toBeVisible()
  await expect(nativePlace(page)).toHaveValue('甲省')
  await expect(history(page).getByRole('listitem').first()).toContainText('放回原值')
})

test('a value put back too late is refused, and what stands there now is shown', async ({
  demoPage: page,
  context,
}) => {
  await openMember(page, 0)
  await writeNativePlace(page, '甲省')
  const other = await context.newPage()
  await other.goto(page.url())
  await writeNativePlace(other, '乙省')
  await history(page)
    .getByRole('button', { name: /籍贯恢复为/ })
    .click()
  await dialog(page).getByRole('button', { name: '恢复此值' }).click()
  await expect(dialog(page).getByRole('alert')).toBeVisible()
  await expect(dialog(page)).toContainText('乙省')
  await dialog(page).getByRole('button', { name: '恢复此值' }).click()
  await expect(page.getByText('已恢复“籍贯”')).toBeVisible()
})

test('a member deleted by mistake comes back from the trash', async ({ demoPage: page }) => {
  const name = await openMember(page, 0)
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await dialog(page).getByLabel('删除原因').fill('重复录入')
  await dialog(page).getByRole('button', { name: '删除到回收站' }).click()
  await expect(page.getByText('已删除到回收站')).toBeVisible()

  await open(page, '/trash')
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('重复录入')
  await expect(row).toContainText('王干事')
  await row.getByRole('button', { name: `恢复 ${name}` }).click()
  await expect(page.getByText('已恢复 1 条')).toBeVisible()
  await expect(page.getByRole('region', { name: '回收站是空的' })).toBeVisible()
})

test('an action is taken back after the program was closed and opened again', async ({ page, dataDir }) => {
  await fillDemo(dataDir, 40)
  const first = await openOffice(dataDir)
  await page.goto(first.newLaunchUrl())
  await signIn(page)
  const name = await openMember(page, 0)
  await writeNativePlace(page, '甲省')
  await first.close()

  const second = await openOffice(dataDir)
  await page.goto(second.newLaunchUrl())
  await signIn(page)
  await open(page, '/activity')
  await page
    .getByRole('row', { name: /修改党员信息/ })
    .getByRole('button', { name: /^撤销 / })
    .click()
  await expect(dialog(page)).toContainText(name)
  await dialog(page).getByRole('button', { name: '撤销 1 条' }).click()
  await expect(page.getByRole('row', { name: /已撤销 王干事/ })).toBeVisible()
  await second.close()
})
