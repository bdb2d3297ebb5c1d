import { cliPorts } from '../../electron/cli/cliPorts.ts'
import { type Core, createCore } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import type { Result } from '#shared/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { firstAccounts } from '../api/testCore.ts'

/** A real core with the system's clock and random ids: several of them, one after the other, work on one folder. */
export interface FaultCore {
  readonly core: Core
  readonly shelf: ReturnType<typeof createFileShelf>
  ask<R extends RouteName>(route: R, input: RouteInput<R>): Promise<Result<RouteOutput<R>>>
  /** Throws when the answer is no. */
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>
}

export function openFaultCore(dataDir: string): FaultCore {
  const shelf = createFileShelf()
  const core = createCore({ dataDir, appVersion: '0.0.0', shell: 'cli', passwordCost: 10 }, cliPorts(shelf))
  const session = core.openSession()
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>) =>
    // The router answers what this route's handler returned.
    (await core.call(route, input, session)) as Result<RouteOutput<R>>
  return {
    core,
    shelf,
    ask,
    call: async (route, input) => {
      const result = await ask(route, input)
      if (result.ok) return result.data
      throw new Error(`${route}: ${result.error.code} ${result.error.detail} ${result.error.messageZh ?? ''}`)
    },
  }
}

export function signIn(at: FaultCore): Promise<unknown> {
  const { user, password } = firstAccounts.clerk
  return at.call('accounts.signIn', { user, password })
}
