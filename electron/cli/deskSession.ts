import type { Core } from '#core/createCore.ts'
import type { FileShelf } from '#core/ports.ts'
import { AppError, type Result } from '#shared/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'

/** One session of the core, as the commands use it. */
export interface Desk {
  /** Throws the refusal as an AppError. */
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>
  envelope(route: string, input: unknown): Promise<Result<unknown>>
  /** With the password of DESK_PASSWORD, where no other is given. */
  signIn(user: string, password?: string): Promise<void>
  /** Another session of the same core. */
  another(): Desk
  readonly shelf: FileShelf
}

export const deskPassword = (): string | undefined => process.env['DESK_PASSWORD']

/** Throws SIGN_IN_REQUIRED when the variable is not set. */
export function neededPassword(): string {
  return fromEnvironment('DESK_PASSWORD', '密码')
}

export function neededNewPassword(): string {
  return fromEnvironment('DESK_NEW_PASSWORD', '新密码')
}

/** Passwords never come as arguments: those stand in the list of processes. */
function fromEnvironment(name: string, what: string): string {
  const value = process.env[name]
  if (value !== undefined && value !== '') return value
  throw new AppError('SIGN_IN_REQUIRED', `no ${name}`, { messageZh: `请用环境变量 ${name} 给出${what}` })
}

export function deskOn(core: Core, shelf: FileShelf): Desk {
  const session = core.openSession()
  const call = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const result = await core.call(route, input, session)
    if (!result.ok) throw new AppError(result.error.code, result.error.detail, result.error)
    // Sound: the router answers what the handler of this very route returned.
    return result.data as RouteOutput<R>
  }
  return {
    shelf,
    call,
    envelope: (route, input) => core.call(route, input, session),
    signIn: async (user, password = neededPassword()) => {
      await call('accounts.signIn', { user, password })
    },
    another: () => deskOn(core, shelf),
  }
}
