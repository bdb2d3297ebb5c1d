import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { WebSocket } from 'ws'
import type { Core, Session } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import type { Logger } from '#core/ports.ts'
import type { Result } from '#shared/contract/errors.ts'
import {
  startBrowserShell,
  type BrowserShell,
  type BrowserShellOptions,
} from '../../electron/browser/server.ts'
import { createSessionFiles, type SessionFiles } from '../../electron/browser/sessionFiles.ts'

export const pageMarker = 'the page itself'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: Buffer | string
}

export interface Host {
  readonly shell: BrowserShell
  readonly port: number
  readonly files: SessionFiles
  readonly calls: readonly string[]
  readonly openSessions: ReadonlySet<string>
  readonly uploadsDir: string
  readonly answers: StubCore['answers']
  readonly leave: StubCore['leave']
  send(sent: Sent): Promise<Answer>
  /** Follows a launch link and returns the cookie it gives. */
  signIn(url?: string): Promise<string>
  connect(headers: OutgoingHttpHeaders): WebSocket
}

const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined }

interface StubCore {
  readonly core: Core
  readonly calls: string[]
  readonly open: Set<string>
  /** What routes answer instead of their input. */
  readonly answers: Map<string, unknown>
  readonly leave: (sessionId: string) => void
}

/** Answers `echo` with its input and `export` with a file made in the core. */
function stubCore(files: SessionFiles): StubCore {
  const calls: string[] = []
  const open = new Set<string>()
  const answers = new Map<string, unknown>()
  const listeners: ((sessionId: string) => void)[] = []
  const answer = async (route: string, input: unknown, session: Session): Promise<Result<unknown>> => {
    calls.push(route)
    await Promise.resolve()
    if (route === 'broken') throw new Error('a bug')
    if (answers.has(route)) return { ok: true, data: answers.get(route) }
    if (route !== 'export') return { ok: true, data: { input, session: session.id } }
    return { ok: true, data: files.port.put({ name: '花名册 “一”.docx', bytes: Buffer.from('docx') }) }
  }
  const core: Core = {
    openSession: () => {
      const id = `session-${open.size + 1}`
      open.add(id)
      return { id }
    },
    closeSession: (session) => void open.delete(session.id),
    call: answer,
    onLeft: (listener) => listeners.push(listener),
    lockSessions: () => undefined,
    close: () => Promise.resolve(),
  }
  return { core, calls, open, answers, leave: (id) => listeners.forEach((listener) => listener(id)) }
}

function writeRenderer(): string {
  const base = mkdtempSync(join(tmpdir(), 'browser-shell-'))
  mkdirSync(join(base, 'renderer/assets'), { recursive: true })
  writeFileSync(join(base, 'secret.txt'), 'outside the page')
  writeFileSync(join(base, 'renderer/index.html'), `<meta content="__CSP_NONCE__"><p>${pageMarker}</p>`)
  writeFileSync(join(base, 'renderer/assets/index.js'), 'export {}')
  return base
}

function sendTo(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

const cleanups: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

export async function startHost(options: Partial<BrowserShellOptions> = {}): Promise<Host> {
  const base = writeRenderer()
  const files = createSessionFiles(createFileShelf())
  const { core, calls, open, answers, leave } = stubCore(files)
  const rendererDir = join(base, 'renderer')
  const shell = await startBrowserShell({
    core,
    files,
    rendererDir,
    uploadsDir: join(base, 'uploads'),
    idleStopMinutes: 5,
    logger: silentLogger,
    ...options,
  })
  cleanups.push(async () => {
    await shell.close()
    rmSync(base, { recursive: true })
  })
  const port = Number(new URL(shell.origin).port)
  const send = (sent: Sent): Promise<Answer> => sendTo(port, sent)
  return {
    shell,
    port,
    files,
    calls,
    openSessions: open,
    uploadsDir: join(base, 'uploads'),
    answers,
    leave,
    send,
    signIn: async (url = shell.url) => {
      const answer = await send({ path: url.slice(shell.origin.length) })
      return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    connect: (headers) => new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers }),
  }
}

/** How a socket that was asked for ended up: opened, or the HTTP status it was refused with. */
export function outcomeOf(socket: WebSocket): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve('open'))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}
