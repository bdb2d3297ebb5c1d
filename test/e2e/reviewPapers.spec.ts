import { expect, settled, test } from './office.ts'

test('papers of a review: a sheet of ballots, a workbook of scores, and what is left blank is named', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '双向述职测评' }).click()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: '文书', exact: true }).click()
  const kinds = page.getByRole('navigation', { name: '文书' })
  const save = async (name: string) => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: `导出${name}` }).click()
    return (await waiting).suggestedFilename()
  }
  expect(await save('述职方案')).toMatch(/-方案-.*双向述职双向测评方案\.docx$/)

  await kinds.getByRole('link', { name: '整改情况报告' }).click()
  expect(await save('整改情况报告')).toMatch(/-报告-/)
  await expect(page.getByRole('status').filter({ hasText: '处缺项' })).toContainText('成文日期')

  await kinds.getByRole('link', { name: '测评票' }).click()
  await page.getByText('多人一张').click()
  await expect(page.getByRole('region', { name: '测评内容预览' })).toContainText('总体评价')
  expect(await save('测评票')).toMatch(/-票-.*\.docx$/)

  await kinds.getByRole('link', { name: '综合成绩汇总表' }).click()
  await page.getByText(/^Excel/).click()
  expect(await save('综合成绩汇总表')).toMatch(/-汇总表-.*\.xlsx$/)
  // What was chosen stands in the address.
  await page.reload()
  await settled(page)
  await expect(page.getByRole('radio', { name: /^Excel/ })).toBeChecked()
  expect(complaints).toEqual([])
})
