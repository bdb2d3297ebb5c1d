import { expect, settled, test } from './office.ts'

const nextYear = new Date().getFullYear() + 1

test('REV-01: a campaign from the usual scheme: 99 is said at once and mended, two people come in, a step is registered for both', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '双向述职测评' }).click()
  await page.getByRole('link', { name: '建立述职测评' }).click()
  await page.getByLabel('年度').fill(String(nextYear))
  await page.getByRole('radio', { name: /^默认：上级评议 30%，党员、群众测评 30%，日常考核 40%/ }).check()
  await page.getByRole('button', { name: '建立', exact: true }).click()
  await expect(page.getByText('还没有述职人')).toBeVisible()

  await page.getByRole('link', { name: '方案', exact: true }).click()
  await page.getByRole('link', { name: '打开修改' }).click()
  const scheme = page.getByRole('form', { name: '述职测评方案' })
  const daily = scheme.getByRole('listitem', { name: '日常考核' }).getByLabel('占综合分')
  await daily.fill('39')
  const sentence = '综合分的权重合计 99（上级评议 30、党员、群众测评 30、日常考核 39），必须等于 100'
  await expect(scheme.getByText(sentence, { exact: true })).toBeVisible()
  await expect(scheme.getByText('权重合计 99%，应为 100%')).toBeVisible()
  // It is kept all the same, and nothing can be done with it: the board says so.
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已保存方案')).toBeVisible()
  await page.getByRole('link', { name: '进度', exact: true }).click()
  await expect(page.getByText(`：${sentence}`)).toBeVisible()
  await page.getByRole('link', { name: '打开方案修改' }).click()
  await daily.fill('40')
  await expect(scheme.getByText(sentence)).toHaveCount(0)
  await expect(scheme.getByText('＝87.975，四舍五入为 87.98，建议“较好”')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(scheme.getByRole('button', { name: '保存' })).toBeDisabled()

  await page.getByRole('link', { name: '进度', exact: true }).click()
  await page.getByRole('button', { name: '添加述职人' }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('查找姓名、党组织或职务').fill('社区党委')
  await dialog.getByRole('listitem').nth(0).getByRole('checkbox').check()
  await dialog.getByRole('listitem').nth(1).getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '添加 2 人' }).click()
  await expect(page.getByRole('button', { name: /方案印发：未办$/ })).toHaveCount(2)

  await page.getByRole('checkbox', { name: '选择全部' }).check()
  await page.getByRole('button', { name: '登记步骤' }).click()
  await dialog.getByRole('button', { name: '登记 2 人' }).click()
  await expect(page.getByRole('button', { name: /方案印发：.*已办$/ })).toHaveCount(2)
  await settled(page)
  await expect(page.getByRole('region', { name: '下一步' })).toContainText('自查自评、写述职报告')
  // The reason stands where the keyboard is.
  await page
    .getByRole('button', { name: /述职报告送审：未办/ })
    .first()
    .focus()
  await expect(page.getByText(/述职报告送审：未办，请先完成：自查自评、写述职报告$/)).toBeVisible()
  expect(complaints).toEqual([])
})
