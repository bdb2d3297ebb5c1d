import type { Page } from '@playwright/test'
import { clerk, expect, leader, signIn, test } from './office.ts'
import { open } from './scenes.ts'

const lockedHeading = (page: Page) => page.getByRole('heading', { level: 1, name: '屏幕已锁定' })
const nativePlace = (page: Page) => page.getByRole('textbox', { name: '籍贯' })

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+L')
  await lockedHeading(page).waitFor()
}

async function unlock(page: Page, password: string = clerk.password): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '解锁' }).click()
}

/** Opens the first of the roster; the name. */
async function openMember(page: Page): Promise<string> {
  await open(page, '/members')
  const link = page.getByRole('gridcell').getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  return name
}

/** All that page search, a screen reader or a look at the source can find: text, attributes and what stands in fields. */
function everythingShown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    const source = document.documentElement.innerHTML
    return [
      source,
      document.title,
      decodeURIComponent(location.href),
      ...fields.map(({ value }) => value),
    ].join('\n')
  })
}

/** Routes the page asks for from now on. */
function routesAsked(page: Page): readonly string[] {
  const asked: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => asked.push(/"route":"([^"]+)"/.exec(String(payload))?.[1] ?? '?'))
  })
  return asked
}

test('a locked screen hides an unsaved form and gives it back as it was, focus and all', async ({
  demoPage: page,
  complaints,
}) => {
  const asked = routesAsked(page)
  await page.reload()
  const name = await openMember(page)
  const address = page.url()
  await nativePlace(page).fill('没有保存的籍贯')
  await page.getByRole('textbox', { name: '毕业院校' }).fill('半句话')
  const before = await page.title()
  const askedBefore = asked.length
  await lock(page)

  await expect(page).toHaveTitle('党务台账')
  expect(await page.locator('body').innerText()).not.toContain(name)
  await expect(nativePlace(page)).toHaveCount(0)
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await unlock(page, 'wrong')
  await expect(page.getByRole('alert')).toContainText('密码不对')
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
  const whileLocked = asked.slice(askedBefore)
  expect(whileLocked).toContain('accounts.lock')
  expect(whileLocked.filter((route) => !/^accounts\.|^workspace\.put$/.test(route))).toEqual([])

  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  await expect(nativePlace(page)).toHaveValue('没有保存的籍贯')
  const written = page.getByRole('textbox', { name: '毕业院校' })
  await expect(written).toHaveValue('半句话')
  await expect(written).toBeFocused()
  await expect(page).toHaveTitle(before)
  expect(page.url()).toBe(address)
  await page.keyboard.press('Control+S')
  await expect(page.getByText('已保存')).toBeVisible()
  expect(complaints).toEqual([])
})

test('an open dialog is hidden with its page; keys pressed at the lock screen do not reach it', async ({
  demoPage: page,
}) => {
  await open(page, '/organizations')
  await page.getByRole('button', { name: '新建党组织' }).click()
  const dialog = page.getByRole('dialog', { name: '新建党组织' })
  await dialog.getByLabel('简称').fill('还没建好的支部')
  await lock(page)
  await expect(dialog).toHaveCount(0)
  expect(await everythingShown(page)).not.toContain('还没建好的支部')
  for (const key of ['Escape', 'Control+S', 'F1', 'Alt+N', 'Control+K', 'Control+Z']) {
    await page.keyboard.press(key)
  }
  await page.getByLabel('密码', { exact: true }).press('Tab')
  await page.getByLabel('密码', { exact: true }).fill(clerk.password)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: '解锁' }).click()
  await expect(dialog.getByLabel('简称')).toHaveValue('还没建好的支部')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('a locked screen holds neither record nor draft in the document, and no key brings or changes either', async ({
  demoPage: page,
}) => {
  const name = await openMember(page)
  const remark = page.getByRole('textbox', { name: '备注' })
  await nativePlace(page).fill('没有保存的籍贯')
  await remark.click()
  await page.keyboard.type('没有保存的备注')
  for (const word of [name, '没有保存的籍贯', '没有保存的备注']) {
    expect(await everythingShown(page)).toContain(word)
  }
  await lock(page)
  const nothingShown = async (): Promise<void> => {
    const shown = await everythingShown(page)
    for (const word of [name, '没有保存', '籍贯', '备注']) expect(shown).not.toContain(word)
  }
  await nothingShown()
  const keys = [
    'Control+Z',
    'Control+Z',
    'Control+Shift+Z',
    'Control+Y',
    'Control+S',
    'Escape',
    'Tab',
    'Control+Z',
  ]
  for (const key of keys) await page.keyboard.press(key)
  await nothingShown()

  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  await expect(nativePlace(page)).toHaveValue('没有保存的籍贯')
  await expect(remark).toHaveValue('没有保存的备注')
  await page.keyboard.type('，再写一句')
  await expect(remark).toHaveValue('没有保存的备注，再写一句')
})

test('a name searched for is not in a locked document nor in its address, and is searched for again afterwards', async ({
  demoPage: page,
}) => {
  await open(page, '/members')
  const surname = (await page.getByRole('gridcell').getByRole('link').first().innerText()).slice(0, 2)
  const search = page.getByLabel('姓名、拼音、身份证号、手机号或支部')
  await search.fill(surname)
  await expect.poll(() => decodeURIComponent(page.url())).toContain(surname)
  const address = page.url()
  await lock(page)
  expect(await everythingShown(page)).not.toContain(surname)
  await unlock(page)
  await expect(search).toHaveValue(surname)
  expect(page.url()).toBe(address)
  await expect(page.getByRole('gridcell').getByRole('link').first()).toBeVisible()
})

test('a scrolled list with people selected comes back scrolled and selected, and goes on', async ({
  demoPage: page,
}) => {
  await open(page, '/members')
  await page.getByRole('gridcell').getByRole('checkbox').first().check()
  const rows = page.locator('.roster-grid')
  await rows.hover()
  await page.mouse.wheel(0, 4000)
  const place = () =>
    rows.evaluate((grid) => Math.max(...[...grid.querySelectorAll('*')].map(({ scrollTop }) => scrollTop)))
  await expect.poll(place).toBeGreaterThan(3000)
  await expect(page.getByText('读取中…')).toHaveCount(0)
  const before = await place()
  const names = await page.getByRole('gridcell').getByRole('link').allInnerTexts()
  await lock(page)
  await unlock(page)
  await expect(page.getByText('已选 1 人')).toBeVisible()
  expect(await place()).toBe(before)
  expect(await page.getByRole('gridcell').getByRole('link').allInnerTexts()).toEqual(names)
  await rows.hover()
  await page.mouse.wheel(0, 3000)
  await expect.poll(place).toBeGreaterThan(before)
  await expect(page.getByText('读取中…')).toHaveCount(0)
})

test('ten minutes without a key or a click lock the screen, the same slept through; work does not', async ({
  demoPage: page,
}) => {
  await page.clock.install()
  await page.reload()
  await page.getByText('需要核对的党员').waitFor()
  for (const _ of [1, 2, 3]) {
    await page.clock.fastForward('09:30')
    await page.keyboard.press('Shift')
  }
  await expect(lockedHeading(page)).toHaveCount(0)
  await page.clock.fastForward('10:01')
  await expect(lockedHeading(page)).toBeVisible()
  await unlock(page)
  await expect(page.getByText('需要核对的党员')).toBeVisible()
  // Asleep no timer runs: the first thing that happens is the key that wakes the computer.
  const asleepAt = await page.evaluate(() => Date.now())
  await page.clock.setSystemTime(asleepAt + 3 * 60 * 60_000)
  await page.keyboard.press('Shift')
  await expect(lockedHeading(page)).toBeVisible()
})

test('tabs of one browser lock and unlock together, and work in one keeps the other open', async ({
  demoPage: page,
  context,
}) => {
  const other = await context.newPage()
  await other.goto(page.url())
  await openMember(other)
  await nativePlace(other).fill('另一页写的')
  await lock(page)
  await expect(lockedHeading(other)).toBeVisible()
  await unlock(page)
  await expect(lockedHeading(page)).toHaveCount(0)
  await unlock(other)
  await expect(nativePlace(other)).toHaveValue('另一页写的')
})

test('a reload does not open a locked screen', async ({ demoPage: page }) => {
  const name = await openMember(page)
  await lock(page)
  await page.reload()
  await expect(lockedHeading(page)).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain(name)
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
})

test('another account taking over finds nothing of the first; its draft waits for its own return', async ({
  demoPage: page,
}) => {
  const name = await openMember(page)
  const member = page.url().slice(page.url().indexOf('#') + 1)
  const original = await nativePlace(page).inputValue()
  await nativePlace(page).fill('只有干事知道的话')
  await lock(page)
  await page.getByRole('button', { name: '切换账号' }).click()
  await expect(page.getByText('没保存的内容')).toBeVisible()
  await page.getByRole('button', { name: '仍要切换' }).click()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await expect(page).toHaveTitle('党务台账')
  expect(page.url().endsWith('#/')).toBe(true)
  expect(await page.content()).not.toContain(name)

  await signIn(page, leader)
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible()
  await open(page, member)
  await expect(nativePlace(page)).toHaveValue(original)
  await expect(page.getByText('没有保存的草稿')).toHaveCount(0)

  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menuitem', { name: '切换账号' }).click()
  await signIn(page)
  await open(page, member)
  await page.getByRole('button', { name: '接着填' }).click()
  await expect(nativePlace(page)).toHaveValue('只有干事知道的话')
})
