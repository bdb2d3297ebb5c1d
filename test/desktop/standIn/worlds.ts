import { decodeClone, encodeClone } from './wire.ts'

export const preloadWorldName = 'stand-in preload'
export const invokeBinding = '__standInInvoke'

// Chromium clones `detail` when an event crosses from one JavaScript world to another, as the real bridge clones values.
const events = { expose: 'stand-in-expose', call: 'stand-in-call', answer: 'stand-in-answer' }

/** Puts what the preload script exposes on `window` before any script of the page runs. */
export function mainWorldScript(inSubFrames: boolean): string {
  return `(${String(mainWorld)})(${JSON.stringify(events)}, ${inSubFrames})`
}

/** Runs the preload script, as built, in a JavaScript world of its own with the two modules it may have. */
export function preloadWorldScript(preloadSource: string, inSubFrames: boolean): string {
  return `
    if (${inSubFrames} || window === window.top) {
      const encodeClone = ${String(encodeClone)}
      const decodeClone = ${String(decodeClone)}
      const electron = (${String(preloadWorld)})(${JSON.stringify(events)}, ${JSON.stringify(invokeBinding)}, encodeClone, decodeClone)
      const require = (name) => {
        if (name === 'electron') return electron
        throw new Error('module not found in a sandboxed preload script: ' + name)
      }
      ;((require, module, exports) => {${preloadSource}\n})(require, { exports: {} }, {})
    }`
}

type Events = typeof events

// `as CustomEvent` below: the DOM's types name no detail, and every sender is in this file.

interface Call {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly args: readonly unknown[]
}

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

function mainWorld(events: Events, inSubFrames: boolean): void {
  if (!inSubFrames && window !== window.top) return
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const callPreload = (key: string, name: string, args: readonly unknown[]): Promise<unknown> => {
    const call: Call = { id: waiting.size + 1, key, name, args: structuredClone(args) }
    const answer = Promise.withResolvers<unknown>()
    waiting.set(call.id, answer)
    window.dispatchEvent(new CustomEvent(events.call, { detail: call }))
    return answer.promise
  }
  window.addEventListener(events.expose, (event) => {
    const { key, names } = (event as CustomEvent<{ key: string; names: string[] }>).detail
    const functions = names.map((name) => [name, async (...args: unknown[]) => callPreload(key, name, args)])
    Object.defineProperty(window, key, {
      value: Object.freeze(Object.fromEntries(functions)),
      enumerable: true,
    })
  })
  window.addEventListener(events.answer, (event) => {
    const { id, value, error } = (event as CustomEvent<Answer>).detail
    if (error === undefined) waiting.get(id)?.resolve(value)
    else waiting.get(id)?.reject(new Error(error))
  })
}

function preloadWorld(
  events: Events,
  binding: string,
  encode: typeof encodeClone,
  decode: typeof decodeClone,
) {
  type Exposed = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
  const exposed = new Map<string, Exposed>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const send = (type: string, detail: unknown): boolean =>
    window.dispatchEvent(new CustomEvent(type, { detail }))
  const text = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  window.addEventListener(events.call, (event) => {
    const { id, key, name, args } = (event as CustomEvent<Call>).detail
    const called = (async () => exposed.get(key)?.[name]?.(...args))()
    called.then(
      (value) => send(events.answer, { id, value }),
      (error: unknown) => send(events.answer, { id, error: text(error) }),
    )
  })
  Object.assign(globalThis, {
    __standInReply: ({ id, value, error }: Answer) => {
      if (error === undefined) waiting.get(id)?.resolve(decode(value))
      else waiting.get(id)?.reject(new Error(error))
    },
  })
  return {
    contextBridge: {
      exposeInMainWorld(key: string, api: Exposed) {
        if (Object.values(api).some((member) => typeof member !== 'function'))
          throw new Error('only functions')
        exposed.set(key, api)
        send(events.expose, { key, names: Object.keys(api) })
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
        const id = waiting.size + 1
        const answer = Promise.withResolvers<unknown>()
        const message = JSON.stringify({ id, channel, args: encode(args) })
        waiting.set(id, answer)
        const invoke: unknown = Reflect.get(globalThis, binding)
        if (typeof invoke === 'function') invoke(message)
        return answer.promise
      },
    },
  }
}
