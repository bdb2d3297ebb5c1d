import type { CustomScheme } from 'electron'

// Chromium started from outside knows no schemes of ours, so app://bundle is shown to it as https://bundle.app.invalid:
// also standard and secure, never resolvable, answered by our protocol handler.
const suffix = 'invalid'
const standardSchemes = new Set<string>()

export function registerSchemes(schemes: readonly CustomScheme[]): void {
  for (const { scheme, privileges } of schemes) {
    if (privileges?.standard === true && privileges.secure === true) standardSchemes.add(scheme)
  }
}

/** As Chromium sees it. */
export function toChromium(url: string): string {
  const parsed = URL.parse(url)
  const scheme = parsed?.protocol.slice(0, -1) ?? ''
  if (parsed === null || !standardSchemes.has(scheme)) return url
  return `https://${parsed.host}.${scheme}.${suffix}${parsed.pathname}${parsed.search}${parsed.hash}`
}

/** As Electron would name it. */
export function fromChromium(url: string): string {
  const [, host, scheme, rest] = new RegExp(`^https://([^/]+)\\.([a-z]+)\\.${suffix}(.*)$`).exec(url) ?? []
  return host !== undefined && scheme !== undefined && standardSchemes.has(scheme)
    ? `${scheme}://${host}${rest}`
    : url
}
