import { decodeClone, encodeClone } from './wire.ts'

export const preloadWorldName = 'stand-in preload'
export const invokeBinding = '__standInInvoke'

// Chromium clones `detail` when an event crosses from one JavaScript world to another, as the real bridge clones values.
const events = {
  expose: 'stand-in-expose',
  call: 'stand-in-call',
  answer: 'stand-in-answer',
  callback: 'stand-in-callback',
}

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

/** A function does not cross: a number stands for it, and calling it there sends an event here. */
type Crossing = { readonly callback: number } | { readonly value: unknown }

interface Call {
  readonly id: number
  /** Null for a function that an exposed one has returned; `name` is its number then. */
  readonly key: string | null
  readonly name: string
  readonly args: readonly Crossing[]
}

interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
  /** Number of a function that was returned. */
  readonly returned?: number
}

function mainWorld(events: Events, inSubFrames: boolean): void {
  if (!inSubFrames && window !== window.top) return
  const answers = new Map<number, Answer>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const callbacks: ((...args: readonly unknown[]) => void)[] = []
  let calls = 0
  const cross = (arg: unknown): Crossing =>
    typeof arg === 'function'
      ? { callback: callbacks.push((...args) => Reflect.apply(arg, undefined, args)) - 1 }
      : { value: structuredClone(arg) }
  /** Events are answered before dispatching returns, so what is no promise is returned at once, as the real bridge does. */
  const callPreload = (key: string | null, name: string, args: readonly unknown[]): unknown => {
    calls += 1
    const id = calls
    let call: Call
    try {
      call = { id, key, name, args: args.map(cross) }
    } catch (error) {
      return Promise.reject(error)
    }
    window.dispatchEvent(new CustomEvent(events.call, { detail: call }))
    const answer = answers.get(id)
    if (answer === undefined) {
      const later = Promise.withResolvers<unknown>()
      waiting.set(id, later)
      return later.promise
    }
    if (answer.error !== undefined) throw new Error(answer.error)
    const { returned } = answer
    if (returned === undefined) return answer.value
    return (...given: unknown[]) => callPreload(null, String(returned), given)
  }
  window.addEventListener(events.expose, (event) => {
    const { key, names } = (event as CustomEvent<{ key: string; names: string[] }>).detail
    const functions = names.map((name) => [name, (...args: unknown[]) => callPreload(key, name, args)])
    Object.defineProperty(window, key, {
      value: Object.freeze(Object.fromEntries(functions)),
      enumerable: true,
    })
  })
  window.addEventListener(events.answer, (event) => {
    const answer = (event as CustomEvent<Answer>).detail
    const later = waiting.get(answer.id)
    if (later === undefined) answers.set(answer.id, answer)
    else if (answer.error === undefined) later.resolve(answer.value)
    else later.reject(new Error(answer.error))
  })
  window.addEventListener(events.callback, (event) => {
    const { callback, args } = (event as CustomEvent<{ callback: number; args: unknown[] }>).detail
    callbacks[callback]?.(...args)
  })
}

function preloadWorld(
  events: Events,
  binding: string,
  encode: typeof encodeClone,
  decode: typeof decodeClone,
) {
  type Exposed = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
  type Listener = (event: object, ...args: readonly unknown[]) => void
  const exposed = new Map<string, Exposed>()
  const returned: ((...args: readonly unknown[]) => unknown)[] = []
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Set<Listener>>()
  const send = (type: string, detail: unknown): boolean =>
    window.dispatchEvent(new CustomEvent(type, { detail }))
  const text = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  const arrive = (crossing: Crossing): unknown =>
    'value' in crossing
      ? crossing.value
      : (...args: readonly unknown[]) => void send(events.callback, { callback: crossing.callback, args })

  window.addEventListener(events.call, (event) => {
    const { id, key, name, args } = (event as CustomEvent<Call>).detail
    const called = key === null ? returned[Number(name)] : exposed.get(key)?.[name]
    try {
      const value = called?.(...args.map(arrive))
      if (value instanceof Promise)
        value.then(
          (kept: unknown) => send(events.answer, { id, value: kept }),
          (error: unknown) => send(events.answer, { id, error: text(error) }),
        )
      else if (typeof value === 'function')
        send(events.answer, {
          id,
          returned: returned.push((...more) => Reflect.apply(value, undefined, more)) - 1,
        })
      else send(events.answer, { id, value })
    } catch (error) {
      send(events.answer, { id, error: text(error) })
    }
  })
  Object.assign(globalThis, {
    __standInReply: ({ id, value, error }: Answer) => {
      if (error === undefined) waiting.get(id)?.resolve(decode(value))
      else waiting.get(id)?.reject(new Error(error))
    },
    __standInSend: ({ channel, args }: { readonly channel: string; readonly args: unknown }) => {
      const decoded = decode(args)
      for (const listener of listeners.get(channel) ?? [])
        listener({ type: 'event' }, ...(Array.isArray(decoded) ? decoded : []))
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
      on(channel: string, listener: Listener): void {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      removeListener(channel: string, listener: Listener): void {
        listeners.get(channel)?.delete(listener)
      },
    },
  }
}
