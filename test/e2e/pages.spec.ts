import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

/** Every path with the heading of its own page. */
const pages = [
  ['/', '首页'],
  ['/organizations', '党组织'],
  ['/members', '党员花名册'],
  ['/members/new', '新增党员'],
  ['/members/trash', '回收站'],
  ['/members/export', '导出名册'],
  ['/imports', '导入'],
  ['/imports/batches', '导入批次'],
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

test('no page breaks a rule of accessibility, of the content policy, or looks outside this machine', async ({
  demoPage: page,
  complaints,
}) => {
  for (const [path, heading] of pages) {
    await openPage(page, path, heading)
    await expectAccessible(page, path)
  }
  await openFirstMember(page)
  await expectAccessible(page, 'a member')
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
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('menuitem', { name: /退出/ }).click()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await expectAccessible(page, 'the sign-in page')
  expect(complaints).toEqual([])
})

test('no page is wider than the smallest screen, in large type either', async ({ demoPage: page }) => {
  for (const type of ['usual', 'large']) {
    if (type === 'large') await page.getByRole('button', { name: '大字号' }).click()
    for (const [path, heading] of pages) {
      await openPage(page, path, heading)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} in ${type} type`).toBeLessThanOrEqual(0)
    }
  }
})
