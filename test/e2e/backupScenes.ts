import type { Page } from '@playwright/test'
import { administrator } from './office.ts'
import { open, type Scene } from './scenes.ts'

const scene = (name: string, go: Scene['go']): Scene => ({ name, go })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

/** The administrator's, down to a restore, which ends on the sign-in page. */
export const backupScenes: readonly Scene[] = [
  scene('backups', async (page) => {
    await open(page, '/backups')
    await button(page, '立即备份').click()
    await page.getByRole('cell', { name: '手动备份' }).waitFor()
  }),
  scene('backup-settings-errors', async (page) => {
    await page.getByLabel('第二处的文件夹').fill('/没有这个文件夹')
    await button(page, '保存设置').click()
    await page.getByRole('alert').first().waitFor()
  }),
  scene('backup-hand-over', (page) => button(page, '保存移交文件').click()),
  scene('backup-review', async (page) => {
    await page.keyboard.press('Escape')
    await button(page, /核对并恢复/).click()
    await page.getByRole('heading', { level: 1, name: '恢复数据' }).waitFor()
  }),
  scene('backup-review-errors', async (page) => {
    await button(page, '另存在哪里').click()
    await button(page, '恢复这份备份').click()
  }),
  scene('backup-restored', async (page) => {
    await page.getByLabel('您自己的密码').fill(administrator.password)
    await page.getByLabel(/请输入“恢复”/).fill('恢复')
    await button(page, '恢复这份备份').click()
    await page.getByRole('dialog', { name: '已恢复' }).waitFor()
  }),
]

/** A new data folder, from its first page. */
export const rescueScenes: readonly Scene[] = [
  scene('rescue', (page) => page.getByRole('link', { name: /从备份恢复/ }).click()),
  scene('rescue-errors', (page) => button(page, '读这份备份').click()),
]
