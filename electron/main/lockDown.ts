import type { Session, WebContents } from 'electron'
import { isAllowedRequest, isOwnPage } from './security.ts'

/** Every permission, remote request and download is refused. */
export function lockDownSession(session: Session, allowDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details, allowDevTools) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

export function lockDownContents(contents: WebContents): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // WebRTC is not seen by webRequest; without a proxy this policy leaves it no socket.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
