import { connect as connectTcp } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { outcomeOf, pageMarker, startHost, type Answer } from './browserShellHost.ts'

afterEach(() => void vi.useRealTimers())

function expectNothing(answer: Answer, status: number): void {
  expect(answer.status).toBe(status)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers.location).toBeUndefined()
  expect(answer.body).not.toContain(pageMarker)
}

describe('browser shell, launch link', () => {
  it('gives a HttpOnly SameSite=Strict session cookie and leads to the page without the token', async () => {
    const host = await startHost()
    const answer = await host.send({
      path: new URL(host.shell.url).pathname + new URL(host.shell.url).search,
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^dangwu_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
    expect([...host.openSessions]).toEqual(['session-1'])
  })

  it('gives a replayed launch token nothing', async () => {
    const host = await startHost()
    await host.signIn()
    const { pathname, search } = new URL(host.shell.url)
    expectNothing(await host.send({ path: pathname + search }), 403)
    expect(host.openSessions.size).toBe(1)
  })

  it('leads the browser that already holds the cookie back to the page from a used link', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const { pathname, search } = new URL(host.shell.url)
    const answer = await host.send({ path: pathname + search, headers: { cookie } })
    expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([
      303,
      '/',
      undefined,
    ])
  })

  it('gives a launch token older than ten minutes nothing', async () => {
    let nowMs = 0
    const host = await startHost({ nowMs: () => nowMs })
    nowMs = 10 * 60_000
    const { pathname, search } = new URL(host.shell.url)
    expectNothing(await host.send({ path: pathname + search }), 403)
    expect(host.openSessions.size).toBe(0)
  })

  it('gives a guessed or missing launch token nothing', async () => {
    const host = await startHost()
    expectNothing(await host.send({ path: '/launch?token=guessed' }), 403)
    expectNothing(await host.send({ path: '/launch' }), 403)
  })

  it('does not spend the launch token on a HEAD request, as link scanners send', async () => {
    const host = await startHost()
    const { pathname, search } = new URL(host.shell.url)
    expectNothing(await host.send({ method: 'HEAD', path: pathname + search }), 405)
    expect(await host.signIn()).toMatch(/^dangwu_/)
  })

  it('opens a session of the core for each link and closes them all when it stops', async () => {
    const host = await startHost()
    const first = await host.signIn()
    const second = await host.signIn(host.shell.newLaunchUrl())
    expect(first).not.toBe(second)
    expect(host.openSessions.size).toBe(2)
    await host.shell.close()
    expect(host.openSessions.size).toBe(0)
  })
})

describe('browser shell, who gets the page', () => {
  it('gives a request without the cookie nothing, whatever it asks for', async () => {
    const host = await startHost()
    await host.signIn()
    for (const path of ['/', '/index.html', '/assets/index.js', '/files/00000000']) {
      expectNothing(await host.send({ path }), 403)
      expectNothing(await host.send({ path, headers: { cookie: `dangwu_${host.port}=wrong` } }), 403)
    }
  })

  it('gives a wrong Host nothing, so a name rebound to 127.0.0.1 reads nothing', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    for (const name of [
      'evil.example',
      `evil.example:${host.port}`,
      `localhost:${host.port}`,
      '127.0.0.1:1',
    ]) {
      expectNothing(await host.send({ path: '/', headers: { cookie, host: name } }), 421)
    }
    const { pathname, search } = new URL(host.shell.newLaunchUrl())
    expectNothing(await host.send({ path: pathname + search, headers: { host: 'evil.example' } }), 421)
  })

  it('gives a foreign Origin nothing, also from another port of this machine', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    for (const origin of [
      'https://evil.example',
      'http://127.0.0.1:1',
      'null',
      `https://127.0.0.1:${host.port}`,
    ]) {
      const answer = await host.send({ path: '/', headers: { cookie, origin } })
      expectNothing(answer, 403)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('gives an image or frame on another local page nothing although the browser sends the cookie', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    for (const site of ['same-site', 'cross-site']) {
      expectNothing(await host.send({ path: '/', headers: { cookie, 'sec-fetch-site': site } }), 403)
    }
  })

  it('serves the page with its own nonce each time, in the policy and in the document', async () => {
    const host = await startHost()
    const headers = { cookie: await host.signIn() }
    const nonceOf = (answer: Answer): string => /content="([\w-]+)"/.exec(answer.body)?.[1] ?? ''
    const [first, second] = [await host.send({ path: '/', headers }), await host.send({ path: '/', headers })]
    expect(first.body).toContain(pageMarker)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first)}'`)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
  })

  it('puts the security headers on every answer, refusals included', async () => {
    const host = await startHost()
    const headers = { cookie: await host.signIn() }
    const answers = [
      await host.send({ path: '/', headers }),
      await host.send({ path: '/assets/index.js', headers }),
      await host.send({ path: '/nowhere', headers }),
      await host.send({ path: '/' }),
    ]
    for (const answer of answers) {
      expect(answer.headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      })
    }
  })

  it('gives a path that leads out of the page folder nothing', async () => {
    const host = await startHost()
    const headers = { cookie: await host.signIn() }
    const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt']
    for (const path of [...paths, '//evil.example/', 'http://evil.example/', '/index.html%00.js']) {
      const answer = await host.send({ path, headers })
      expectNothing(answer, 404)
      expect(answer.body).not.toContain('outside the page')
    }
  })

  it('answers only GET, HEAD and POST', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await host.send({ method, path: '/', headers: { cookie, origin: host.shell.origin } })
      expectNothing(answer, 405)
      expect(answer.headers.allow).toBe('GET, HEAD, POST')
    }
  })

  it('stays up after bytes that are no HTTP', async () => {
    const host = await startHost()
    const socket = connectTcp(host.port, '127.0.0.1', () => socket.write('\x16\x03\x01 not http\r\n\r\n'))
    await new Promise((resolve) => socket.once('close', resolve).on('error', () => undefined))
    expect(await host.signIn()).toMatch(/^dangwu_/)
  })
})

describe('browser shell, where it listens', () => {
  it('listens on 127.0.0.1 alone: another address of the same machine is refused', async () => {
    const host = await startHost()
    const socket = connectTcp(host.port, '127.0.0.2')
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => socket.once('error', resolve))
    expect(error.code).toBe('ECONNREFUSED')
    expect(host.shell.origin).toBe(`http://127.0.0.1:${host.port}`)
  })

  it('says so when the asked port is taken', async () => {
    const host = await startHost()
    await expect(startHost({ port: host.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('stops by itself when no page connects for the idle time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const host = await startHost({ idleStopMinutes: 30 })
    vi.advanceTimersByTime(30 * 60_000 - 1)
    expect((await host.send({ path: '/' })).status).toBe(403)
    vi.advanceTimersByTime(1)
    await host.shell.closed
    await expect(host.send({ path: '/' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('does not stop while a page is connected, and stops after it left', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const host = await startHost({ idleStopMinutes: 30 })
    const socket = host.connect({ cookie: await host.signIn(), origin: host.shell.origin })
    expect(await outcomeOf(socket)).toBe('open')
    vi.advanceTimersByTime(24 * 60 * 60_000)
    expect((await host.send({ path: '/' })).status).toBe(403)
    let hasStopped = false
    void host.shell.closed.then(() => (hasStopped = true))
    socket.close()
    await vi.waitFor(() => {
      vi.advanceTimersByTime(30 * 60_000)
      expect(hasStopped).toBe(true)
    })
  })
})
