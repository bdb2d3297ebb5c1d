import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** What branches owe and what is missing, who came, follow-ups, plans and guides. */
export const complianceScenes: readonly Scene[] = [
  scene('completion', async (page) => {
    await open(page, '/meetings/completion')
    await page.getByRole('table').waitFor()
  }),
  scene('completion-gap', (page) =>
    page
      .getByRole('link', { name: /月：.* 缺/ })
      .first()
      .click(),
  ),
  scene('completion-kind', async (page) => {
    await closeDialog(page)
    await page
      .getByRole('navigation', { name: '会议类型' })
      .getByRole('link', { name: '党课', exact: true })
      .click()
  }),
  scene('completion-call', (page) => page.getByRole('link', { name: /^待联系支部/ }).click()),
  scene('completion-branch', async (page) => {
    await page.getByRole('link', { name: '春晖社区第四网格党支部', exact: true }).click()
    await page.getByRole('region', { name: '应开哪些会，为什么' }).waitFor()
  }),
  scene('attendance', (page) => page.getByRole('link', { name: '出勤情况' }).click()),
  scene('attendance-make-up', (page) => button(page, /^登记(补学|送学上门)/).click()),
  scene('follow-ups', async (page) => {
    await closeDialog(page)
    await open(page, '/meetings/followups?subject=meeting')
  }),
  scene('follow-up-close', (page) => button(page, /^办结：/).click()),
  scene('plan-none', async (page) => {
    await closeDialog(page)
    await open(page, '/meetings/plans')
  }),
  scene('plan', async (page) => {
    await open(page, '/meetings/completion')
    await page.getByRole('rowheader').first().getByRole('link').click()
    const toolbar = page.getByRole('group', { name: '年份', exact: true })
    await toolbar.getByRole('link', { name: '年度计划' }).click()
  }),
  scene('guides', (page) => open(page, '/meetings/guides')),
  scene('guide-new', (page) => button(page, '新建主题提示').click()),
]
