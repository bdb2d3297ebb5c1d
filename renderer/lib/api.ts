import type { ErrorBody } from '#shared/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { CallError, isErrorCode } from './callError.ts'
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

/** Calls the core. Rejects with a CallError, never with anything else. */
export async function call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  let envelope: unknown
  try {
    envelope = await transport.send(route, input)
  } catch (error) {
    const code = error instanceof ConnectionLost ? 'CONNECTION_LOST' : 'INTERNAL'
    throw new CallError({ code, detail: error instanceof Error ? error.message : 'the transport failed' })
  }
  // Sound because the core types each handler's answer by the same route table.
  return open(envelope) as RouteOutput<R>
}
