import { expect, test } from './office.ts'

test('an election goes from candidates to a confirmed result that is undone as one', async ({
  demoPage: page,
  complaints,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '换届选举' }).click()
  await page
    .getByRole('navigation', { name: '状态' })
    .getByRole('link', { name: /进行中/ })
    .click()
  await page.getByRole('row').nth(1).getByRole('link').click()

  await test.step('a step is written down', async () => {
    await page.getByRole('button', { name: /登记第 7 步/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已办 7 / 12 步')).toBeVisible()
  })

  await test.step('a paper is made', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '选票' }).click()
    expect((await download).suggestedFilename()).toContain('选票')
  })

  await test.step('the meeting has its day', async () => {
    await page.getByRole('button', { name: '修改', exact: true }).last().click()
    const dialog = page.getByRole('dialog', { name: '基本情况' })
    await dialog.getByLabel('大会日期').fill('2026.1.9')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('somebody is left out of those who should come', async () => {
    await page.getByRole('link', { name: '应到会人员' }).click()
    const choice = page.getByRole('combobox', { name: /是否计入应到/ }).last()
    await choice.click()
    await page
      .getByTitle(/不计入：年老体弱/)
      .last()
      .click()
    await expect(page.getByText(/须经支部同意并由大会通过/)).toBeVisible()
    await page.getByRole('checkbox', { name: /已经支部同意/ }).click()
    await expect(page.getByText(/须经支部同意并由大会通过/)).toBeHidden()
  })

  await test.step('another part of the page begins at its top', async () => {
    const body = page.locator('.page-body')
    await body.evaluate((element) => element.scrollTo(0, 400))
    await page.getByRole('link', { name: '候选人和监计票人' }).click()
    await expect(page.getByRole('region', { name: '委员候选人', exact: true })).toBeInViewport()
    expect(await body.evaluate((element) => element.scrollTop)).toBe(0)
  })

  await test.step('the ballot is judged while it is typed', async () => {
    await page.getByRole('link', { name: '投票和结果' }).click()
    const form = page.getByRole('form', { name: '录入委员投票结果' })
    const should = Number(await form.getByLabel('应到').inputValue())
    const fill = (label: string, value: number) => form.getByLabel(label).fill(String(value))
    await expect(form.getByLabel('实到')).toHaveValue('')
    for (const label of ['实到', '发出', '收回']) await fill(label, should)
    const agreed = form.getByRole('spinbutton', { name: / 赞成$/ })
    await agreed.nth(0).fill(String(should))
    await agreed.nth(1).fill(String(should))
    await agreed.nth(2).fill(String(should))
    await expect(form.getByText(`应到 ${should}，实到 ${should}，达到五分之四：有效`)).toBeVisible()
    await expect(form.getByText(/过实到半数：当选/)).toHaveCount(3)
    await agreed.nth(3).fill('1')
    await expect(form.getByText('这些数字互相矛盾，改正后才能保存')).toBeVisible()
    await agreed.nth(3).fill('0')
    await form.getByRole('button', { name: '保存投票结果' }).click()
    // Empty is not 0: the 无效 ballots and eight numbers of votes are asked for.
    await expect(form.getByText('请填写数字，没有的填 0')).toHaveCount(9)
    await fill('无效', 0)
    for (const kind of [/ 不赞成$/, / 弃权$/])
      for (const input of await form.getByRole('spinbutton', { name: kind }).all()) await input.fill('0')
    await form.getByRole('button', { name: '保存投票结果' }).click()
    await expect(page.getByText(/已当选：/)).toBeVisible()
  })

  await test.step('the secretary is chosen from those elected', async () => {
    await page.getByRole('link', { name: '加入候选人' }).click()
    const picker = page.getByRole('combobox', { name: '加入书记候选人' })
    await picker.click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await expect(page.getByRole('region', { name: '书记候选人' }).getByRole('row')).toHaveCount(2)
    await page.getByRole('link', { name: '投票和结果' }).click()
    const form = page.getByRole('form', { name: '录入书记投票结果' })
    for (const label of ['实到', '发出', '收回']) await form.getByLabel(label).fill('3')
    await form.getByLabel('无效').fill('0')
    await form.getByRole('spinbutton', { name: / 赞成$/ }).fill('3')
    await form.getByRole('spinbutton', { name: / 不赞成$/ }).fill('0')
    await form.getByRole('spinbutton', { name: / 弃权$/ }).fill('0')
    await form.getByRole('button', { name: '保存投票结果' }).click()
    await expect(page.getByText('各项都已选出，可以确认。')).toBeVisible()
  })

  await test.step('the result is confirmed and taken back', async () => {
    await page.getByRole('button', { name: '确认结果' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认并登记' }).click()
    await expect(page.getByText(/结果已确认/).first()).toBeVisible()
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^撤销 \d+ 条/ })
      .click()
    await expect(page.getByRole('button', { name: '确认结果' })).toBeEnabled()
  })
  expect(complaints).toEqual([])
})

test('a 换届 is begun with the seats its rule asks candidates for, and says whose', async ({
  demoPage: page,
}) => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '换届选举' }).click()
  await page.getByRole('button', { name: '发起换届' }).click()
  const dialog = page.getByRole('dialog', { name: '发起换届选举' })
  await dialog.getByLabel('应选委员').fill('5')
  await expect(dialog.getByText('候选人不少于 6 名')).toBeVisible()
  await dialog.getByRole('button', { name: '发起', exact: true }).click()
  await expect(dialog.getByRole('alert').first()).toBeVisible()
})
