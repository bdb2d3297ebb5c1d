import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** 失联党员 and 两新组织. */
export const lostScenes: readonly Scene[] = [
  scene('lost', async (page) => {
    await open(page, '/mobility/lost')
    await page.getByRole('table').waitFor()
  }),
  scene('lost-case', async (page) => {
    await open(page, '/mobility/lost?stage=twoYears')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { level: 2, name: '办理进程' }).waitFor()
  }),
  scene('lost-expel', (page) => button(page, '登记除名').click()),
  scene('lost-new', async (page) => {
    await closeDialog(page)
    await open(page, '/mobility/lost/new')
    await page.getByLabel('失去联系日期').waitFor()
  }),
  scene('enterprises', async (page) => {
    await open(page, '/enterprises')
    await page.getByRole('table').waitFor()
  }),
  scene('enterprise', async (page) => {
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByLabel('单位名称').waitFor()
  }),
  scene('enterprise-keep-finding', (page) => button(page, '说明原因后保留').click()),
]
