import { expect, test } from './office.ts'
import { open } from './scenes.ts'

test('a finding of a unit is left so with a reason, is counted no more, and the reason is taken back', async ({
  demoPage: page,
}) => {
  await open(page, '/enterprises')
  const unbuilt = page.getByRole('link', { name: /100 人以上企业未建党组织/ })
  const before = Number(/(\d+) 家/.exec((await unbuilt.locator('..').textContent()) ?? '')?.[1])
  expect(before).toBeGreaterThan(0)
  await unbuilt.click()
  await page.getByRole('table').getByRole('link').first().click()
  const note = page.locator('.finding').filter({ hasText: 'ORG-72' })
  await note.getByRole('button', { name: '说明原因后保留' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('保留的原因').fill('正在筹建，预计下月批复')
  await dialog.getByRole('button', { name: '保留', exact: true }).click()
  await expect(note.getByText('已说明原因保留：正在筹建，预计下月批复')).toBeVisible()

  await open(page, '/enterprises')
  if (before > 1) await expect(unbuilt.locator('..')).toContainText(`${before - 1} 家`)
  else await expect(unbuilt).toBeHidden()

  await page.goBack()
  await note.getByRole('button', { name: '取消保留' }).click()
  await expect(note.getByRole('button', { name: '说明原因后保留' })).toBeVisible()
})

test('a number nobody can mean stands as typed with its error, and is not made another', async ({
  demoPage: page,
}) => {
  await open(page, '/enterprises/new')
  const members = page.getByLabel('正式党员数')
  await members.fill('-3')
  await members.blur()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('不能小于 0')).toBeVisible()
  await expect(members).toHaveValue('-3')
})
