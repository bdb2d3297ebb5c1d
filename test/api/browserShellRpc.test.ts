import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { outcomeOf, startHost, type Host } from './browserShellHost.ts'

async function connected(host: Host): Promise<WebSocket> {
  const socket = host.connect({
    cookie: await host.signIn(host.shell.newLaunchUrl()),
    origin: host.shell.origin,
  })
  expect(await outcomeOf(socket)).toBe('open')
  return socket
}

function ask(socket: WebSocket, frame: string | Buffer): Promise<unknown> {
  const reply = new Promise<unknown>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8')))),
  )
  socket.send(frame)
  return reply
}

describe('browser shell, calls', () => {
  it('answers a call under its own id with the envelope of the core', async () => {
    const socket = await connected(await startHost())
    expect(await ask(socket, JSON.stringify({ id: 7, route: 'echo', input: { 姓名: '王明' } }))).toEqual({
      id: 7,
      result: { ok: true, data: { input: { 姓名: '王明' }, session: 'session-1' } },
    })
  })

  it('calls the core with the session of the cookie, not of the newest one', async () => {
    const host = await startHost()
    const [first, second] = [await connected(host), await connected(host)]
    const frame = JSON.stringify({ id: 1, route: 'echo', input: null })
    expect(await ask(second, frame)).toMatchObject({ result: { data: { session: 'session-2' } } })
    expect(await ask(first, frame)).toMatchObject({ result: { data: { session: 'session-1' } } })
  })

  it('gives a socket without the cookie, from a foreign Origin, a wrong Host or a wrong path nothing', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const { origin } = host.shell
    const refused = [
      host.connect({ origin }),
      host.connect({ cookie }),
      host.connect({ cookie, origin: 'https://evil.example' }),
      host.connect({ cookie, origin: 'http://127.0.0.1:1' }),
      host.connect({ cookie, origin, host: `localhost:${host.port}` }),
      host.connect({ cookie, origin, 'sec-fetch-site': 'same-site' }),
      host.connect({ cookie: 'dangwu_1=x', origin }),
    ]
    for (const socket of refused) expect(await outcomeOf(socket)).toBe(403)
    const headers = { cookie, origin, connection: 'Upgrade', upgrade: 'h2c' }
    expect((await host.send({ path: '/', headers })).status).toBe(403)
    expect(host.calls).toEqual([])
  })

  it('answers a malformed frame, under the id it carries if any, and stays up', async () => {
    const socket = await connected(await startHost())
    const refusal = { ok: false, error: { code: 'VALIDATION_FAILED', detail: 'malformed frame' } }
    for (const frame of [
      'not json',
      '',
      '[]',
      'null',
      '{"id":{},"route":"echo"}',
      Buffer.from([0xff, 0x00]),
    ]) {
      expect(await ask(socket, frame)).toEqual({ id: null, result: refusal })
    }
    expect(await ask(socket, '{"id":3,"route":5}')).toEqual({ id: 3, result: refusal })
    expect(await ask(socket, '{"id":"a","route":"echo","session":"other"}')).toEqual({
      id: 'a',
      result: refusal,
    })
    expect(await ask(socket, '{"id":4,"route":"echo"}')).toMatchObject({ id: 4, result: { ok: true } })
  })

  it('answers INTERNAL should the core ever reject, and stays up', async () => {
    const socket = await connected(await startHost())
    expect(await ask(socket, '{"id":1,"route":"broken"}')).toMatchObject({
      id: 1,
      result: { error: { code: 'INTERNAL' } },
    })
    expect(await ask(socket, '{"id":2,"route":"echo"}')).toMatchObject({ id: 2, result: { ok: true } })
  })

  it('closes a socket that sends a frame over 1 MB, without calling the core', async () => {
    const host = await startHost()
    const socket = await connected(host)
    const code = new Promise((resolve) => socket.once('close', resolve))
    socket.send(JSON.stringify({ id: 1, route: 'echo', input: 'x'.repeat(1024 * 1024) }))
    expect(await code).toBe(1009)
    expect(host.calls).toEqual([])
  })

  it('tells the page that it is going away when it stops', async () => {
    const host = await startHost()
    const socket = await connected(host)
    const code = new Promise((resolve) => socket.once('close', resolve))
    await host.shell.close()
    expect(await code).toBe(1001)
  })
})
