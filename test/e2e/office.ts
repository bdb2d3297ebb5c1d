import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { randomIds, systemClock } from '#core/system/systemPorts.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { startBrowserShell } from '../../electron/browser/server.ts'
import { createSessionFiles } from '../../electron/browser/sessionFiles.ts'

export const root = join(import.meta.dirname, '../..')
export const administrator = { user: 'sysadmin', displayName: '李管理', password: 'Office-2026' } as const
export const clerk = { user: 'admin', displayName: '王干事', password: 'Clerk-2026' } as const
export const community = { user: 'community', displayName: '赵社区', password: 'Haitang-0061' } as const
export const leader = { user: 'leader', displayName: '钱书记', password: 'Luohansong-72' } as const
export const auditor = { user: 'auditor', displayName: '孙审计', password: 'Yinxing-0083' } as const

export interface Person {
  readonly user: string
  readonly displayName: string
  readonly password: string
}

const logger = { info: () => undefined, warn: () => undefined, error: console.error }

export interface Office {
  /** Single use: a second page needs another. */
  newLaunchUrl(): string
  close(): Promise<void>
}

/** The real browser shell on the real core in this process; only the cost of passwords is lower. */
export async function openOffice(dataDir: string): Promise<Office> {
  const files = createSessionFiles(createFileShelf())
  const core = createCore(
    { dataDir, appVersion: '0.1.0', shell: 'browser', passwordCost: 10 },
    {
      clock: systemClock,
      ids: randomIds,
      logger,
      files: files.port,
      resources: {
        migrationsDir: join(root, 'db/migrations'),
        parseWorker: new URL('../../electron/core/imports/parseWorker.ts', import.meta.url),
      },
    },
  )
  const rendererDir = join(root, 'out/renderer')
  const uploadsDir = join(dataDir, 'uploads')
  const shell = await startBrowserShell({ core, files, rendererDir, uploadsDir, idleStopMinutes: 30, logger })
  return {
    newLaunchUrl: () => shell.newLaunchUrl(),
    close: async () => {
      await shell.close()
      await core.close()
    },
  }
}

/** What an administrator hands over, good for one sign-in. */
export const givenPassword = 'Linshi-2026'

const filled = new Map<string, Promise<string>>()

/** A data folder with the demo street in it and one account of each role: filled once in a worker and a day, and copied. */
export async function fillDemo(dataDir: string, members: number): Promise<void> {
  const what = `${members} on ${systemClock.today()}`
  const known = filled.get(what) ?? makeFilled(members)
  filled.set(what, known)
  cpSync(await known, dataDir, { recursive: true })
}

async function makeFilled(members: number): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'filled-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const shelf = createFileShelf()
  const unused = () => Promise.resolve(null)
  const core = createCore(
    { dataDir, appVersion: '0.1.0', shell: 'cli', passwordCost: 10 },
    {
      clock: systemClock,
      ids: randomIds,
      logger,
      files: { ...shelf, choose: unused, chooseFolder: unused, deliver: unused },
      resources: { migrationsDir: join(root, 'db/migrations'), parseWorker: new URL('file:///unused') },
    },
  )
  await fill(core, members)
  await core.close()
  return dataDir
}

async function must(core: Core, session: Session, route: string, input: unknown): Promise<unknown> {
  const result = await core.call(route, input, session)
  if (!result.ok) throw new Error(`${route}: ${JSON.stringify(result.error)}`)
  return result.data
}

/** The demo street, and one account of each role that has chosen its own password. */
async function fill(core: Core, members: number): Promise<void> {
  const session = core.openSession()
  const as = (route: string, input: unknown) => must(core, session, route, input)
  await as('accounts.createFirst', { administrator, clerk })
  await as('system.fillDemo', { members, seed: 1 })
  const signInAs = ({ user, password }: Person) => as('accounts.signIn', { user, password })
  await signInAs(administrator)
  const { rows } = (await as('accounts.organizations', {})) as RouteOutput<'accounts.organizations'> // typed by its route
  const communityId = rows.find(({ shortName }) => shortName.includes('社区党委'))?.id ?? null
  const staff = [
    { person: community, role: 'communityClerk', organizationId: communityId },
    { person: leader, role: 'leader', organizationId: null },
    { person: auditor, role: 'auditor', organizationId: null },
  ] as const
  for (const { person, role, organizationId } of staff) {
    const { user, displayName } = person
    const given = { password: givenPassword, ownPassword: administrator.password }
    await as('accounts.create', { user, displayName, role, organizationId, ...given })
  }
  for (const { person } of staff) {
    await as('accounts.signIn', { user: person.user, password: givenPassword })
    await as('accounts.changePassword', { ownPassword: givenPassword, password: person.password })
  }
}

/** Until what the page shows is what was asked for last: lists keep their last rows meanwhile. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

export async function signIn(page: Page, { user, password }: Person = clerk): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(user)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

interface Fixtures {
  readonly dataDir: string
  /** What the page said against the rules: CSP violations, errors, requests that left this machine. */
  readonly complaints: string[]
  /** A new data folder, on its first-run page. */
  readonly emptyPage: Page
  /** The demo street of 300 members, signed in. */
  readonly demoPage: Page
}

export const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'office-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true })
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url())
      if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol)) complaints.push(request.url())
    })
    await use(complaints)
  },
  emptyPage: async ({ page, dataDir }, use) => {
    const office = await openOffice(dataDir)
    await page.goto(office.newLaunchUrl())
    await use(page)
    await office.close()
  },
  demoPage: async ({ page, dataDir }, use) => {
    await fillDemo(dataDir, 300)
    const office = await openOffice(dataDir)
    await page.goto(office.newLaunchUrl())
    await signIn(page)
    await use(page)
    await office.close()
  },
})

export { expect } from '@playwright/test'
