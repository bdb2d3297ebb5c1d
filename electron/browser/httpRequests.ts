import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Core, Session } from '#core/createCore.ts'
import type { Logger } from '#core/ports.ts'
import { injectNonce } from '#core/system/contentSecurityPolicy.ts'
import type { BrowserSessions } from './browserSessions.ts'
import { receiveUpload, sendDownload, type UploadPlaces } from './fileTransfer.ts'
import type { LargeUploads } from './largeUploads.ts'
import { newSecret, type LaunchTokens } from './launchTokens.ts'
import { errorReply, sendReply, textReply, type Reply } from './reply.ts'
import { cookieRefusal, refuseForeign, refuseForeignFetch, type Refusal } from './requestGuard.ts'
import type { SessionFiles } from './sessionFiles.ts'
import type { StaticFile } from '#core/system/staticFiles.ts'

export interface Site {
  readonly origin: string
  readonly core: Pick<Core, 'call'>
  readonly sessions: BrowserSessions
  readonly tokens: LaunchTokens
  readonly files: SessionFiles
  readonly largeUploads: LargeUploads
  readonly page: ReadonlyMap<string, StaticFile>
  readonly logger: Logger
}

const notFound = textReply(404, '没有这个页面。')

function refusalReply(refusal: Refusal): Reply {
  return textReply(refusal.status, refusal.messageZh)
}

function methodReply(allow: string): Reply {
  const reply = textReply(405, '不支持这种请求。')
  return { ...reply, headers: { ...reply.headers, Allow: allow } }
}

const hidden = z.object({ state: z.literal('idle') })

const lockedReply = errorReply(403, {
  code: 'SESSION_LOCKED',
  detail: 'session is locked',
  messageZh: '屏幕已锁定，请输入密码后重新下载',
})

/** Not while the screen is locked; a session nobody is signed in at may fetch what it rescued. */
async function download(site: Site, session: Session, handle: string): Promise<Reply> {
  const status = await site.core.call('accounts.status', {}, session)
  if (!status.ok) return errorReply(403, status.error)
  if (hidden.safeParse(status.data).success) return lockedReply
  return site.files.runAs(session.id, () => sendDownload(handle, site.files.port))
}

function launch(site: Site, request: IncomingMessage, url: URL): Reply {
  if (request.method !== 'GET') return methodReply('GET')
  const toPage: Reply = { status: 303, headers: { Location: '/' }, body: '' }
  // Reopening a used link in the browser it was used in gives nothing that browser does not have.
  if (site.sessions.find(request) !== undefined) return toPage
  if (!site.tokens.redeem(url.searchParams.get('token') ?? '')) return refusalReply(cookieRefusal)
  return { ...toPage, headers: { ...toPage.headers, 'Set-Cookie': site.sessions.open() } }
}

function pageReply(file: StaticFile, nonce: string): Reply {
  const isDocument = file.contentType.startsWith('text/html')
  const body = isDocument ? injectNonce(file.bytes.toString('utf8'), nonce) : file.bytes
  return { status: 200, headers: { 'Content-Type': file.contentType }, body }
}

async function signedReply(site: Site, request: IncomingMessage, url: URL, nonce: string): Promise<Reply> {
  const found = site.sessions.find(request)
  if (found === undefined) return refusalReply(cookieRefusal)
  const { files } = site
  const sessionId = found.session.id
  if (url.pathname === '/files') {
    if (request.method !== 'POST') return methodReply('POST')
    const places: UploadPlaces = {
      put: (file) => files.port.put(file),
      putOnDisk: (file) => files.port.putOnDisk(file),
      receiveLarge: (body, limit) =>
        site.largeUploads.receive(sessionId, body, limit, Number(body.headers['content-length'] ?? 0)),
    }
    return files.runAs(sessionId, () => receiveUpload(request, url, places))
  }
  if (request.method === 'POST') return methodReply('GET, HEAD')
  const handle = /^\/files\/([\w-]{8,64})$/.exec(url.pathname)?.[1]
  if (handle !== undefined) return download(site, found.session, handle)
  const file = site.page.get(url.pathname === '/' ? '/index.html' : url.pathname)
  return file === undefined ? notFound : pageReply(file, nonce)
}

async function replyTo(site: Site, request: IncomingMessage, nonce: string): Promise<Reply> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return methodReply('GET, HEAD, POST')
  const foreign = refuseForeign(request, site.origin)
  if (foreign !== undefined) return refusalReply(foreign)
  const target = request.url ?? ''
  if (!target.startsWith('/') || !URL.canParse(site.origin + target)) return notFound
  const url = new URL(site.origin + target)
  if (url.pathname === '/launch') return launch(site, request, url)
  const foreignFetch = refuseForeignFetch(request)
  if (foreignFetch !== undefined) return refusalReply(foreignFetch)
  return signedReply(site, request, url, nonce)
}

export async function answerRequest(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = newSecret()
  try {
    sendReply(response, await replyTo(site, request, nonce), nonce)
  } catch (error) {
    if (request.destroyed && !request.complete) return
    site.logger.error('request failed', { name: error instanceof Error ? error.name : typeof error })
    sendReply(response, errorReply(500, { code: 'INTERNAL', detail: 'the request failed' }))
  }
}
