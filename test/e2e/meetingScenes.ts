import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

const firstLink = '.page-body table a'

/** 三会一课: the list, a new record, a record and what is asked of it. */
export const meetingScenes: readonly Scene[] = [
  scene('meetings', async (page) => {
    await open(page, '/meetings')
    await page.getByRole('table').waitFor()
  }),
  scene('meetings-no-match', (page) => page.getByLabel('会议主题').fill('没有这样的会')),
  scene('meeting-new', (page) => open(page, '/meetings/new')),
  scene('meeting-roll', async (page) => {
    await open(page, '/meetings/new?kind=branchMeeting&on=2026-06-05')
    await page.getByLabel('党支部', { exact: true }).fill('街道机关第一党支部')
    await page.locator('.ant-select-tree-title').filter({ hasText: '街道机关第一党支部' }).click()
    await button(page, '全部到会').click()
    await page
      .getByRole('radiogroup', { name: /到会情况$/ })
      .first()
      .getByLabel('到会')
      .focus()
    await page.keyboard.press('j')
  }),
  scene('meeting-vote', async (page) => {
    await button(page, '加议题').click()
    await button(page, '登记表决').click()
    await page.getByLabel('赞成', { exact: true }).fill('2')
    await page.getByText('怎样算的、依据').click()
  }),
  scene('meeting-missing', async (page) => {
    await page.getByLabel('会议主题', { exact: true }).fill('讨论半年工作')
    await page.getByRole('textbox', { name: '议题', exact: true }).fill('半年工作总结')
    await button(page, '保存').click()
    await button(page, '定稿').click()
    await page.getByRole('alert').filter({ hasText: '不能定稿' }).waitFor()
  }),
  scene('meeting-final', async (page) => {
    await open(page, '/meetings?status=final')
    await page.locator(firstLink).first().click()
    await button(page, '修改').waitFor()
  }),
  scene('meeting-check', (page) => button(page, '检查').click()),
  scene('meeting-copy', async (page) => {
    await closeDialog(page)
    await button(page, '更多').click()
    await page.getByRole('menuitem', { name: '参照这次新建' }).click()
  }),
]
