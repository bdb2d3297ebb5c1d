import type { ErrorBody } from '#shared/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { CallError, isErrorCode } from './callError.ts'
import { screenLock } from './screenLock.ts'
import { noteDamage } from './damage.ts'
import { socketTransport } from './socketTransport.ts'
import { type Bridge, bridgeTransport, ConnectionLost, type Transport } from './transport.ts'

declare global {
  interface Window {
    /** Present in Electron only (preload). */
    readonly bridge?: Bridge
  }
}

export const isElectron = window.bridge !== undefined

function chooseTransport(): Transport {
  if (window.bridge !== undefined) return bridgeTransport(window.bridge)
  return socketTransport(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
}

export const transport = chooseTransport()

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && isErrorCode(value.code)
}

/** Takes the result envelope apart: the data, or the error thrown. */
function open(envelope: unknown): unknown {
  if (typeof envelope === 'object' && envelope !== null && 'ok' in envelope) {
    if (envelope.ok === true && 'data' in envelope) return envelope.data
    if ('error' in envelope && isErrorBody(envelope.error)) throw new CallError(envelope.error)
  }
  throw new CallError({ code: 'INTERNAL', detail: 'the answer is no result envelope' })
}

/** What concerns the whole screen, whichever page made the call. */
function noteState(route: RouteName, { code }: CallError): void {
  if (code === 'SESSION_LOCKED') screenLock.lock()
  // Signing in and rescuing have pages of their own for it.
  if (code === 'DATABASE_DAMAGED' && !/^(accounts|rescue)\./.test(route)) noteDamage()
}

/** Calls the core. Rejects with a CallError, never with anything else. A session found locked locks the screen. */
export async function call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  if (screenLock.isLocked() && !route.startsWith('accounts.')) {
    throw new CallError({ code: 'SESSION_LOCKED', detail: 'the screen is locked' })
  }
  let envelope: unknown
  try {
    envelope = await transport.send(route, input)
  } catch (error) {
    const code = error instanceof ConnectionLost ? 'CONNECTION_LOST' : 'INTERNAL'
    throw new CallError({ code, detail: error instanceof Error ? error.message : 'the transport failed' })
  }
  try {
    // Sound because the core types each handler's answer by the same route table.
    return open(envelope) as RouteOutput<R>
  } catch (error) {
    if (error instanceof CallError) noteState(route, error)
    throw error
  }
}
