import { administrator, clerk } from './office.ts'
import { button, closeDialog, open, scene, type Scene } from './scenes.ts'

/** The administrator's pages. */
export const administratorScenes: readonly Scene[] = [
  scene('administrator-home', (page) => page.getByRole('heading', { level: 1, name: '首页' }).waitFor()),
  scene('accounts', async (page) => {
    await open(page, '/accounts')
    await page.getByRole('cell', { name: clerk.user, exact: true }).waitFor()
  }),
  scene('account-new-errors', async (page) => {
    await button(page, '新建账号').click()
    await page.getByRole('dialog').getByRole('button', { name: '建立账号' }).click()
  }),
  scene('account-edit', async (page) => {
    await closeDialog(page)
    await button(page, '修改 community').click()
  }),
  scene('account-disable', async (page) => {
    await closeDialog(page)
    await button(page, '停用 leader').click()
  }),
  scene('account-reset', async (page) => {
    await closeDialog(page)
    await button(page, '重设密码 leader').click()
  }),
  scene('recovery-code-renew', async (page) => {
    await closeDialog(page)
    await button(page, '更换恢复码').click()
  }),
  scene('recovery-code-new', async (page) => {
    await page.getByRole('dialog').getByLabel('您自己的密码').fill(administrator.password)
    await page.getByRole('dialog').getByRole('button', { name: '更换', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '新的恢复码' }).waitFor()
  }),
  scene('data-check', async (page) => {
    await open(page, '/check')
    await button(page, '开始检查').click()
    await page.getByText('数据完好').waitFor()
  }),
  scene('administrator-no-right', (page) => open(page, '/members')),
  scene('accounts-large-type', async (page) => {
    await button(page, '大字号').click()
    await open(page, '/accounts')
    await page.getByRole('cell', { name: clerk.user, exact: true }).waitFor()
  }),
  scene('account-new-large-type', (page) => button(page, '新建账号').click()),
]

/** The auditor's pages. */
export const auditorScenes: readonly Scene[] = [
  scene('auditor-home', (page) => page.getByRole('heading', { level: 1, name: '首页' }).waitFor()),
  scene('audit', async (page) => {
    await open(page, '/audit')
    await page.getByRole('heading', { level: 1, name: '审计日志' }).waitFor()
  }),
  scene('audit-entry', (page) => page.getByRole('cell', { name: '新建账号' }).first().click()),
  scene('audit-verified', async (page) => {
    await button(page, '校验日志').click()
    await page.getByText(/条，完好/).waitFor()
  }),
  scene('audit-large-type', (page) => button(page, '大字号').click()),
]

/** What somebody sees who may change nothing. */
export const leaderScenes: readonly Scene[] = [
  scene('leader-home', (page) => page.getByRole('heading', { level: 1, name: '首页' }).waitFor()),
  scene('leader-members', async (page) => {
    await open(page, '/members')
    await page.getByRole('gridcell').first().waitFor()
  }),
  scene('leader-member', (page) => page.getByRole('gridcell').getByRole('link').first().click()),
  scene('leader-organizations', (page) => open(page, '/organizations')),
]

export const communityScenes: readonly Scene[] = [
  scene('community-home', (page) => page.getByRole('heading', { level: 1, name: '首页' }).waitFor()),
  scene('community-large-type', (page) => button(page, '大字号').click()),
]
