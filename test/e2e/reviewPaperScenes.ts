import { open, scene, type Scene } from './scenes.ts'

/** 文书 of a 述职测评. */
export const reviewPaperScenes: readonly Scene[] = [
  scene('review-papers', async (page) => {
    await open(page, '/reviews')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('link', { name: '文书', exact: true }).click()
    await page.getByRole('navigation', { name: '文书' }).waitFor()
  }),
  scene('review-papers-ballot', async (page) => {
    await page.getByRole('link', { name: '测评票' }).last().click()
    await page.getByRole('region', { name: '测评内容预览' }).waitFor()
  }),
  scene('review-papers-summary', async (page) => {
    await page.getByRole('link', { name: '综合成绩汇总表' }).click()
    await page.getByRole('region', { name: '成绩和等次预览' }).waitFor()
  }),
]
