import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { administrator, auditor, expect, signIn, test } from './office.ts'
import { open, signOut } from './scenes.ts'

/** Every path with the heading of its own page. */
const pages = [
  ['/', '首页'],
  ['/organizations', '党组织'],
  ['/members', '党员花名册'],
  ['/members/new', '新增党员'],
  ['/development', '发展党员'],
  ['/development?view=board', '发展党员'],
  ['/development/calendar', '季度日历'],
  ['/development/registers', '志愿书登记'],
  ['/development/registers?part=training', '培训班'],
  ['/development/registers?part=quotas', '年度计划'],
  ['/development/new', '新建发展档案'],
  ['/meetings', '三会一课'],
  ['/meetings/new?kind=branchMeeting', '新建会议记录'],
  ['/meetings/completion', '完成情况'],
  ['/meetings/completion?view=call', '完成情况'],
  ['/meetings/followups', '落实事项'],
  ['/meetings/plans', '年度计划'],
  ['/meetings/guides', '主题提示'],
  ['/meetings/life/new', '登记组织生活会'],
  ['/meetings/appraisals/new', '登记民主评议党员'],
  ['/meetings/talks', '谈心谈话'],
  ['/reviews', '双向述职测评'],
  ['/reviews/new', '建立述职测评'],
  ['/reviews/rectifications', '整改清单'],
  ['/reviews/responsibility/new', '登记党建责任清单'],
  ['/calendar', '工作日历'],
  ['/trash', '回收站'],
  ['/activity', '操作记录'],
  ['/backups', '备份'],
  ['/check', '数据检查'],
  ['/members/export', '导出名册'],
  ['/imports', '导入'],
  ['/imports/batches', '导入批次'],
] as const

/** What other roles have that the clerk has not. */
const othersPages = [
  [administrator, '/accounts', '账号'],
  [administrator, '/calendar', '工作日历'],
  [administrator, '/trash', '回收站'],
  [administrator, '/backups', '备份'],
  [auditor, '/audit', '审计日志'],
] as const

/** Rows come over a socket, which `networkidle` does not see, and fade in: half-faded text has half the contrast. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.getByText('读取中…')).toHaveCount(0)
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

async function openPage(page: Page, path: string, heading: string): Promise<void> {
  await open(page, path)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  if (path === '/members') await page.getByRole('gridcell').getByRole('link').first().waitFor()
  await settle(page)
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

async function openFirstMember(page: Page): Promise<void> {
  await openPage(page, '/members', '党员花名册')
  const link = page.getByRole('gridcell').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  await settle(page)
}

/** The addresses of the parts of a development file, the first of which is open. */
async function openFirstFile(page: Page): Promise<readonly string[]> {
  await openPage(page, '/development?sort=step', '发展党员')
  const link = page.getByRole('table').getByRole('row').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const file = new URL(page.url()).hash.slice(1)
  return ['steps', 'people', 'materials', 'plan', 'basics', 'changes'].map((tab) => `${file}?tab=${tab}`)
}

/** Nothing of the page lies beside the smallest screen. */
async function expectToFit(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, what).toBeLessThanOrEqual(0)
}

test('no page breaks a rule of accessibility, of the content policy, is too wide, or looks outside this machine', async ({
  demoPage: page,
  complaints,
}) => {
  test.setTimeout(360_000) // Every rule on every page.
  for (const [path, heading] of pages) {
    await openPage(page, path, heading)
    await expectAccessible(page, path)
    await expectToFit(page, path)
  }
  await openFirstMember(page)
  await expectAccessible(page, 'a member')
  for (const tab of await openFirstFile(page)) {
    await open(page, tab)
    await expectAccessible(page, tab)
    await expectToFit(page, tab)
  }
  expect(complaints).toEqual([])
})

test('a dialog and the sign-in page break no rule of accessibility either', async ({
  demoPage: page,
  complaints,
}) => {
  await openPage(page, '/organizations', '党组织')
  await page.getByRole('button', { name: '新建党组织' }).click()
  const dialog = page.getByRole('dialog', { name: '新建党组织' })
  await dialog.getByRole('button', { name: '新建' }).click()
  await dialog.locator('[aria-invalid="true"]').first().waitFor()
  await expectAccessible(page, 'the dialog of a new organisation')
  await page.keyboard.press('Control+L')
  await page.getByRole('heading', { level: 1, name: '屏幕已锁定' }).waitFor()
  await expectAccessible(page, 'the lock screen')
  await page.getByRole('button', { name: '切换账号' }).click()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await expectAccessible(page, 'the sign-in page')
  expect(complaints).toEqual([])
})

test('the first page breaks no rule of accessibility, with its errors shown', async ({ emptyPage: page }) => {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('请填写姓名').waitFor()
  await expectAccessible(page, 'the first page')
})

test('the pages of administrator and auditor keep the same rules, and fit the smallest screen in large type', async ({
  demoPage: page,
  complaints,
}) => {
  test.slow()
  for (const [person, path, heading] of othersPages) {
    await signOut(page)
    await signIn(page, person)
    await openPage(page, path, heading)
    await expectAccessible(page, path)
    await page.getByRole('button', { name: '大字号' }).click()
    await expectToFit(page, `${path} in large type`)
    await page.getByRole('button', { name: '标准字号' }).click()
  }
  await signOut(page)
  await signIn(page, administrator)
  await openPage(page, '/accounts', '账号')
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '建立账号' }).click()
  await expectAccessible(page, 'the dialog of a new account')
  expect(complaints).toEqual([])
})

test('no page is wider than the smallest screen in large type', async ({ demoPage: page }) => {
  test.slow()
  await page.getByRole('button', { name: '大字号' }).click()
  for (const [path, heading] of pages) {
    await openPage(page, path, heading)
    await expectToFit(page, path)
  }
  for (const tab of await openFirstFile(page)) {
    await open(page, tab)
    await settle(page)
    await expectToFit(page, tab)
  }
})
