import { AppError } from '#shared/contract/errors.ts'
import { isRouteName, routes } from '#shared/contract/routes.ts'
import { needed } from '../args.ts'
import { explain } from '../messages.ts'
import type { Command } from './command.ts'

/** Any route; answers its envelope, also of a refusal. */
export const callRoute: Command = {
  user: 'admin',
  mayMakeFolder: true,
  run: async (desk, { positionals, values }, user) => {
    const route = needed(positionals[1], '路由名')
    if (isRouteName(route) && routes[route].right !== 'public') await desk.signIn(user)
    let input: unknown
    try {
      input = JSON.parse(values.input)
    } catch (error) {
      throw new AppError('VALIDATION_FAILED', 'input is not JSON', {
        messageZh: '--input 不是合法的 JSON',
        cause: error,
      })
    }
    const result = await desk.envelope(route, input)
    if (!result.ok) {
      process.exitCode = 1
      process.stderr.write(`${explain(result.error)}\n`)
    }
    return result
  },
}
