import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type ElectronApplication } from '@playwright/test'
import { test, type Computer } from './desktopTest.ts'

function boundsOf(app: ElectronApplication): Promise<{ width: number; height: number } | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
}

test('a second start on the same data folder brings the first window to the front and ends', async ({
  desktop: { app },
  runToEnd,
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const second = await runToEnd()
  expect(second.exitCode).toBe(0)
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())),
    )
    .toEqual([true])
})

test('a second start through another spelling of the same folder finds the first', async ({
  desktop: { app },
  computer,
  runToEnd,
}) => {
  const link = join(computer.home, 'link')
  symlinkSync(computer.dataDir, link)
  expect(await runToEnd(['--data', link])).toMatchObject({ exitCode: 0 })
  expect(await boundsOf(app)).toBeDefined()
})

test('another data folder opens beside the first', async ({ desktop, launch, computer }) => {
  const other = await launch(join(computer.home, 'other'))
  await expect(other.page).toHaveTitle('党务台账')
  expect(await boundsOf(desktop.app)).toBeDefined()
})

test('a data folder in use by the other shell is refused with a sentence that says so', async ({
  computer,
  runToEnd,
  isStandIn,
}) => {
  test.skip(!isStandIn, 'not run in real Electron: an error box waits for a person')
  const other = await holdFolder(computer)
  const finished = await runToEnd()
  other.kill()
  expect(finished.exitCode).toBe(1)
  expect(finished.output).toContain('这个数据文件夹正在使用（浏览器方式')
  expect(finished.output).toContain('请先关闭那一个党务台账，再打开')
})

test('damaged settings are refused rather than another folder opened', async ({
  computer,
  isStandIn,
  runToEnd,
}) => {
  test.skip(!isStandIn, 'not run in real Electron: an error box waits for a person')
  const appHome = join(computer.home, '.config/dangwu-ledger')
  mkdirSync(appHome, { recursive: true })
  writeFileSync(join(appHome, 'settings.json'), '{"dataDir":')
  const finished = await runToEnd([])
  expect(finished.exitCode).toBe(1)
  expect(finished.output).toContain('设置文件读不出来')
})

test('opens at the size and place it was left at', async ({ launch }) => {
  const left = { x: 100, y: 80, width: 1200, height: 800 }
  const first = await launch()
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  )
  await first.app.close()
  const second = await launch()
  expect(await boundsOf(second.app)).toEqual(left)
})

test('comes back into view when the display it was on is gone', async ({ launch, computer }) => {
  const first = await launch()
  const away = { x: 5000, y: 80, width: 1200, height: 800 }
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    away,
  )
  await first.app.close()
  const second = await launch(computer.dataDir)
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(bounds).toMatchObject({ width: 1200, height: 800 })
  expect(bounds?.x).toBeLessThan(1920)
})

test('cannot be made smaller than its pages need', async ({ desktop: { app } }) => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 300, height: 200 }),
  )
  expect(await boundsOf(app)).toMatchObject({ width: 1024, height: 700 })
})

test('remembers large type', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5),
  )
  await first.app.close()
  const second = await launch()
  const zoom = (): Promise<number | undefined> =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
  await expect.poll(zoom).toBe(1.5)
})

/** Whoever sits at the window presses the button with these words. */
function answerQuestions(app: ElectronApplication, button: string): Promise<void> {
  return app.evaluate(({ dialog }, wanted) => {
    dialog.showMessageBoxSync = (...args: readonly unknown[]): number => {
      const buttons: unknown = Reflect.get(Object(args.at(-1)), 'buttons')
      return Array.isArray(buttons) ? buttons.indexOf(wanted) : -1
    }
  }, button)
}

test('asks before unsaved changes are lost, and stays or leaves as told', async ({
  desktop: { app, page },
}) => {
  page.on('dialog', () => undefined)
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  await page.locator('body').click({ position: { x: 1, y: 1 } })
  const closeWindow = (): Promise<void> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

  await answerQuestions(app, '留在本页')
  await closeWindow()
  // Staying has no event to wait for.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  await answerQuestions(app, '离开')
  const closed = app.waitForEvent('close')
  await closeWindow()
  await closed
})

async function holdFolder({ dataDir, env }: Computer): Promise<ChildProcess> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'holdFolder.ts'), dataDir], { env })
  await once(holder.stdout, 'data')
  return holder
}
