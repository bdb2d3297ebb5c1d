import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import type { ErrorBody } from '#shared/contract/errors.ts'
import { securityHeaders } from '#core/system/contentSecurityPolicy.ts'
import { newSecret } from './launchTokens.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | FileBody
}

/** Sent from disk as it is read: too large for memory. */
interface FileBody {
  readonly path: string
  readonly bytes: number
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
  const { body } = reply
  const isFile = typeof body === 'object' && 'path' in body
  response.writeHead(reply.status, {
    ...securityHeaders(nonce),
    'Cache-Control': 'no-store',
    ...reply.headers,
    'Content-Length': isFile ? body.bytes : Buffer.byteLength(body),
  })
  // A file that ends early breaks the connection, and the browser says that the download failed.
  if (isFile) pipeline(createReadStream(body.path), response, () => undefined)
  else response.end(body)
}
