import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** 流动党员 and 组织关系转接: the ledgers, the boards, and a record of each. */
export const mobilityScenes: readonly Scene[] = [
  scene('mobility', async (page) => {
    await open(page, '/mobility')
    await page.getByRole('table').waitFor()
  }),
  scene('mobility-record', async (page) => {
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('dialog').waitFor()
  }),
  scene('mobility-inflow', async (page) => {
    await closeDialog(page)
    await open(page, '/mobility?direction=LR')
    await page.getByRole('table').waitFor()
  }),
  scene('mobility-due', async (page) => {
    await open(page, '/mobility/due')
    await page.getByRole('table').first().waitFor()
  }),
  scene('mobility-places', (page) => open(page, '/mobility/places')),
  scene('mobility-new', (page) => open(page, '/mobility/new?direction=LR')),
  scene('transfers', async (page) => {
    await open(page, '/transfers')
    await page.getByRole('table').waitFor()
  }),
  scene('transfer', async (page) => {
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { level: 2, name: '下一步' }).waitFor()
  }),
  scene('transfer-receipt', (page) => button(page, '登记回执').click()),
  scene('transfers-certificate', async (page) => {
    await closeDialog(page)
    await open(page, '/transfers')
    await button(page, '开证明信').click()
    await button(page, '导出证明信').click()
  }),
  scene('transfer-in-errors', async (page) => {
    await closeDialog(page)
    await open(page, '/transfers/new?direction=in')
    await page.getByRole('button', { name: '登记', exact: true }).click()
  }),
  scene('transfers-move', (page) => open(page, '/transfers/move')),
  scene('organization-split', async (page) => {
    await open(page, '/organizations')
    await page.getByText('街道机关第一党支部').first().click()
    await button(page, '拆分').click()
    for (const index of [0, 1]) await page.getByRole('dialog').getByRole('checkbox').nth(index).check()
  }),
]
