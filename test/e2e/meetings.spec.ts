import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const item = (page: Page) => page.getByRole('group', { name: '议题1', exact: true })

/** A 支部党员大会 of the street's first branch with everybody there. */
async function begin(page: Page, title: string): Promise<void> {
  // The tree of branches opens beside its field for those who asked for less motion too.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '/meetings/new?kind=branchMeeting')
  await page.getByLabel('党支部', { exact: true }).fill('街道机关第一党支部')
  await page.locator('.ant-select-tree-title').filter({ hasText: '街道机关第一党支部' }).click()
  await page.getByLabel('日期', { exact: true }).fill('2026.6.5')
  await page.getByLabel('会议主题', { exact: true }).fill(title)
  await page.getByRole('button', { name: '全部到会' }).click()
  await expect(page.getByText(/^应到 \d+ 人，实到 \d+ 人/)).toBeVisible()
}

test('a meeting goes from nothing to 定稿: the roll by keyboard, a vote that fails and then passes as it is typed, a version with its reason', async ({
  demoPage: page,
  complaints,
}) => {
  await begin(page, '讨论半年工作')
  const should = Number(/应到 (\d+) 人/.exec(await page.getByText(/^应到 \d+ 人，实到/).innerText())?.[1])
  const needed = Math.floor(should / 2) + 1

  await test.step('keys mark who did not come and go on to the next', async () => {
    await page
      .getByRole('radiogroup', { name: /到会情况$/ })
      .first()
      .getByLabel('到会')
      .focus()
    await page.keyboard.press('j')
    await expect(
      page.getByText(`应到 ${should} 人，实到 ${should - 1} 人；缺席 0 人，请假 1 人`),
    ).toBeVisible()
    await page.keyboard.press('q')
    await expect(
      page.getByText(`应到 ${should} 人，实到 ${should - 2} 人；缺席 1 人，请假 1 人`),
    ).toBeVisible()
  })

  await test.step('what is needed and what there is follow every key, with the article', async () => {
    await page.getByRole('button', { name: '加议题' }).click()
    await expect(item(page).getByLabel('议题', { exact: true })).toBeFocused()
    await page.keyboard.type('通过半年工作总结')
    await item(page).getByRole('button', { name: '登记表决' }).click()
    await expect(item(page).getByLabel('赞成', { exact: true })).toBeFocused()
    await item(page)
      .getByLabel('赞成', { exact: true })
      .fill(String(needed - 1))
    await expect(item(page).getByText(`赞成 ${needed - 1}，需 ${needed}：不通过`)).toBeVisible()
    await item(page).getByLabel('赞成', { exact: true }).fill(String(needed))
    await expect(
      item(page).getByText(
        new RegExp(`应到 ${should}，实到 ${should - 2}，.*可以开会；赞成 ${needed}，需 ${needed}：通过`),
      ),
    ).toBeVisible()
    await item(page).getByText('怎样算的、依据').click()
    await expect(
      item(page)
        .getByText(/支部工作条例（试行）》第11条/)
        .first(),
    ).toBeVisible()
  })

  await test.step('定稿 names what is missing, then the record is read', async () => {
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: '定稿' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '不能定稿，还缺：主持人、记录人' })).toBeVisible()
    await page.getByRole('button', { name: /^书记.*填入$/ }).click()
    await page.getByLabel('记录人', { exact: true }).fill('周记录')
    await page.getByRole('button', { name: '定稿' }).click()
    await expect(page.getByRole('button', { name: '修改', exact: true })).toBeVisible()
    await expect(page.getByText(/^补录：2026年6月5日的会/)).toBeVisible()
  })

  await test.step('a change afterwards asks why and keeps what was said', async () => {
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByLabel('地点', { exact: true }).fill('二楼会议室')
    await page.keyboard.press('Control+s')
    await dialog(page).getByLabel('修改原因').fill('补记地点')
    await dialog(page).getByRole('button', { name: '保存为新的一版' }).click()
    await expect(page.getByText('二楼会议室').first()).toBeVisible()
    await page.getByRole('button', { name: '看第 1 版' }).click()
    await expect(dialog(page).getByText('通过半年工作总结')).toBeVisible()
    await expect(dialog(page).getByText('二楼会议室')).toBeHidden()
  })
  expect(complaints).toEqual([])
})

test('each count by kind leads to as many records, and a record sent back says what to mend', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '三会一课' }).click()
  const lecture = page.getByRole('navigation', { name: '会议类型' }).getByRole('link', { name: /^党课/ })
  await expect(lecture).toHaveText(/[1-9]/)
  const count = Number(/\d[\d,]*/.exec(await lecture.innerText())?.[0].replaceAll(',', ''))
  await lecture.click()
  await expect(page).toHaveURL(/kinds=lecture/)
  await expect(page.getByText(`共 ${count} 条`)).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(Math.min(count, 50) + 1)

  await open(page, '/meetings?status=final&check=unchecked')
  await expect(page.getByRole('table').getByRole('checkbox').nth(1)).toBeEnabled()
  const title = await rows.nth(1).getByRole('link').innerText()
  await rows.nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: '检查通过或退回' }).click()
  await dialog(page).getByText('退回修改').first().click()
  await dialog(page).getByLabel('哪里要改').fill('请补签到表照片')
  await dialog(page).getByRole('button', { name: '退回修改' }).click()
  await expect(dialog(page)).toBeHidden()
  await open(page, '/meetings?check=returned')
  await rows.getByRole('link', { name: title, exact: true }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: '街道退回：请补签到表照片' })).toBeVisible()
  expect(complaints).toEqual([])
})
