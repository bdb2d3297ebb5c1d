import { expect, test } from './office.ts'
import { button, chooseInMenu, closeDialog, open } from './scenes.ts'

/** Where a dialog opened from a page begins: its first field, or the one the form is about. */
const dialogs = [
  ['/development/registers', '登记入库', '编号前面不变的部分'],
  ['/development/registers?part=quotas', '登记计划数', '党组织（含下级）'],
  ['/mobility', '导出台账', '流出党员台账'],
  ['/elections', '发起换届', '党组织'],
] as const

test('every dialog begins at a field, and Enter never falls on the cross', async ({
  demoPage: page,
  complaints,
}) => {
  const dialog = page.getByRole('dialog')
  for (const [path, name, field] of dialogs) {
    await test.step(`${path}: ${name}`, async () => {
      await open(page, path)
      await button(page, name).click()
      await expect(dialog.getByLabel(field, { exact: true })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeVisible()
      // Enter may have opened the list of the field: then Esc is its own first.
      await expect(async () => {
        await closeDialog(page)
        await expect(dialog).toBeHidden({ timeout: 500 })
      }).toPass()
    })
  }

  await test.step('one in the menu of the account', async () => {
    await chooseInMenu(page, '更改密码')
    await expect(dialog.getByLabel('现在的密码')).toBeFocused()
    await closeDialog(page)
    await expect(dialog).toBeHidden()
  })

  await test.step('one with nothing to fill in stays open as well', async () => {
    await page.keyboard.press('F1')
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    await closeDialog(page)
    await expect(dialog).toBeHidden()
  })
  expect(complaints).toEqual([])
})
