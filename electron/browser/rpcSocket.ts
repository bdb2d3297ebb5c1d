import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { ErrorBody, Result } from '#shared/contract/errors.ts'
import type { Logger } from '#core/ports.ts'

export const frameLimitBytes = 1024 * 1024

const frameId = z.union([z.int(), z.string().max(64)])
const frame = z.strictObject({ id: frameId, route: z.string().max(100), input: z.unknown().optional() })
const anyWithId = z.object({ id: frameId })

type FrameId = z.output<typeof frameId>
type Call = (route: string, input: unknown) => Promise<Result<unknown>>

function failure(error: ErrorBody): Result<never> {
  return { ok: false, error }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8')
}

/** Answers every frame, also the malformed ones, under the id it carries if there is one. */
async function answer(
  text: string,
  call: Call,
  logger: Logger,
): Promise<{ id: FrameId | null; result: Result<unknown> }> {
  const value = parseJson(text)
  const parsed = frame.safeParse(value)
  if (!parsed.success) {
    const id = anyWithId.safeParse(value).data?.id ?? null
    return { id, result: failure({ code: 'VALIDATION_FAILED', detail: 'malformed frame' }) }
  }
  const { id, route, input } = parsed.data
  try {
    return { id, result: await call(route, input) }
  } catch (error) {
    logger.error('call rejected', { error: error instanceof Error ? error.name : typeof error })
    return { id, result: failure({ code: 'INTERNAL', detail: 'the call rejected' }) }
  }
}

export function serveRpc(socket: WebSocket, call: Call, logger: Logger): void {
  socket.on('error', (error) => logger.warn('socket error', { error: error.message }))
  socket.on('message', (data: RawData) => {
    void answer(textOf(data), call, logger).then((reply) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(reply))
    })
  })
}
