import { expect, test } from './office.ts'

test('a clerk reads who was secretary on a day, and enters who takes over', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('link', { name: '届期与班子' }).first().click()
  await expect(page.getByRole('heading', { name: '届期与班子' })).toBeVisible()
  await page.getByRole('link', { name: /超期未换届/ }).click()
  await expect(page).toHaveURL(/state=overdue/)
  const committee = page.getByRole('link', { name: /社区党委$/ }).first()
  const name = await committee.innerText()
  await committee.click()
  const section = page.getByRole('region', { name: '届次与班子' })
  await expect(section.getByText('超期未换届').first()).toBeVisible()
  const now = await section
    .getByRole('listitem')
    .filter({ hasText: '书记' })
    .getByRole('link')
    .first()
    .innerText()

  await section.getByLabel('查看日期').fill('2019.12.1')
  await section.getByRole('button', { name: '查看', exact: true }).click()
  await expect(section.getByText('2019.12.01 时在任的成员。')).toBeVisible()
  await section.getByRole('button', { name: '今天' }).click()
  await expect(section.getByRole('link', { name: now })).toBeVisible()

  await section.getByRole('button', { name: '任职', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `登记“${name}”的任职` })
  await dialog.getByLabel('职务').click()
  await page.getByTitle('书记', { exact: true }).click()
  await dialog.getByRole('radio', { name: '不在花名册' }).click()
  await dialog.getByLabel('姓名').fill('外来书记')
  await dialog.getByLabel('任职日期').fill('2026.11.1')
  await dialog.getByLabel('接替现任书记').click()
  await page.getByTitle(now, { exact: true }).click()
  await page.keyboard.press('Control+s')
  await expect(dialog).toBeHidden()
  await expect(section.getByText('外来书记', { exact: true })).toBeVisible()
  await section.getByRole('button', { name: /历届届次与任职/ }).click()
  await expect(section.getByText('离任：由外来书记接任')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a delay is kept with its approval, and the red goes', async ({ demoPage: page }) => {
  await page.goto(`${page.url().split('#')[0]}#/terms?state=overdue`)
  await page
    .getByRole('link', { name: /党支部$/ })
    .last()
    .click()
  const section = page.getByRole('region', { name: '届次与班子' })
  await section.getByRole('button', { name: '延期', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '登记延期换届' })
  await dialog.getByLabel('延期至').fill('2020.1.1')
  await dialog.getByLabel('延期原因').fill('社区撤并')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('alert').first()).toContainText('应晚于原届满日')
  const due = /最迟 (\d{4}\.\d{2}\.\d{2})/.exec(await dialog.innerText())?.[1] ?? ''
  await dialog.getByLabel('延期至').fill(due)
  await dialog.getByLabel('批准文号').fill('云街党〔2026〕40号')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(section.getByText(/延期至/).first()).toBeVisible()
})

test('the contact list is found by name and handed out as a document', async ({ demoPage: page }) => {
  await page.goto(`${page.url().split('#')[0]}#/terms?part=contacts`)
  await page.getByLabel('党组织或姓名').fill('春晖社区党委')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: '导出名册或通讯录' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/党组织通讯录\.docx$/)
})
