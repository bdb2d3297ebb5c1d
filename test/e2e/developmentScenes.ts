import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

const firstLink = '.page-body table a'

/** 发展党员: the lists, one person's file, and the registers. */
export const developmentScenes: readonly Scene[] = [
  scene('development', async (page) => {
    await open(page, '/development')
    await page.getByRole('table').waitFor()
  }),
  scene('development-findings', (page) => open(page, '/development?state=all&finding=any')),
  scene('development-no-match', (page) => page.getByLabel('姓名、拼音或身份证号').fill('没有这样的人')),
  scene('development-board', async (page) => {
    await button(page, '清除筛选').click()
    await open(page, '/development?view=board')
  }),
  scene('development-calendar', async (page) => {
    await open(page, '/development/calendar')
    await page.getByRole('link', { name: '下一季度' }).click()
  }),
  scene('development-new', async (page) => {
    await open(page, '/development/new')
    await page.getByRole('heading', { level: 1, name: '新建发展档案' }).waitFor()
  }),
  ...['steps', 'people', 'materials', 'plan', 'basics', 'changes'].map((tab, n) =>
    scene(`development-file-${tab}`, async (page) => {
      if (n === 0) {
        await open(page, '/development?sort=step')
        await page.locator(firstLink).first().click()
        await page.getByRole('navigation', { name: '所在位置' }).waitFor()
      }
      const file = await page.evaluate(() => location.hash.slice(1).split('?')[0] ?? '')
      await open(page, `${file}?tab=${tab}`)
    }),
  ),
  scene('development-forms', (page) => open(page, '/development/registers')),
  scene('development-forms-stock', (page) => button(page, '登记入库').click()),
  scene('development-forms-issue', async (page) => {
    await closeDialog(page)
    await button(page, /^发放/).click()
  }),
  scene('development-training', async (page) => {
    await closeDialog(page)
    await open(page, '/development/registers?part=training')
  }),
  scene('development-class', (page) => page.locator(firstLink).first().click()),
  scene('development-class-edit', (page) => button(page, '修改班次').click()),
  scene('development-quotas', async (page) => {
    await closeDialog(page)
    await open(page, '/development/registers?part=quotas')
    await button(page, '展开行').click()
  }),
  scene('development-quota', (page) => button(page, '登记计划数').click()),
  scene('work-calendar', async (page) => {
    await closeDialog(page)
    await open(page, '/calendar')
  }),
  scene('work-calendar-day', (page) => button(page, /^3月18日/).click()),
  scene('work-calendar-unknown', async (page) => {
    await closeDialog(page)
    await open(page, '/calendar?year=2035')
  }),
  scene('development-large-type', async (page) => {
    await button(page, '大字号').click()
    await open(page, '/development')
    await page.getByRole('table').waitFor()
  }),
  scene('development-board-large-type', (page) => open(page, '/development?view=board')),
  scene('development-calendar-large-type', (page) => open(page, '/development/calendar')),
  scene('development-file-large-type', async (page) => {
    await open(page, '/development?sort=step')
    await page.locator(firstLink).first().click()
  }),
  scene('development-forms-large-type', (page) => open(page, '/development/registers')),
]
