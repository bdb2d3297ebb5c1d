import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { administrator, clerk, type Person, root } from './office.ts'

/** One state of the screen; each starts where the one before left off. */
export interface Scene {
  readonly name: string
  readonly go: (page: Page) => Promise<unknown>
}

export const fixture = (name: string) => join(root, 'test/fixtures/import', name)

export const scene = (name: string, go: Scene['go']): Scene => ({ name, go })

export async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
export const closeDialog = (page: Page) => page.keyboard.press('Escape')

export async function chooseFile(page: Page, kind: '党组织' | '党员花名册', path: string): Promise<void> {
  await open(page, '/')
  await open(page, '/imports')
  const another = page.getByRole('button', { name: '再导入一个文件' })
  const change = page.getByRole('button', { name: '换一个文件' })
  await page.getByRole('heading', { level: 1, name: '导入' }).waitFor()
  for (const choice of [another, change]) if (await choice.isVisible()) await choice.click()
  await page
    .getByRole('group', { name: '导入什么' })
    .or(page.getByRole('radiogroup', { name: '导入什么' }))
    .getByText(kind, { exact: true })
    .click()
  const chooser = page.waitForEvent('filechooser')
  await button(page, /选择文件|选择工作簿/).click()
  await (await chooser).setFiles(path)
}

async function fillPerson(page: Page, { user, displayName, password }: Person): Promise<void> {
  await page.getByLabel('姓名', { exact: true }).fill(displayName)
  await page.getByLabel('账号', { exact: true }).fill(user)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一遍密码').fill(password)
}

/** Both accounts of the first run, up to the recovery code. */
export async function createAccounts(page: Page): Promise<void> {
  await fillPerson(page, administrator)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: '建立街道党务干事账号' }).waitFor()
  await fillPerson(page, clerk)
  await page.getByRole('button', { name: '建立账号' }).click()
}

export async function chooseInMenu(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Leaves through the menu, to the sign-in page. */
export async function signOut(page: Page): Promise<void> {
  await chooseInMenu(page, '退出登录')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
}

export const emptyScenes: readonly Scene[] = [
  scene('first-run', (page) => page.getByLabel('姓名').waitFor()),
  scene('first-run-errors', (page) => button(page, '下一步').click()),
  scene('first-run-clerk', async (page) => {
    await fillPerson(page, administrator)
    await button(page, '下一步').click()
    await page.getByRole('heading', { level: 1, name: '建立街道党务干事账号' }).waitFor()
  }),
  scene('recovery-code', async (page) => {
    await fillPerson(page, clerk)
    await button(page, '建立账号').click()
    await page.getByLabel('恢复码').waitFor()
  }),
  scene('home-empty', async (page) => {
    await page.getByRole('checkbox').check()
    await button(page, /进入|继续|开始/).click()
    await page.getByRole('navigation', { name: '主导航' }).waitFor()
  }),
  scene('organizations-empty', (page) => open(page, '/organizations')),
  scene('members-empty', (page) => open(page, '/members')),
  scene('development-empty', (page) => open(page, '/development')),
  scene('development-forms-empty', (page) => open(page, '/development/registers')),
  scene('trash-empty', (page) => open(page, '/trash')),
  scene('batches-empty', (page) => open(page, '/imports/batches')),
  scene('export-empty', (page) => open(page, '/members/export')),
  scene('import-unknown-branches', async (page) => {
    await chooseFile(page, '党员花名册', fixture('roster-street.xlsx'))
    await page.getByText('对不上的支部名称').scrollIntoViewIfNeeded()
  }),
  scene('import-organizations', async (page) => {
    await chooseFile(page, '党组织', fixture('organisations.xlsx'))
    await button(page, /下一步/).waitFor()
  }),
  scene('import-organizations-review', (page) => button(page, /下一步/).click()),
  scene('import-organizations-done', async (page) => {
    await button(page, '入库').click()
    await page.getByRole('heading', { name: '已入库' }).waitFor()
  }),
  scene('import-roster-columns', async (page) => {
    await chooseFile(page, '党员花名册', fixture('roster-street.xlsx'))
    await button(page, /下一步/).waitFor()
  }),
  scene('import-roster-people', (page) => button(page, /下一步/).click()),
  scene('import-roster-blocked', (page) => page.getByRole('tab', { name: /不能导入/ }).click()),
  scene('import-roster-done', async (page) => {
    await button(page, '入库').click()
    await page.getByRole('heading', { name: '已入库' }).waitFor({ timeout: 20_000 })
  }),
  scene('batches', (page) => open(page, '/imports/batches')),
  scene('withdraw', (page) => button(page, /撤回/).click()),
  scene('import-refused', async (page) => {
    await closeDialog(page)
    await chooseFile(page, '党员花名册', fixture('roster-street.truth.json'))
  }),
]

export const demoScenes: readonly Scene[] = [
  scene('home', (page) => page.getByText('需要核对的党员').waitFor()),
  scene('bridge', async (page) => {
    await open(page, '/bridge?period=lastYear')
    await page.getByRole('table').waitFor()
  }),
  scene('bridge-names', (page) =>
    page
      .locator('tfoot')
      .getByRole('link', { name: /减少小计/ })
      .click(),
  ),
  scene('bridge-freeze', (page) => button(page, /^冻结/).click()),
  scene('search', async (page) => {
    await closeDialog(page)
    await page.keyboard.press('Control+K')
    await page.getByLabel('查找党员、党组织或操作').fill('zs')
    await page.getByRole('option').first().waitFor()
  }),
  scene('shortcuts', async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
  }),
  scene('organizations', async (page) => {
    await closeDialog(page)
    await open(page, '/organizations')
    await button(page, '全部展开').click()
  }),
  scene('organization', (page) => page.getByText('春晖社区第一网格党支部').first().click()),
  scene('organization-keep-finding', (page) => button(page, '说明原因后保留').click()),
  scene('organization-dissolve', async (page) => {
    await closeDialog(page)
    await button(page, /更多/).click()
    await page.getByRole('menuitem', { name: /撤销/ }).click()
  }),
  scene('organization-merge', async (page) => {
    await closeDialog(page)
    await button(page, /更多/).click()
    await page.getByRole('menuitem', { name: /合并/ }).click()
  }),
  scene('organization-edit', async (page) => {
    await closeDialog(page)
    await page.getByLabel('党组织详情').getByRole('button', { name: '修改' }).click()
  }),
  scene('organization-create-errors', async (page) => {
    await closeDialog(page)
    await button(page, '新建党组织').click()
    await page.getByRole('dialog').getByRole('button', { name: '新建' }).click()
  }),
  scene('members', async (page) => {
    await closeDialog(page)
    await open(page, '/members')
    await page.getByRole('gridcell').first().waitFor()
  }),
  scene('members-columns', (page) => button(page, '列').click()),
  scene('members-filter', async (page) => {
    await closeDialog(page)
    await button(page, '添加筛选').click()
  }),
  scene('members-findings', async (page) => {
    await closeDialog(page)
    await button(page, '核对提示').click()
  }),
  scene('members-selected', async (page) => {
    await closeDialog(page)
    await page.getByRole('gridcell').first().waitFor()
    const boxes = page.getByRole('gridcell').getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(2).check()
  }),
  scene('bulk-move', (page) => button(page, '调整支部').click()),
  scene('bulk-trash', async (page) => {
    await closeDialog(page)
    await button(page, '删除到回收站').click()
  }),
  scene('members-no-match', async (page) => {
    await closeDialog(page)
    await page.getByLabel('姓名、拼音、身份证号、手机号或支部').fill('没有这样的人')
  }),
  scene('member', async (page) => {
    await button(page, '清除全部筛选').click()
    await open(page, '/members?finding=BIRTH_MISMATCH')
    await page.getByRole('gridcell').getByRole('link').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }),
  scene('member-revealed', (page) => button(page, /^显示/).click()),
  scene('member-party', (page) => page.getByRole('button', { name: '党籍与组织关系' }).click()),
  scene('member-timeline', (page) =>
    page.getByRole('navigation', { name: '本页目录' }).getByRole('button', { name: '经历' }).click(),
  ),
  scene('member-move', (page) => button(page, '调整支部').click()),
  scene('member-status', async (page) => {
    await closeDialog(page)
    await button(page, '变更党籍状态').first().click()
  }),
  scene('organization-past-day', async (page) => {
    await closeDialog(page)
    await open(page, '/members')
    await button(page, '查看过去某日').click()
    await page.getByRole('textbox', { name: '截至' }).fill('2020.12.31')
    await page.keyboard.press('Enter')
  }),
  scene('member-new-errors', async (page) => {
    await open(page, '/members/new')
    await page.getByRole('heading', { level: 1, name: '新增党员' }).waitFor()
    await page.getByRole('textbox', { name: '公民身份号码' }).fill('110105194912310021')
    await page.getByLabel('姓名', { exact: true }).fill('阿卜杜热依木·买买提艾力')
    await button(page, '保存').click()
  }),
  scene('export', (page) => open(page, '/members/export')),
  scene('export-done', async (page) => {
    await button(page, '导出名册').click()
    await page.getByText('缺项').first().waitFor()
  }),
  scene('members-large-type', async (page) => {
    await button(page, '大字号').click()
    await open(page, '/members')
  }),
  scene('organizations-large-type', (page) => open(page, '/organizations')),
  scene('member-large-type', (page) => open(page, '/members/new')),
  scene('account-menu', async (page) => {
    await button(page, '标准字号').click()
    await open(page, '/')
    await button(page, /^账号：/).click()
    await page.getByRole('menuitem', { name: /锁定/ }).waitFor()
  }),
  scene('change-password', async (page) => {
    await page.getByRole('menuitem', { name: '更改密码' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '更改密码' }).click()
  }),
  scene('locked', async (page) => {
    await closeDialog(page)
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+L')
    await page.getByRole('heading', { level: 1, name: '屏幕已锁定' }).waitFor()
  }),
  scene('unlock-refused', async (page) => {
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await button(page, '解锁').click()
    await page.getByRole('alert').first().waitFor()
  }),
  scene('sign-in', async (page) => {
    await button(page, '切换账号').click()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  }),
  scene('sign-in-refused', async (page) => {
    await page.getByLabel('账号', { exact: true }).fill('admin')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').first().waitFor()
  }),
  scene('sign-in-locked-out', async (page) => {
    for (const _ of [1, 2, 3, 4]) {
      await page.getByLabel('密码', { exact: true }).fill('wrong')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('button', { name: '登录' }).and(page.locator(':not(.ant-btn-loading)')).waitFor()
    }
    await page.getByText(/还剩/).waitFor()
  }),
  scene('recover', (page) => button(page, /用恢复码打开/).click()),
]
