import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** 届期与班子, and the section of an organisation's page. */
export const termScenes: readonly Scene[] = [
  scene('terms', async (page) => {
    await open(page, '/terms')
    await page.getByRole('table').waitFor()
  }),
  scene('terms-overdue', (page) => page.getByRole('link', { name: /超期未换届/ }).click()),
  scene('terms-contacts', (page) => page.getByRole('link', { name: '通讯录' }).click()),
  scene('terms-export', (page) => button(page, '导出名册或通讯录').click()),
  scene('terms-organization', async (page) => {
    await closeDialog(page)
    await page.getByRole('link', { name: '春晖社区党委' }).first().click()
    await page.getByRole('region', { name: '届次与班子' }).waitFor()
  }),
  scene('terms-history', (page) => button(page, /历届届次与任职/).click()),
  scene('terms-record', (page) => button(page, '登记届次').click()),
  scene('terms-extend', async (page) => {
    await closeDialog(page)
    await page.getByRole('button', { name: '延期', exact: true }).click()
  }),
  scene('posts-enter', async (page) => {
    await closeDialog(page)
    await page.getByRole('button', { name: '任职', exact: true }).click()
  }),
  scene('posts-end', async (page) => {
    await closeDialog(page)
    await button(page, '免职').click()
  }),
]
