/** The build writes it into the page (electron.vite.config.ts); each answer to a request for the page replaces it. */
const noncePlaceholder = '__CSP_NONCE__'

/** One policy for both shells; the nonce is random for each document. */
export function contentSecurityPolicy(nonce: string): string {
  if (!/^[A-Za-z0-9+/_=-]{16,}$/.test(nonce)) throw new Error('nonce must be at least 16 base64 characters')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** Headers of every page and asset answer. */
export function securityHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

export function injectNonce(html: string, nonce: string): string {
  return html.replaceAll(noncePlaceholder, nonce)
}
