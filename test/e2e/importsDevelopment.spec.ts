import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, root, test } from './office.ts'
import { open } from './scenes.ts'

test('a ledger of 发展党员 is taken over as it is written, each broken rule beside its row, and opens as a list', async ({
  demoPage: page,
}) => {
  await open(page, '/imports?kind=development')
  await expect(page.getByText('发展党员台账', { exact: true })).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  const buffer = readFileSync(join(root, 'test/fixtures/import/development.xlsx'))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await chooser).setFiles({ name: 'development.xlsx', mimeType, buffer })
  await expect(page.getByText('读到 60 人')).toBeVisible()
  await page.getByRole('button', { name: '下一步：核对发展党员' }).click()
  await expect(page.getByText('将新增 60 人、变更 0 人', { exact: false })).toBeVisible()
  await expect(
    page.getByText('培训 16 学时，不足 3 天，也不足 24 学时', { exact: false }).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: '入库' }).click()
  await expect(page.getByText('已新增 60 人', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: '查看发展党员' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '发展党员' })).toBeVisible()
})
