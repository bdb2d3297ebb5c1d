import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './office.ts'
import { open } from './scenes.ts'

const pages = [
  '/',
  '/organizations',
  '/members',
  '/members/new',
  '/members/trash',
  '/members/export',
  '/imports',
  '/imports/batches',
]

test('no page breaks a rule of accessibility, of the content policy, or looks outside this machine', async ({
  demoPage: page,
  complaints,
}) => {
  for (const path of pages) {
    await open(page, path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
  expect(complaints).toEqual([])
})

test('no page is wider than the smallest screen, in large type either', async ({ demoPage: page }) => {
  for (const type of ['usual', 'large']) {
    if (type === 'large') await page.getByRole('button', { name: '大字号' }).click()
    for (const path of pages) {
      await open(page, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} in ${type} type`).toBeLessThanOrEqual(0)
    }
  }
})
