import type { CustomScheme, IpcMainInvokeEvent, WebContents, WebPreferences } from 'electron'

const pageScheme = 'app'
const pageHost = 'bundle'
const pageOrigin = `${pageScheme}://${pageHost}`
export const pageUrl = `${pageOrigin}/`

export const pagePrivileges: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Without `persist:` the session lives in memory only: nothing a page shows is left in a browser cache on disk. */
export const pagePartition = 'page'

export const pagePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
} as const satisfies WebPreferences

/** No host name is ever resolved and no proxy is looked for, whatever a page or Chromium itself asks. */
export const chromiumSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication'],
  ['lang', 'zh-CN'],
]

/** Node gives custom schemes the origin 'null', so scheme and host are compared. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === `${pageScheme}:` && parsed.host === pageHost
}

export interface RequestFacts {
  readonly url: string
  readonly resourceType: string
}

export function isAllowedRequest(request: RequestFacts, allowDevTools: boolean): boolean {
  if (isOwnPage(request.url)) return true
  if (request.url.startsWith(`blob:${pageOrigin}/`)) return true
  if (request.url.startsWith('data:'))
    return request.resourceType === 'image' || request.resourceType === 'font'
  return allowDevTools && request.url.startsWith('devtools://')
}

type Sender = Pick<IpcMainInvokeEvent, 'sender'> & {
  readonly senderFrame: Pick<
    NonNullable<IpcMainInvokeEvent['senderFrame']>,
    'parent' | 'url' | 'origin'
  > | null
}

/** Only the top frame of our one window, while it shows our page. */
export function isTrustedSender({ sender, senderFrame }: Sender, pageContents: WebContents): boolean {
  return (
    sender === pageContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === pageOrigin &&
    isOwnPage(senderFrame.url)
  )
}
