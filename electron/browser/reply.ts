import type { ServerResponse } from 'node:http'
import type { ErrorBody } from '#shared/contract/errors.ts'
import { securityHeaders } from '#core/system/contentSecurityPolicy.ts'
import { newSecret } from './launchTokens.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export function textReply(status: number, messageZh: string): Reply {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: messageZh }
}

export function jsonReply(status: number, body: unknown): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}

export function errorReply(status: number, error: ErrorBody): Reply {
  return jsonReply(status, { ok: false, error })
}

/** The nonce is given only by the page that carries it; every other answer gets one nobody knows. */
export function sendReply(response: ServerResponse, reply: Reply, nonce = newSecret()): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(reply.status, {
    ...securityHeaders(nonce),
    'Cache-Control': 'no-store',
    ...reply.headers,
    'Content-Length': Buffer.byteLength(reply.body),
  })
  response.end(reply.body)
}
