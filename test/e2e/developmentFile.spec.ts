import type { Page } from '@playwright/test'
import { systemClock } from '#core/system/systemPorts.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { expect, settled, test } from './office.ts'
import { open } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')

async function chooseBranch(page: Page, name: string): Promise<void> {
  await page.getByLabel('所在党支部').fill(name)
  await page.locator('.ant-select-tree-title').filter({ hasText: name }).click()
}

/** 秦新's file with the street's first branch, begun by an application. */
async function begin(page: Page, appliedOn: string): Promise<void> {
  await open(page, '/development/new')
  await page.getByLabel('申请日期').fill(appliedOn)
  await page.getByLabel('姓名', { exact: true }).fill('秦新')
  const idNo = page.getByLabel('公民身份号码')
  await idNo.fill('110105199505050017')
  await idNo.blur()
  await expect(page.getByRole('alert').filter({ hasText: '身份证号校验位不对' })).toBeVisible()
  await idNo.fill('110105199505050016')
  await expect(page.getByText('身份证号校验位不对')).toHaveCount(0)
  await chooseBranch(page, '街道机关第一党支部')
  await page.keyboard.press('Control+S')
  await expect(page.getByRole('heading', { level: 1, name: '秦新' })).toBeVisible()
}

async function record(page: Page, label: string, day: string): Promise<void> {
  await page.getByRole('button', { name: `登记${label}`, exact: true }).click()
  await dialog(page).getByLabel('日期', { exact: true }).fill(day)
  await dialog(page).getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
}

test('a file begins with the application, and a step that breaks the order is taken only with its reason', async ({
  demoPage: page,
  complaints,
}) => {
  await begin(page, '2026.3.2')
  await expect(page.getByRole('heading', { name: /下一步：第 2 步/ })).toBeVisible()
  await record(page, '派人谈话', '2026.3.20')
  await expect(page.getByRole('link', { name: /第2步 .*已办，2026年3月20日/ })).toBeVisible()

  await test.step('what the rules say stands there before it is saved', async () => {
    await page.getByRole('button', { name: '登记确定为入党积极分子', exact: true }).click()
    await dialog(page).getByLabel('日期', { exact: true }).fill('2026.3.10')
    await expect(dialog(page).getByText(/不能早于“派人谈话”/)).toBeVisible()
    const save = dialog(page).getByRole('button', { name: '说明原因，仍要登记' })
    await expect(save).toBeDisabled()
    await dialog(page)
      .getByLabel(/确实这样办理的/)
      .fill('原始会议记录的日期如此')
    await save.click()
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByText(/说明原因登记：原始会议记录的日期如此/)).toBeVisible()
  })

  await test.step('a finding is kept with a reason beside its step', async () => {
    const step = page.getByRole('listitem', { name: '第3步 推荐和确定入党积极分子' })
    await step.getByRole('button', { name: '说明原因后保留' }).first().click()
    await dialog(page).getByLabel('保留的原因').fill('已与原始档案核对')
    await dialog(page).getByRole('button', { name: '保留', exact: true }).click()
    await expect(step.getByText('已说明原因保留：已与原始档案核对')).toBeVisible()
  })

  await test.step('a full member of the branch is made training contact, from the day of the step', async () => {
    await record(page, '积极分子备案', '2026.4.1')
    await page.getByRole('button', { name: '登记指定培养联系人', exact: true }).click()
    await dialog(page).getByLabel('日期', { exact: true }).fill('2026.4.2')
    await dialog(page).getByRole('button', { name: '登记', exact: true }).click()
    const people = page.getByRole('dialog', { name: '培养联系人' })
    await expect(people.getByLabel('从哪天起')).toHaveValue('2026.04.02')
    await people.getByRole('combobox', { name: '加入培养联系人' }).click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await dialog(page).getByRole('button', { name: '保存名单' }).click()
    await expect(dialog(page)).toBeHidden()
    await page.getByRole('link', { name: '联系人、考察' }).click()
    const named = page.getByRole('region', { name: '培养联系人' }).getByRole('row')
    await expect(named.filter({ hasText: '2026年4月2日' })).toHaveText(/正式党员/)
  })

  await test.step('the plan says which wished day cannot be', async () => {
    await page.getByRole('link', { name: '倒排日历' }).click()
    await page.getByLabel('希望召开大会的日期').fill('2026.12.1')
    await expect(page.getByText(/2026年12月1日召开支部大会办不到/)).toBeVisible()
    await page.getByLabel('希望召开大会的日期').fill('2028.6.1')
    await expect(page.getByText(/2028年6月1日召开支部大会，来得及/)).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '打印倒排计划' }).click()
    expect((await download).suggestedFilename()).toContain('秦新')
  })
  expect(complaints).toEqual([])
})

test('papers are ticked, scanned, looked at in the app and thrown away', async ({
  demoPage: page,
  complaints,
}) => {
  await begin(page, '2026.3.2')
  await test.step('a number the file does not have yet is typed in the clear', async () => {
    await page.getByRole('link', { name: '基本情况' }).click()
    await page.getByRole('button', { name: '修改基本情况' }).click()
    await page.getByLabel('联系电话').pressSequentially('13800000000')
    await expect(page.getByLabel('联系电话')).toHaveValue('13800000000')
    await page.keyboard.press('Control+S')
    await expect(page.getByText('已保存基本情况')).toBeVisible()
  })
  await page.getByRole('link', { name: '材料和扫描件' }).click()
  await page.getByRole('checkbox', { name: /^有M1 / }).check()
  await expect(page.getByText('已有 1 / 30 件')).toBeVisible()
  // A picture larger than is kept, drawn by the page itself.
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const pen = canvas.getContext('2d')
    for (let n = 0; n < 4000; n += 1) {
      if (pen !== null) pen.fillStyle = `hsl(${n % 360} 60% 50%)`
      pen?.fillRect((n * 97) % 3000, (n * 61) % 2000, 60, 40)
    }
    return canvas.toDataURL('image/jpeg', 1).slice('data:image/jpeg;base64,'.length)
  })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '上传M1的扫描件' }).click()
  await (
    await chooser
  ).setFiles({ name: '申请书.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') })
  await page.getByRole('button', { name: '看 1 份：M1的扫描件' }).click()
  const picture = dialog(page).locator('canvas')
  await expect(picture).toHaveJSProperty('width', 2000)
  await page.keyboard.press('r')
  await expect(picture).toHaveJSProperty('width', 1333)
  await dialog(page).getByRole('button', { name: '删除', exact: true }).click()
  const asked = page.getByRole('dialog', { name: /删除扫描件/ })
  await asked.getByLabel('删除原因').fill('扫歪了')
  await asked.getByRole('button', { name: '删除到回收站' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '看 1 份：M1的扫描件' })).toBeHidden()
  expect(complaints).toEqual([])
})

test('an approval puts the person into the roster, and one undo takes him out again', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/development?state=awaitingApproval')
  await page.locator('tbody a[href*="#/development/"]').first().click()
  await page.getByRole('navigation', { name: '二十五步' }).waitFor()
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const submit = page.getByRole('button', { name: '登记上报支部大会决议', exact: true })
  await settled(page)
  if (await submit.isVisible()) await record(page, '上报支部大会决议', '2026.11.22')
  const talk = page.getByRole('button', { name: '登记上级党委派人谈话', exact: true })
  await settled(page)
  if (await talk.isVisible()) await record(page, '上级党委派人谈话', '2026.11.22')

  await test.step('a community committee has no right to approve', async () => {
    await page.getByRole('button', { name: '登记上级党委审批', exact: true }).click()
    await dialog(page).getByLabel('办理机关').fill('社区党委')
    await page
      .locator('.ant-select-tree-title')
      .filter({ hasText: /社区党委（审议/ })
      .first()
      .click()
    await expect(
      dialog(page)
        .getByText(/只能审议/)
        .first(),
    ).toBeVisible()
    await expect(dialog(page).getByRole('button', { name: '说明原因，仍要登记' })).toBeDisabled()
    await dialog(page).getByLabel('办理机关').fill('党工委')
    await page
      .locator('.ant-select-tree-title')
      .filter({ hasText: /党工委（审批）/ })
      .click()
    await dialog(page).getByRole('button', { name: '登记', exact: true }).click()
    await expect(dialog(page)).toBeHidden()
  })

  await expect(page.getByText('预备党员', { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: '花名册', exact: true }).click()
  await expect(page).toHaveURL(/#\/members\//)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goBack()
  await page.getByRole('navigation', { name: '二十五步' }).waitFor()
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await dialog(page).getByRole('button', { name: /^撤销/ }).click()
  await expect(page.locator('.page-subtitle')).toContainText('待审批')
  await expect(page.getByRole('link', { name: '花名册', exact: true })).toBeHidden()
  expect(complaints).toEqual([])
})

test('a vote is judged while it is typed, and one that fails is kept and leads back', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/development?state=cleared')
  await page.locator('tbody a[href*="#/development/"]').first().click()
  await page.getByRole('navigation', { name: '二十五步' }).waitFor()
  await page.getByRole('button', { name: '登记支部大会讨论接收', exact: true }).click()
  const fill = async (label: string, value: number): Promise<void> => {
    await dialog(page).getByLabel(label, { exact: true }).fill(String(value))
  }
  await fill('应到', 20)
  await fill('实到', 11)
  await fill('赞成', 11)
  await expect(dialog(page).getByText('应到20，实到11，可以开会；需赞成11票，已有11票：通过')).toBeVisible()
  await fill('赞成', 10)
  await expect(dialog(page).getByText('需赞成11票，已有10票：不通过')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: '说明原因，仍要登记' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: '登记没有通过' }).click()
  const back = page.getByRole('dialog', { name: /^退回/ })
  await back.getByLabel('决定日期').fill(formatDots(systemClock.today()))
  await back.getByLabel('理由').fill('赞成票没有过半')
  await back.getByRole('button', { name: '登记退回' }).click()
  await expect(page.locator('.page-subtitle')).toContainText('发展对象')
  await page.getByRole('link', { name: '变动和修改历史' }).click()
  await expect(page.getByRole('list', { name: '修改历史' })).toContainText('不再算数')
  expect(complaints).toEqual([])
})
