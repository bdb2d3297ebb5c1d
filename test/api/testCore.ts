import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import type { Ports } from '#core/ports.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { AppError, type ErrorBody } from '#shared/contract/errors.ts'
import type { Role } from '#shared/contract/rights.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { type DateOnly, dateOnly, instant, todayInShanghai } from '#shared/lib/dates.ts'

/** One session and the calls it makes. */
export interface Caller {
  readonly session: Session
  /** Throws the error body when the answer is no. */
  readonly call: <R extends RouteName>(route: R, input: RouteInput<R>) => Promise<RouteOutput<R>>
  /** The error body; throws when the answer is yes. */
  readonly refusal: <R extends RouteName>(route: R, input: RouteInput<R>) => Promise<ErrorBody>
}

/** A core on a real encrypted database in a folder of its own; only clock, ids and dialogs are fakes. */
export interface TestCore extends Caller {
  readonly core: Core
  readonly dataDir: string
  readonly shelf: ReturnType<typeof createFileShelf>
  readonly clock: { set(at: string): void; readonly today: () => DateOnly }
}

/** The 街道党务干事 most tests work as. */
export const testUser = { user: 'admin', displayName: '测试员', password: 'Test-2026' } as const

export const testAdministrator = {
  user: 'sysadmin',
  displayName: '测试管理员',
  password: 'Manage-2026',
} as const

/** What the first run asks for. */
export const firstAccounts = { administrator: testAdministrator, clerk: testUser } as const

/** Told what to do when a thing is done with, last first. */
export type AtEnd = (tidyUp: () => Promise<void> | void) => void

export function tempDir(atEnd: AtEnd = onTestFinished): string {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-'))
  atEnd(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** One row for all cores of a file: a folder opened again must not meet its own ids. */
const nextId = (() => {
  let n = 0
  return () => `id-${String((n += 1)).padStart(8, '0')}`
})()

export function testPorts(): { readonly ports: Ports; readonly clock: TestCore['clock'] } {
  let now = instant(new Date('2026-11-21T02:00:00Z'))
  const shelf = createFileShelf()
  const unused = () => {
    throw new AppError('UNSUPPORTED', 'no dialogs in tests')
  }
  return {
    clock: {
      set: (at) => {
        now = instant(new Date(at))
      },
      today: () => todayInShanghai(now),
    },
    ports: {
      clock: { now: () => now, today: () => todayInShanghai(now) },
      ids: { next: nextId },
      logger: {
        info: () => undefined,
        warn: () => undefined,
        error: (message, fields) => console.error(message, fields),
      },
      files: { ...shelf, choose: unused, chooseFolder: unused, deliver: unused },
      resources: {
        migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
        parseWorker: new URL('../../electron/core/imports/parseWorker.ts', import.meta.url),
      },
    },
  }
}

/** Without `ids` they count up, so that tests read well. */
export function openTestCore(dataDir: string, ids?: Ports['ids'], atEnd: AtEnd = onTestFinished): TestCore {
  const { ports: usual, clock } = testPorts()
  const ports = ids === undefined ? usual : { ...usual, ids }
  const core = createCore({ dataDir, appVersion: '0.0.0', shell: 'cli', passwordCost: 10 }, ports)
  atEnd(() => core.close())
  const session = core.openSession()
  return {
    core,
    dataDir,
    clock,
    shelf: ports.files,
    ...caller(core, session),
  }
}

function caller(core: Core, session: Session): Caller {
  return {
    session,
    call: async <R extends RouteName>(route: R, input: RouteInput<R>) => {
      const result = await core.call(route, input, session)
      if (!result.ok)
        throw Object.assign(new Error(`${route}: ${result.error.code} ${result.error.detail}`), result.error)
      return result.data as RouteOutput<R> // the router answers what this route's handler returned
    },
    refusal: async (route, input) => {
      const result = await core.call(route, input, session)
      if (result.ok) throw new Error(`${route} was not refused`)
      return result.error
    },
  }
}

export function openCaller(test: TestCore): Caller {
  return caller(test.core, test.core.openSession())
}

/** First accounts made, the clerk signed in, empty database. */
export async function signedInCore(): Promise<TestCore> {
  const test = openTestCore(tempDir())
  await test.call('accounts.createFirst', firstAccounts)
  return test
}

const staffNames = {
  communityClerk: { user: 'community', displayName: '社区测试员' },
  leader: { user: 'leader', displayName: '测试书记' },
  auditor: { user: 'auditor', displayName: '测试审计员' },
} as const

export const staffPassword = 'Staff-2026'

/** One account for each role in an office of `signedInCore`, each on a session of its own; the community's is tied to this organisation. */
export async function signedInAs(test: TestCore, organizationId: string): Promise<(role: Role) => Caller> {
  const { user, password: ownPassword } = testAdministrator
  const administrator = openCaller(test)
  await administrator.call('accounts.signIn', { user, password: ownPassword })
  const hire = async (role: keyof typeof staffNames): Promise<Caller> => {
    const isTied = role === 'communityClerk'
    await administrator.call('accounts.create', {
      ...staffNames[role],
      role,
      organizationId: isTied ? organizationId : null,
      password: 'Given-2026',
      ownPassword,
    })
    const staff = openCaller(test)
    await staff.call('accounts.signIn', { user: staffNames[role].user, password: 'Given-2026' })
    await staff.call('accounts.changePassword', { ownPassword: 'Given-2026', password: staffPassword })
    return staff
  }
  const callers: Readonly<Record<Role, Caller>> = {
    systemAdministrator: administrator,
    streetClerk: test,
    communityClerk: await hire('communityClerk'),
    leader: await hire('leader'),
    auditor: await hire('auditor'),
  }
  return (role) => callers[role]
}

export const someDay = dateOnly('2026-11-01')
