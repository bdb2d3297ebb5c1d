import type { z } from 'zod'
import { AppError, type ErrorBody, type FieldErrors, type Result } from '#shared/contract/errors.ts'
import { issueTextZh } from '#shared/contract/issueText.ts'
import { roleHasRight, roleLabels } from '#shared/contract/rights.ts'
import { isRouteName, type RouteName, routes } from '#shared/contract/routes.ts'
import { fromSqlite } from '#db/errors.ts'
import type { Call, HandlersOf } from './call.ts'
import type { Logger } from './ports.ts'

export type Handlers = HandlersOf<typeof routes>

const slowMs = 40

/** Parses, checks the right, dispatches. Always answers an envelope, never rejects. */
export async function dispatch(
  handlers: Handlers,
  route: string,
  input: unknown,
  call: Call,
  logger: Logger,
): Promise<Result<unknown>> {
  const started = performance.now()
  try {
    if (!isRouteName(route))
      throw new AppError('ROUTE_NOT_FOUND', 'no such route', { messageZh: '没有这个功能，请检查名称' })
    checkRight(route, call)
    const parsed = parse(routes[route].input, input)
    // Sound: the mapped type pairs each route's parser with its own handler; TypeScript cannot follow the pair through a union.
    const handler = handlers[route] as (input: unknown, call: Call) => unknown
    return { ok: true, data: await handler(parsed, call) }
  } catch (error) {
    return { ok: false, error: toBody(error, route, logger) }
  } finally {
    const ms = Math.round(performance.now() - started)
    if (ms > slowMs) logger.info('slow call', { route: isRouteName(route) ? route : 'unknown', ms })
  }
}

function checkRight(route: RouteName, call: Call): void {
  const { right } = routes[route]
  if (right === 'public') return
  const { role, mustChangePassword } = call.account
  if (mustChangePassword && route !== 'accounts.changePassword')
    throw new AppError('PASSWORD_CHANGE_REQUIRED', 'password was set by somebody else', {
      messageZh: '密码是管理员设的，请先换成只有您自己知道的密码',
    })
  if (roleHasRight(role, right)) return
  throw new AppError('FORBIDDEN', `role lacks ${right}`, {
    messageZh: `${roleLabels[role]}没有这项权限，请用有权限的账号办理`,
  })
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input, { error: issueTextZh })
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, {
    fields: nested(fields),
  })
}

/** Forms send their values under `fields`; their names come back without it, so the form finds its own. */
function nested(fields: Readonly<Record<string, string>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [
      path.startsWith('fields.') ? path.slice(7) : path,
      message,
    ]),
  )
}

function toBody(error: unknown, route: string, logger: Logger): ErrorBody {
  const known = error instanceof AppError ? error : fromSqlite(error)
  if (known) return known.toBody()
  // Only the place is logged: a message may quote the values it choked on.
  const name = error instanceof Error ? error.name : typeof error
  const place =
    error instanceof Error ? (error.stack ?? '').split('\n').find((line) => line.includes(' at ')) : ''
  logger.error('call failed', {
    route: isRouteName(route) ? route : 'unknown',
    name,
    place: (place ?? '').trim(),
  })
  return { code: 'INTERNAL', detail: name }
}
