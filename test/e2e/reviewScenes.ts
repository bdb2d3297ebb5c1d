import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** 双向述职测评: the campaigns, the board, the schemes. */
export const reviewScenes: readonly Scene[] = [
  scene('reviews', async (page) => {
    await open(page, '/reviews')
    await page.getByRole('table').waitFor()
  }),
  scene('review-new', (page) => page.getByRole('link', { name: '建立述职测评' }).click()),
  scene('review-board', async (page) => {
    await open(page, '/reviews')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('table', { name: '述职测评进度' }).waitFor()
  }),
  scene('review-board-register', async (page) => {
    await page.getByRole('checkbox', { name: '选择全部' }).check()
    await button(page, '登记步骤').click()
  }),
  scene('review-board-add', async (page) => {
    await closeDialog(page)
    await button(page, '添加述职人').click()
  }),
  scene('review-schemes', async (page) => {
    await closeDialog(page)
    await page.getByRole('link', { name: '方案', exact: true }).click()
  }),
  scene('review-scheme', (page) => page.getByRole('link', { name: '打开修改' }).click()),
  scene('review-scheme-reason', (page) => button(page, '写明原因后调整').click()),
]
