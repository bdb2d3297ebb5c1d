import { randomBytes } from 'node:crypto'
import type { Session } from 'electron'
import { injectNonce, securityHeaders } from '#core/system/contentSecurityPolicy.ts'
import { loadStaticFiles, type StaticFile } from '#core/system/staticFiles.ts'
import { isOwnPage, pagePrivileges } from './security.ts'

export function servePage(session: Session, rendererDir: string): void {
  const files = loadStaticFiles(rendererDir)
  session.protocol.handle(pagePrivileges.scheme, (request) => answerPageRequest(request, files))
}

export function answerPageRequest(
  request: Pick<Request, 'method' | 'url'>,
  files: ReadonlyMap<string, StaticFile>,
): Response {
  const nonce = randomBytes(18).toString('base64')
  const headers = { ...securityHeaders(nonce), 'Cache-Control': 'no-store' }
  const { pathname } = new URL(request.url)
  const file = files.get(pathname === '/' ? '/index.html' : pathname)
  if (
    !isOwnPage(request.url) ||
    (request.method !== 'GET' && request.method !== 'HEAD') ||
    file === undefined
  ) {
    return new Response(null, { status: 404, headers })
  }
  const isHtml = file.contentType.startsWith('text/html')
  const body = isHtml ? injectNonce(file.bytes.toString('utf8'), nonce) : new Uint8Array(file.bytes)
  return new Response(body, { headers: { ...headers, 'Content-Type': file.contentType } })
}
