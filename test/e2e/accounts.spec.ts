import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import {
  administrator,
  auditor,
  clerk,
  community,
  expect,
  givenPassword,
  leader,
  signIn,
  test,
} from './office.ts'
import { open, signOut } from './scenes.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' })

async function become(
  page: Page,
  person: typeof clerk | typeof administrator | typeof auditor | typeof leader,
) {
  await signOut(page)
  await signIn(page, person)
}

test('five wrong passwords lock an account out, with the time left; the right one does not help before it is over', async ({
  demoPage: page,
}) => {
  await signOut(page)
  await page.getByLabel('账号', { exact: true }).fill(clerk.user)
  for (const tried of [1, 2, 3, 4, 5]) {
    await page.getByLabel('密码', { exact: true }).fill(`wrong-${tried}`)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
  }
  await page.getByLabel('密码', { exact: true }).fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText(/连续输错 5 次.*还剩 \d+ 秒/)
  await signIn(page, leader)
  await expect(navigation(page)).toBeVisible()
})

test('the administrator has no page with members, and a member’s address says why', async ({
  demoPage: page,
}) => {
  await open(page, '/members')
  const name = await page.getByRole('gridcell').getByRole('link').first().innerText()
  await page.getByRole('gridcell').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const member = page.url().slice(page.url().indexOf('#') + 1)
  await become(page, administrator)
  await expect(navigation(page).getByRole('link')).toHaveText([
    '首页',
    '工作日历',
    '账号',
    '回收站',
    '备份',
    '数据检查',
  ])
  await expect(page.getByRole('combobox', { name: /查找/ })).toHaveCount(0)
  for (const path of ['/members', member, '/organizations', '/imports', '/activity', '/audit']) {
    await open(page, path)
    await expect(page.getByText(/^没有权限/)).toBeVisible()
    expect(await page.locator('body').innerText()).not.toContain(name)
  }
})

test('a new account is tied to its organisation and must first choose a password of its own', async ({
  demoPage: page,
}) => {
  await become(page, administrator)
  await open(page, '/accounts')
  await page.getByRole('button', { name: '新建账号' }).click()
  await dialog(page).getByRole('button', { name: '建立账号' }).click()
  await expect(dialog(page).getByText('请选择这个账号管的党组织')).toBeVisible()
  await dialog(page).getByLabel('姓名').fill('周松涛')
  await dialog(page).getByLabel('账号', { exact: true }).fill('songtao')
  await dialog(page).getByLabel('所管党组织').fill('松涛社区党委')
  await page.getByRole('treeitem', { name: '松涛社区党委' }).click()
  await dialog(page).getByLabel('临时密码').fill(givenPassword)
  await dialog(page).getByLabel('再输一遍密码').fill(givenPassword)
  await dialog(page).getByLabel('您自己的密码').fill('not-mine')
  await dialog(page).getByRole('button', { name: '建立账号' }).click()
  await expect(dialog(page).getByLabel('您自己的密码')).toHaveAttribute('aria-invalid', 'true')
  await dialog(page).getByLabel('您自己的密码').fill(administrator.password)
  await dialog(page).getByRole('button', { name: '建立账号' }).click()
  await expect(page.getByRole('row', { name: /songtao.*松涛社区党委.*待本人换密码/ })).toBeVisible()

  await signOut(page)
  await page.getByLabel('账号', { exact: true }).fill('songtao')
  await page.getByLabel('密码', { exact: true }).fill(givenPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: '请换成您自己的密码' }).waitFor()
  await open(page, '/members')
  await expect(navigation(page)).toHaveCount(0)
  await page.getByLabel('管理员给的密码').fill(givenPassword)
  await page.getByLabel('新密码', { exact: true }).fill('松涛社区的一句话口令')
  await page.getByLabel('再输一遍密码').fill('松涛社区的一句话口令')
  await page.getByRole('button', { name: '换密码，开始使用' }).click()
  await expect(navigation(page)).toBeVisible()
  await expect(page.getByRole('banner').getByText('松涛社区党委')).toBeVisible()
  await open(page, '/organizations')
  await expect(page.getByRole('treegrid', { name: '党组织' })).not.toContainText('春晖社区')
})

test('a disabled account does not get in until it is enabled with a new password', async ({
  demoPage: page,
}) => {
  await become(page, administrator)
  await open(page, '/accounts')
  await expect(page.getByRole('button', { name: `停用 ${administrator.user}` })).toHaveCount(0)
  await page.getByRole('button', { name: `停用 ${leader.user}` }).click()
  await expect(dialog(page).getByLabel('停用原因')).toBeFocused()
  await dialog(page).getByLabel('停用原因').fill('调离岗位')
  await dialog(page).getByLabel('您自己的密码').fill(administrator.password)
  await dialog(page).getByRole('button', { name: '停用' }).click()
  await expect(page.getByRole('row', { name: /leader.*已停用/ })).toBeVisible()
  await page.getByRole('button', { name: `启用 ${leader.user}` }).click()
  await dialog(page).getByLabel('临时密码').fill(givenPassword)
  await dialog(page).getByLabel('再输一遍密码').fill('another-2026')
  await dialog(page).getByLabel('您自己的密码').fill(administrator.password)
  await dialog(page).getByRole('button', { name: '启用' }).click()
  await expect(dialog(page).getByText('两次输入的密码不一样')).toBeVisible()
  await dialog(page).getByLabel('再输一遍密码').fill(givenPassword)
  await dialog(page).getByRole('button', { name: '启用' }).click()
  await expect(page.getByRole('row', { name: /leader.*待本人换密码/ })).toBeVisible()
})

test('a long name is shown whole, the administrator’s own marked beside it', async ({ demoPage: page }) => {
  const name = '阿卜杜热依木·买买提艾力'
  await become(page, administrator)
  await open(page, '/accounts')
  await page.getByRole('button', { name: `修改 ${administrator.user}` }).click()
  await dialog(page).getByLabel('姓名').fill(name)
  await dialog(page).getByLabel('您自己的密码').fill(administrator.password)
  await dialog(page).getByRole('button', { name: '保存' }).click()
  const cell = page.getByRole('cell', { name: `${name}（本人）`, exact: true })
  await expect(cell).toBeVisible()
  const isCut = await cell.evaluate((each) =>
    [each, ...each.querySelectorAll('*')].some(
      ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
    ),
  )
  expect(isCut).toBe(false)
})

test('the idle minutes hold at once, and a new recovery code is shown to be printed alone', async ({
  demoPage: page,
}) => {
  await become(page, administrator)
  await open(page, '/accounts')
  await page.getByLabel('无操作自动锁屏').fill('5')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已改为 5 分钟')).toBeVisible()
  await page.getByRole('button', { name: '更换恢复码' }).click()
  await dialog(page).getByLabel('您自己的密码').fill(administrator.password)
  await dialog(page).getByRole('button', { name: '更换', exact: true }).click()
  const code = page.getByRole('region', { name: '恢复码' })
  await expect(code).toHaveText(/([0-9A-Z]{4}\s*){8}/)
  await page.emulateMedia({ media: 'print' })
  await expect(code).toBeVisible()
  await expect(page.getByText('党务台账恢复码')).toBeVisible()
  await expect(navigation(page)).toBeHidden()
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible()
})

test('the auditor reads who did what, checks the log, takes it along as a workbook, and has nothing else', async ({
  demoPage: page,
  complaints,
}) => {
  await open(page, '/members')
  const link = page.getByRole('gridcell').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('textbox', { name: '籍贯' }).fill('甲省乙市')
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
  await become(page, auditor)

  await expect(navigation(page).getByRole('link')).toHaveText(['首页', '审计日志', '数据检查'])
  await open(page, '/audit')
  await page.getByRole('searchbox', { name: '记录名称' }).fill(name)
  const row = page.getByRole('row', { name: /修改党员信息/ })
  await row.click()
  const changes = page.getByRole('table', { name: '这次操作的内容' })
  await expect(changes).toContainText('籍贯')
  await expect(changes).toContainText('甲省乙市')
  await expect(changes.getByRole('link')).toHaveCount(0)

  await page.getByRole('button', { name: '校验日志' }).click()
  await expect(page.getByRole('status')).toContainText(/^\d+ 条，完好/)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出表格' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/审计日志\.xlsx$/)
  const parts = unzipSync(readFileSync(await download.path()))
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(),
  ).toContain('修改党员信息')
  expect(complaints).toEqual([])
})

test('the leader is shown no button the core would refuse', async ({ demoPage: page }) => {
  await become(page, leader)
  const writing = /新增|新建|导入|修改$|保存|删除|移到|设置字段|撤销|恢复|更多|说明原因|显示.*敏感/
  const none = async () => expect(page.getByRole('button', { name: writing })).toHaveCount(0)
  await page.getByText('需要核对的党员').waitFor()
  await none()
  await open(page, '/organizations')
  await page.getByRole('button', { name: '全部展开' }).click()
  await page.getByText('春晖社区第一网格党支部').first().click()
  await page.getByRole('heading', { level: 2, name: /第一网格/ }).waitFor()
  await none()
  await open(page, '/members')
  await page.getByRole('gridcell').getByRole('checkbox').first().check()
  await none()
  await page.getByRole('gridcell').getByRole('link').first().click()
  await expect(page.getByRole('textbox', { name: '籍贯' })).toBeDisabled()
  await none()
  await open(page, '/imports')
  await expect(page.getByText(/^没有权限/)).toBeVisible()
})

test('the community clerk’s header names the organisation whose records are shown', async ({
  demoPage: page,
}) => {
  await signOut(page)
  await signIn(page, community)
  const banner = page.getByRole('banner')
  await expect(banner.getByText('春晖社区党委')).toBeVisible()
  await open(page, '/members')
  await expect(page.getByRole('gridcell').getByRole('link').first()).toBeVisible()
  await expect(page.getByText('松涛社区')).toHaveCount(0)
})
