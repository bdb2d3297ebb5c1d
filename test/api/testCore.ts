import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import type { Ports } from '#core/ports.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import type { ErrorBody } from '#shared/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { type DateOnly, dateOnly, instant, todayInShanghai } from '#shared/lib/dates.ts'

/** A core on a real encrypted database in a folder of its own; only clock, ids and dialogs are fakes. */
export interface TestCore {
  readonly core: Core
  readonly session: Session
  readonly dataDir: string
  readonly shelf: ReturnType<typeof createFileShelf>
  readonly clock: { set(at: string): void; readonly today: () => DateOnly }
  /** Throws the error body when the answer is no. */
  readonly call: <R extends RouteName>(route: R, input: RouteInput<R>) => Promise<RouteOutput<R>>
  /** The error body; throws when the answer is yes. */
  readonly refusal: <R extends RouteName>(route: R, input: RouteInput<R>) => Promise<ErrorBody>
}

export const testUser = { user: 'admin', displayName: '测试员', password: 'Test-2026' } as const

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function testPorts(): { readonly ports: Ports; readonly clock: TestCore['clock'] } {
  let now = instant(new Date('2026-11-21T02:00:00Z'))
  let n = 0
  const shelf = createFileShelf()
  const unused = () => {
    throw new Error('no dialogs in tests')
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
      ids: { next: () => `id-${String((n += 1)).padStart(8, '0')}` },
      logger: {
        info: () => undefined,
        warn: () => undefined,
        error: (message, fields) => console.error(message, fields),
      },
      files: { ...shelf, choose: unused, deliver: unused },
      resources: {
        migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
        parseWorker: new URL('../../electron/core/imports/parseWorker.ts', import.meta.url),
      },
    },
  }
}

export function openTestCore(dataDir: string): TestCore {
  const { ports, clock } = testPorts()
  const core = createCore({ dataDir, appVersion: '0.0.0', shell: 'cli', passwordCost: 10 }, ports)
  onTestFinished(() => core.close())
  const session = core.openSession()
  return {
    core,
    session,
    dataDir,
    clock,
    shelf: ports.files,
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

/** First account made, signed in, empty database. */
export async function signedInCore(): Promise<TestCore> {
  const test = openTestCore(tempDir())
  await test.call('accounts.createFirst', testUser)
  return test
}

export const someDay = dateOnly('2026-11-01')
