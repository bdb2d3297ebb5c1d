import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Core } from '#core/createCore.ts'
import type { Logger } from '#core/ports.ts'
import { createBrowserSessions } from './browserSessions.ts'
import { answerRequest, type Site } from './httpRequests.ts'
import { createLargeUploads } from './largeUploads.ts'
import { createLaunchTokens } from './launchTokens.ts'
import { refuseForeign, refuseForeignFetch } from './requestGuard.ts'
import { frameLimitBytes, serveRpc } from './rpcSocket.ts'
import type { SessionFiles } from './sessionFiles.ts'
import { loadStaticFiles } from '#core/system/staticFiles.ts'

export interface BrowserShellOptions {
  readonly core: Pick<Core, 'openSession' | 'closeSession' | 'call' | 'onLeft'>
  /** The same object whose `port` was given to the core. */
  readonly files: SessionFiles
  readonly rendererDir: string
  /** A folder of its own for uploaded backups; emptied at start and end. */
  readonly uploadsDir: string
  /** Stops by itself when no page has been connected for so long. */
  readonly idleStopMinutes: number
  readonly logger: Logger
  /** Any free port if absent. */
  readonly port?: number
  readonly nowMs?: () => number
}

export interface BrowserShell {
  /** Holds a launch token: good once, and for ten minutes. */
  readonly url: string
  readonly origin: string
  newLaunchUrl(): string
  /** Settles when the shell has stopped, by close() or by idleness. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('not a TCP address'))
      else resolve(address.port)
    })
  })
}

interface IdleTimer {
  touch(): void
  stop(): void
}

function createIdleTimer(minutes: number, isBusy: () => boolean, onIdle: () => void): IdleTimer {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  return {
    touch: () => {
      clearTimeout(timer)
      if (!stopped && !isBusy()) timer = setTimeout(onIdle, minutes * 60_000)
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

interface RpcHost {
  readonly site: Site
  readonly core: Pick<Core, 'call'>
  readonly onSocketsChanged: () => void
  readonly onSignOut: (sessionId: string) => void
}

function acceptRpc({
  site,
  core,
  onSocketsChanged,
  onSignOut,
}: RpcHost): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimitBytes,
    perMessageDeflate: false,
  })
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const refused = refuseForeign(request, site.origin) ?? refuseForeignFetch(request)
    const found = site.sessions.find(request)
    if (refused !== undefined || found === undefined || request.url !== '/rpc') {
      refuseUpgrade(socket)
      return
    }
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { session, sockets } = found
      sockets.add(webSocket)
      onSocketsChanged()
      webSocket.on('close', () => {
        sockets.delete(webSocket)
        onSocketsChanged()
      })
      serveRpc(
        webSocket,
        (route, input) => {
          // Also of what was made while nobody was signed in, such as what was rescued.
          if (route === 'accounts.signOut') onSignOut(session.id)
          return site.files.runAs(session.id, () => core.call(route, input, session))
        },
        site.logger,
      )
    })
  }
}

export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { core, files, logger } = options
  const page = loadStaticFiles(options.rendererDir)
  const server = createServer()
  const port = await listenOnLoopback(server, options.port ?? 0)
  const sessions = createBrowserSessions(core, port)
  const tokens = createLaunchTokens(options.nowMs ?? Date.now)
  const origin = `http://127.0.0.1:${port}`
  const largeUploads = createLargeUploads(options.uploadsDir)
  const forgetFiles = (sessionId: string): void => {
    files.forget(sessionId)
    largeUploads.forget(sessionId)
  }
  // Whoever signs in next at this page must not find what the last one exported.
  core.onLeft(forgetFiles)
  const site: Site = { origin, core, sessions, tokens, files, largeUploads, page, logger }
  const { promise: closed, resolve: onClosed } = Promise.withResolvers<void>()
  server.once('close', onClosed)

  const close = (): Promise<void> => {
    idle.stop()
    sessions.closeAll(forgetFiles)
    largeUploads.clear()
    server.close()
    server.closeAllConnections()
    return closed
  }
  const idle = createIdleTimer(
    options.idleStopMinutes,
    () => sessions.socketCount() > 0,
    () => {
      logger.info('stopped: no page connected', { minutes: options.idleStopMinutes })
      void close()
    },
  )
  const newLaunchUrl = (): string => `${origin}/launch?token=${tokens.issue()}`

  server.on('request', (request, response) => void answerRequest(site, request, response))
  server.on(
    'upgrade',
    acceptRpc({ site, core, onSocketsChanged: () => idle.touch(), onSignOut: forgetFiles }),
  )
  server.on('clientError', (_error, socket) => socket.destroy())
  idle.touch()
  return { url: newLaunchUrl(), origin, newLaunchUrl, closed, close }
}
