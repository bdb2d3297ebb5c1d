import { EventEmitter } from 'node:events'
import type { CDPSession } from '@playwright/test'
import type { OnBeforeRequestListenerDetails, Session as ElectronSession } from 'electron'

type PermissionRequestHandler = NonNullable<Parameters<ElectronSession['setPermissionRequestHandler']>[0]>
type PermissionCheckHandler = NonNullable<Parameters<ElectronSession['setPermissionCheckHandler']>[0]>
type RequestDetails = Pick<OnBeforeRequestListenerDetails, 'url' | 'method' | 'resourceType'>
type BeforeRequest = (details: RequestDetails, answer: (response: { cancel?: boolean }) => void) => void
type PageHandler = (request: Request) => Response | Promise<Response>

/** Chromium's name of a permission, and Electron's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
] as const

class StandInSession extends EventEmitter {
  isSpellCheckerEnabled = true
  #requestHandler: PermissionRequestHandler | null = null
  #checkHandler: PermissionCheckHandler | null = null
  #beforeRequest: BeforeRequest | null = null
  #sendHeaders: ((details: RequestDetails) => void) | null = null
  readonly #pageHandlers = new Map<string, PageHandler>()

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#beforeRequest = listener
    },
    onSendHeaders: (listener: ((details: RequestDetails) => void) | null): void => {
      this.#sendHeaders = listener
    },
  }

  readonly protocol = {
    handle: (scheme: string, handler: PageHandler): void => {
      this.#pageHandlers.set(scheme, handler)
    },
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#requestHandler = handler
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.#checkHandler = handler
  }

  setDevicePermissionHandler(handler: Parameters<ElectronSession['setDevicePermissionHandler']>[0]): void {
    void handler
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellCheckerEnabled = isEnabled
  }

  /** Asks the handlers as Electron would, and has Chromium hold to the answer. Electron grants what nobody handles. */
  async standInApplyPermissions(cdp: CDPSession): Promise<void> {
    for (const [name, permission] of permissions) {
      const isChecked = this.#checkHandler?.(null, permission, '', { isMainFrame: true }) ?? true
      let isGranted = this.#requestHandler === null
      // @ts-expect-error our page stands for the WebContents; the handlers under test look at neither argument
      this.#requestHandler?.(null, permission, (answer) => (isGranted = answer), {})
      const setting = isChecked && isGranted ? 'granted' : 'denied'
      await cdp.send('Browser.setPermission', { permission: { name }, setting })
    }
  }

  /** What becomes of a request: cancelled by the app, answered by its protocol handler, or on its way out. */
  async standInAnswer(details: RequestDetails): Promise<Response | 'cancelled' | 'leaving'> {
    if (await this.#isCancelled(details)) return 'cancelled'
    this.#sendHeaders?.(details)
    const handler = this.#pageHandlers.get(new URL(details.url).protocol.slice(0, -1))
    return handler === undefined ? 'leaving' : handler(new Request(details.url, { method: details.method }))
  }

  async #isCancelled(details: RequestDetails): Promise<boolean> {
    const listener = this.#beforeRequest
    if (listener === null) return false
    return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)))
  }
}

export type { StandInSession }

const partitions = new Map<string, StandInSession>()

function fromPartition(partition: string): StandInSession {
  const known = partitions.get(partition) ?? new StandInSession()
  partitions.set(partition, known)
  return known
}

export const session = { fromPartition, defaultSession: fromPartition('') }
