import { readdirSync, rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible, makeBackup, newFolder } from './backupSteps.ts'
import { administrator, clerk, expect, signIn, test } from './office.ts'
import { open, signOut } from './scenes.ts'

const nativePlace = (page: Page) => page.getByRole('textbox', { name: '籍贯' })

/** The address of the first record of the roster. */
async function firstMember(page: Page): Promise<string> {
  await open(page, '/members')
  await page.getByRole('gridcell').getByRole('link').first().click()
  await nativePlace(page).waitFor()
  return page.url().slice(page.url().indexOf('#') + 1)
}

async function writeNativePlace(page: Page, text: string): Promise<void> {
  await nativePlace(page).fill(text)
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
}

test('what was backed up comes back, everybody is signed out, and what was here is set aside', async ({
  demoPage: page,
  dataDir,
  complaints,
}) => {
  const member = await firstMember(page)
  await writeNativePlace(page, '备份前的籍贯')
  await makeBackup(page)
  await open(page, member)
  await writeNativePlace(page, '备份后的籍贯')
  await expect(page.getByRole('button', { name: '保存移交文件' })).toHaveCount(0)
  await signOut(page)

  await signIn(page, administrator)
  await open(page, '/backups')
  await page
    .getByRole('row', { name: /手动备份/ })
    .getByRole('button', { name: /核对并恢复/ })
    .click()
  await page.getByRole('heading', { level: 1, name: '恢复数据' }).waitFor()
  await expect(page.getByRole('table', { name: '备份与现在的对比' })).toContainText('党员')
  await expectAccessible(page)
  await expect(page.getByText(/备份之后这里做过的 \d+ 次操作，恢复后都会没有/)).toBeVisible()

  await page.getByLabel('您自己的密码').fill('not-my-password')
  await page.getByLabel(/请输入“恢复”/).fill('恢复')
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()

  await page.getByLabel('您自己的密码').fill(administrator.password)
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  const told = page.getByRole('dialog', { name: '已恢复' })
  await expect(told).toContainText('条数和校验值都与备份一致')
  await expect(told).toContainText(dataDir)
  await expectAccessible(page)
  await expect(page.getByRole('heading', { level: 1, name: '登录', includeHidden: true })).toBeAttached()
  await told.getByRole('button', { name: '去登录' }).click()
  await expect(told).toBeHidden()

  await signIn(page, clerk)
  await open(page, member)
  await expect(nativePlace(page)).toHaveValue('备份前的籍贯')
  expect(complaints).toEqual([])
})

test('a clerk makes backups and sees them; settings, handing over and restoring are the administrator’s', async ({
  demoPage: page,
}) => {
  await makeBackup(page)
  await expect(page.getByRole('row', { name: /手动备份/ })).toBeVisible()
  for (const name of [/核对并恢复/, '保存移交文件', '从文件恢复', '保存设置']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
  await signOut(page)
  await signIn(page, administrator)
  await expect(page.getByText('数据安全')).toBeVisible()
  await open(page, '/backups')
  const second = newFolder()
  await page.getByLabel('第二处的文件夹').fill(second)
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText('备份设置已保存')).toBeVisible()
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('备份完成，已试着打开核对过')).toBeVisible()
  expect(readdirSync(second).some((name) => name.endsWith('.zip'))).toBe(true)

  rmSync(second, { recursive: true })
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('本机备份已完成，第二处没有存上')).toBeVisible()
  await expectAccessible(page)
  await open(page, '/')
  await expect(page.getByRole('region', { name: '数据安全' }).getByText('有问题')).toBeVisible()
})
