import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadStaticFiles, type StaticFile } from '../../electron/core/system/staticFiles.ts'
import { answerPageRequest } from '../../electron/main/pageProtocol.ts'

describe('the app:// protocol', () => {
  let files: ReadonlyMap<string, StaticFile>
  const get = (url: string, method = 'GET'): Response => answerPageRequest({ url, method }, files)

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'))
    const renderer = join(folder, 'renderer')
    mkdirSync(join(renderer, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.json'), '{}')
    writeFileSync(join(renderer, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
    writeFileSync(join(renderer, 'assets/index.js'), 'export {}')
    files = loadStaticFiles(renderer)
  })

  it('answers its root with the page, and the page with the nonce of its policy', async () => {
    const answer = get('app://bundle/')
    const [, nonce] = /nonce="(.+)"/.exec(await answer.text()) ?? []
    expect(nonce).toMatch(/^[\w+/]{24}$/)
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('answers a script as a script, whatever its query', async () => {
    const answer = get('app://bundle/assets/index.js?v=1')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('export {}')
  })

  it.each([
    'app://bundle/../secret.json',
    'app://bundle/%2e%2e/secret.json',
    'app://bundle/assets/..%2f..%2fsecret.json',
    'app://bundle/assets/..\\..\\secret.json',
    'app://bundle//etc/passwd',
    'app://bundle/assets/',
    'app://other/index.html',
    'https://bundle/index.html',
  ])('knows nothing of %s', (url) => {
    expect(get(url).status).toBe(404)
  })

  it('takes no request that would change something', () => {
    expect(get('app://bundle/', 'POST').status).toBe(404)
  })
})
