import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { socketTransport } from '../../../renderer/lib/socketTransport.ts'
import { ConnectionLost } from '../../../renderer/lib/transport.ts'

/** A socket whose other end the test plays. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  readyState = 0
  readonly sent: string[] = []

  send(text: string): void {
    this.sent.push(text)
  }

  accept(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  answer(id: number, result: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ id, result }) }))
  }

  break(): void {
    this.readyState = 3
    this.dispatchEvent(new Event('close'))
  }
}

function connect() {
  const sockets: FakeSocket[] = []
  const transport = socketTransport('ws://127.0.0.1/rpc', () => {
    const socket = new FakeSocket()
    sockets.push(socket)
    // The transport uses no more of WebSocket than the fake has.
    return socket as unknown as WebSocket
  })
  return { sockets, transport }
}

describe('the socket to the browser shell', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('sends what was asked before the line was up, and gives each caller its own answer', async () => {
    const { sockets, transport } = connect()
    const first = transport.send('members.get', { id: 'a' })
    const second = transport.send('members.get', { id: 'b' })
    expect(sockets[0]?.sent).toEqual([])
    sockets[0]?.accept()
    expect(sockets[0]?.sent.map((text): unknown => JSON.parse(text))).toEqual([
      { id: 1, route: 'members.get', input: { id: 'a' } },
      { id: 2, route: 'members.get', input: { id: 'b' } },
    ])
    sockets[0]?.answer(2, 'B')
    sockets[0]?.answer(1, 'A')
    expect(await Promise.all([first, second])).toEqual(['A', 'B'])
  })

  it('fails every unanswered call when the line breaks, and never sends a command twice', async () => {
    const { sockets, transport } = connect()
    const call = transport.send('members.trash', {})
    sockets[0]?.accept()
    sockets[0]?.break()
    await expect(call).rejects.toBeInstanceOf(ConnectionLost)
    await expect(transport.send('members.trash', {})).rejects.toBeInstanceOf(ConnectionLost)
    vi.advanceTimersByTime(300)
    sockets[1]?.accept()
    expect(sockets[1]?.sent).toEqual([])
  })

  it('tells its state while it is lost and once it is back', () => {
    const { sockets, transport } = connect()
    const states: string[] = []
    transport.subscribe(() => states.push(transport.state()))
    void transport.send('jobs.progress', {}).catch(() => undefined)
    sockets[0]?.accept()
    sockets[0]?.break()
    vi.advanceTimersByTime(300)
    sockets[1]?.break()
    vi.advanceTimersByTime(999)
    expect(sockets).toHaveLength(2)
    vi.advanceTimersByTime(1)
    sockets[2]?.accept()
    expect(states).toEqual(['open', 'lost', 'open'])
  })
})
