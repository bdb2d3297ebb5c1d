import { ConnectionLost, type ConnectionState, type Transport } from './transport.ts'

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

const retryDelaysMs = [300, 1000, 2000, 5000]

function readFrame(text: string): { readonly id: number; readonly result: unknown } | null {
  const frame: unknown = JSON.parse(text)
  if (typeof frame !== 'object' || frame === null) return null
  if (!('id' in frame) || typeof frame.id !== 'number' || !('result' in frame)) return null
  return { id: frame.id, result: frame.result }
}

/** One WebSocket to the browser shell, opened at the first call and again whenever it breaks. */
export function socketTransport(url: string, open = (address: string) => new WebSocket(address)): Transport {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<() => void>()
  let socket: WebSocket | null = null
  let unsent: readonly string[] = []
  let state: ConnectionState = 'connecting'
  let lastId = 0
  let failures = 0

  function setState(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  // A command may have been carried out before the line broke, so nothing is sent twice on its own.
  function onClosed(): void {
    socket = null
    unsent = []
    const left = [...waiting.values()]
    waiting.clear()
    for (const { reject } of left) reject(new ConnectionLost())
    setState('lost')
    const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)]
    failures += 1
    setTimeout(() => socket ?? connect(), delay)
  }

  function onMessage(event: MessageEvent): void {
    const frame = typeof event.data === 'string' ? readFrame(event.data) : null
    if (frame === null) return
    waiting.get(frame.id)?.resolve(frame.result)
    waiting.delete(frame.id)
  }

  function connect(): WebSocket {
    const next = open(url)
    socket = next
    next.addEventListener('open', () => {
      failures = 0
      for (const text of unsent) next.send(text)
      unsent = []
      setState('open')
    })
    next.addEventListener('message', onMessage)
    next.addEventListener('close', onClosed)
    return next
  }

  return {
    send: (route, input) => {
      if (state === 'lost') return Promise.reject(new ConnectionLost())
      lastId += 1
      const id = lastId
      const text = JSON.stringify({ id, route, input })
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      const line = socket ?? connect()
      if (line.readyState === WebSocket.OPEN) line.send(text)
      else unsent = [...unsent, text]
      return answer
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
