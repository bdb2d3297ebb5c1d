import type { IncomingMessage } from 'node:http'

export interface Refusal {
  readonly status: number
  readonly messageZh: string
}

export const cookieRefusal: Refusal = {
  status: 403,
  messageZh: '请用启动窗口里的链接打开党务台账；链接用过或过期后，在启动窗口按回车键可取得新链接。',
}

/** Cookies are shared by every port of 127.0.0.1, so two running shells need two names. */
export function cookieName(port: number): string {
  return `dangwu_${port}`
}

export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

/** A page of another site, or of another port of this machine, may make the browser send our cookie: these headers tell. */
export function refuseForeign(request: IncomingMessage, origin: string): Refusal | undefined {
  const { headers } = request
  if (headers.host !== new URL(origin).host)
    return { status: 421, messageZh: '地址不对，请用启动窗口里的链接打开。' }
  if (headers.origin !== undefined && headers.origin !== origin) return foreignRefusal
  const needsOrigin = request.method === 'POST' || headers.upgrade !== undefined
  if (needsOrigin && headers.origin === undefined) return foreignRefusal
  return undefined
}

/** Everything but the launch link must come from our own page or be typed by the user. */
export function refuseForeignFetch(request: IncomingMessage): Refusal | undefined {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none' ? undefined : foreignRefusal
}

const foreignRefusal: Refusal = { status: 403, messageZh: '只接受党务台账自己的页面发来的请求。' }
