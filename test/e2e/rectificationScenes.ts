import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** 整改, 党建责任清单. */
export const rectificationScenes: readonly Scene[] = [
  scene('rectifications', async (page) => {
    await open(page, '/reviews/rectifications')
    await page.getByRole('table').waitFor()
  }),
  scene('rectification-report', async (page) => {
    await page
      .getByRole('checkbox', { name: /^选择：/, disabled: false })
      .first()
      .check()
    await button(page, /^登记通报/).click()
    await page.getByRole('dialog').waitFor()
  }),
  scene('rectification-late', async (page) => {
    await closeDialog(page)
    await open(page, '/reviews/rectifications?state=overdue')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('dialog').waitFor()
  }),
  scene('rectification-new', async (page) => {
    await closeDialog(page)
    await open(page, '/reviews/rectifications?new=1')
    await page.getByRole('dialog').waitFor()
  }),
  scene('responsibility', async (page) => {
    await closeDialog(page)
    await open(page, '/reviews/responsibility')
    await page.getByRole('table').waitFor()
  }),
  scene('responsibility-record', (page) => page.getByRole('table').getByRole('link').first().click()),
  scene('responsibility-goals', async (page) => {
    await open(page, '/reviews/responsibility')
    await page
      .getByRole('link', { name: /^完成 / })
      .first()
      .click()
  }),
  scene('responsibility-without', (page) => open(page, '/reviews/responsibility?without=1')),
  scene('responsibility-new', (page) => open(page, '/reviews/responsibility/new')),
]
