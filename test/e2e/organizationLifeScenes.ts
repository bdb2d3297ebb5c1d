import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

const lastYear = new Date().getFullYear() - 1

/** 组织生活会, 民主评议党员, 谈心谈话. */
export const organizationLifeScenes: readonly Scene[] = [
  scene('life', async (page) => {
    await open(page, `/meetings/life?year=${lastYear}`)
    await page.getByRole('table').waitFor()
  }),
  scene('life-without', (page) => page.getByRole('link', { name: /^没有登记的党支部/ }).click()),
  scene('life-new', (page) => page.getByRole('link', { name: '登记', exact: true }).first().click()),
  scene('life-record', async (page) => {
    await open(page, `/meetings/life?year=${lastYear}`)
    await page.getByRole('table').getByRole('link').first().click()
  }),
  scene('life-problems', async (page) => {
    await open(page, `/meetings/life?year=${lastYear}`)
    await page
      .getByRole('link', { name: /未完成/ })
      .first()
      .click()
  }),
  scene('appraisals', async (page) => {
    await open(page, `/meetings/appraisals?year=${lastYear}`)
    await page.getByRole('table').waitFor()
  }),
  scene('appraisal-record', async (page) => {
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('table', { name: '参评名单' }).scrollIntoViewIfNeeded()
  }),
  scene('appraisal-person', (page) => button(page, /的评定意见和处置$/).click()),
  scene('talks', async (page) => {
    await closeDialog(page)
    await open(page, '/meetings/talks')
    await page.getByRole('table').waitFor()
  }),
  scene('talk-new', (page) => button(page, '登记谈心谈话').click()),
  scene('talks-without', async (page) => {
    await closeDialog(page)
    await page.getByRole('link', { name: '还没有谈的人' }).click()
  }),
]
