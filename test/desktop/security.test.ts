import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '../../electron/core/system/contentSecurityPolicy.ts'
import {
  isAllowedRequest,
  isOwnPage,
  isTrustedSender,
  pagePartition,
  pagePreferences,
  pagePrivileges,
} from '../../electron/main/security.ts'

describe('security settings', () => {
  it('isolates the page from Node and from everything experimental', () => {
    expect(pagePreferences).toEqual({
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
    })
  })

  it('registers app:// without a way around the content security policy', () => {
    expect(pagePrivileges).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    })
  })

  it('keeps no browser cache on disk', () => {
    expect(pagePartition).not.toMatch(/^persist:/)
  })

  it('allows in its policy what the page needs and no more', () => {
    expect(contentSecurityPolicy('0123456789abcdef')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-0123456789abcdef'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'",
    )
  })

  it('refuses a nonce that could end the policy and start another', () => {
    expect(() => contentSecurityPolicy("0123456789abcdef'; script-src *")).toThrow('nonce')
    expect(() => contentSecurityPolicy('short')).toThrow('nonce')
  })

  it('sends the policy with its companions', () => {
    expect(securityHeaders('0123456789abcdef')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
  })

  it('packages with every fuse blown that is not needed', () => {
    const config = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
    const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(config) ?? []
    expect(
      Object.fromEntries(
        block
          .trim()
          .split('\n')
          .map((line) => line.trim().split(': ')),
      ),
    ).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })
})

describe('isOwnPage', () => {
  it.each(['app://bundle/', 'app://bundle/assets/index.js', 'app://bundle/#/members'])('takes %s', (url) => {
    expect(isOwnPage(url)).toBe(true)
  })

  it.each([
    'app://other/',
    'app://bundle.evil/',
    'app://user@evil/bundle',
    'https://bundle/',
    'file:///etc/passwd',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,app://bundle/',
    'not a url',
    '',
  ])('refuses %s', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
})

describe('isAllowedRequest', () => {
  it.each([
    ['app://bundle/assets/a.js', 'script', true],
    ['blob:app://bundle/0b1c', 'image', true],
    ['data:image/png;base64,AA', 'image', true],
    ['data:font/woff2;base64,AA', 'font', true],
    ['data:text/html,x', 'subFrame', false],
    ['data:text/javascript,x', 'script', false],
    ['blob:https://evil/0b1c', 'image', false],
    ['https://example.com/', 'xhr', false],
    ['http://127.0.0.1:8080/', 'image', false],
    ['ws://127.0.0.1:8080/', 'webSocket', false],
    ['file:///etc/passwd', 'xhr', false],
    ['chrome-extension://abc/x.js', 'script', false],
    ['devtools://devtools/bundled/x.js', 'script', false],
  ] as const)('of %s as %s is %s', (url, resourceType, expected) => {
    expect(isAllowedRequest({ url, resourceType }, false)).toBe(expected)
  })

  it('lets the developer tools load themselves in development only', () => {
    const request = { url: 'devtools://devtools/bundled/x.js', resourceType: 'script' }
    expect(isAllowedRequest(request, true)).toBe(true)
    expect(isAllowedRequest(request, false)).toBe(false)
  })
})

describe('isTrustedSender', () => {
  // Compared by identity only.
  const contents = { id: 1 } as WebContents
  const other = { id: 2 } as WebContents
  const topFrame = { parent: null, origin: 'app://bundle', url: 'app://bundle/' }

  it('takes the top frame of our page in our window', () => {
    expect(isTrustedSender({ sender: contents, senderFrame: topFrame }, contents)).toBe(true)
  })

  it.each([
    ['another window', { sender: other, senderFrame: topFrame }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    [
      'another origin',
      { sender: contents, senderFrame: { ...topFrame, origin: 'https://evil', url: 'https://evil/' } },
    ],
    ['a sandboxed frame of ours', { sender: contents, senderFrame: { ...topFrame, origin: 'null' } }],
    [
      'a blank page that inherited our origin',
      { sender: contents, senderFrame: { ...topFrame, url: 'about:blank' } },
    ],
  ])('refuses %s', (_name, event) => {
    expect(isTrustedSender(event, contents)).toBe(false)
  })

  it('refuses a frame inside the page', () => {
    // Only its absence matters.
    const parent = {} as NonNullable<(typeof topFrame)['parent']>
    expect(isTrustedSender({ sender: contents, senderFrame: { ...topFrame, parent } }, contents)).toBe(false)
  })
})
