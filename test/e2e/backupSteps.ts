import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { open } from './scenes.ts'

export async function makeBackup(page: Page): Promise<void> {
  await open(page, '/backups')
  await page.getByRole('button', { name: '立即备份' }).click()
  await expect(page.getByText('备份完成，已试着打开核对过')).toBeVisible()
}

/** As it stands once nothing moves any more: half-faded text has half the contrast, and messages come and go. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: /^正在/ })).toHaveCount(0)
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.allSettled(ending.map(({ finished }) => finished))
  })
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).exclude('.ant-message').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'backup-'))
}
