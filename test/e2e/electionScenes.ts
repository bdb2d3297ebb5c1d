import type { Page } from '@playwright/test'
import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

const ballot = (page: Page) => page.getByRole('form', { name: '录入委员投票结果' })

/** 换届选举: from the list to the counted result of one under way, and one that is done. */
export const electionScenes: readonly Scene[] = [
  scene('elections', async (page) => {
    await open(page, '/elections')
    await page.getByRole('table').waitFor()
  }),
  scene('elections-start-errors', async (page) => {
    await button(page, '发起换届').click()
    await page.getByRole('dialog').getByRole('button', { name: '发起', exact: true }).click()
  }),
  scene('elections-reminders', async (page) => {
    await closeDialog(page)
    await button(page, '提醒函、督办函').click()
  }),
  scene('election', async (page) => {
    await closeDialog(page)
    await open(page, '/elections?status=open')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('heading', { level: 2, name: '换届流程' }).waitFor()
  }),
  scene('election-step', (page) => button(page, /登记第 8 步/).click()),
  scene('election-basics', async (page) => {
    await closeDialog(page)
    await page.getByRole('button', { name: '修改', exact: true }).last().click()
  }),
  scene('election-people', async (page) => {
    await closeDialog(page)
    await page.getByRole('link', { name: '候选人和监计票人' }).click()
  }),
  scene('election-voters', (page) => page.getByRole('link', { name: '应到会人员' }).click()),
  scene('election-ballots', async (page) => {
    await page.getByRole('link', { name: '投票和结果' }).click()
    await ballot(page).waitFor()
  }),
  scene('election-ballots-empty', (page) =>
    ballot(page).getByRole('button', { name: '保存投票结果' }).click(),
  ),
  scene('election-ballots-counted', async (page) => {
    const should = await ballot(page).getByLabel('应到').inputValue()
    for (const label of ['实到', '发出', '收回']) await ballot(page).getByLabel(label).fill(should)
    await ballot(page).getByLabel('无效').fill('0')
    const agreed = ballot(page).getByRole('spinbutton', { name: / 赞成$/ })
    for (const [index, value] of ['20', '18', '12', '12'].entries()) await agreed.nth(index).fill(value)
    await ballot(page)
      .getByText(/票数相等/)
      .first()
      .scrollIntoViewIfNeeded()
  }),
  scene('election-done', async (page) => {
    await open(page, '/elections?status=done')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('link', { name: '投票和结果' }).click()
    await page
      .getByText(/结果已确认/)
      .first()
      .waitFor()
  }),
]
