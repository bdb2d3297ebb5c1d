export type ConnectionState = 'connecting' | 'open' | 'lost'

/** Sends one call to the core and resolves with its result envelope, unchecked. */
export interface Transport {
  readonly send: (route: string, input: unknown) => Promise<unknown>
  readonly state: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
}

/** The core cannot be reached: the call may or may not have been carried out. */
export class ConnectionLost extends Error {
  constructor() {
    super('the connection to the core is lost')
    this.name = 'ConnectionLost'
  }
}

export interface Bridge {
  call(route: string, input: unknown): Promise<unknown>
  /** The core has locked the session because the computer sleeps or its screen was locked. Returns the way to stop listening. */
  readonly onLocked?: (listener: () => void) => () => void
}

export function bridgeTransport(bridge: Bridge): Transport {
  return {
    send: (route, input) => bridge.call(route, input),
    state: () => 'open',
    subscribe: () => () => undefined,
  }
}
