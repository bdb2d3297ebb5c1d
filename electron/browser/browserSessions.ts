import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Core, Session } from '#core/createCore.ts'
import { newSecret } from './launchTokens.ts'
import { cookieName, readCookie } from './requestGuard.ts'

interface BrowserSession {
  readonly session: Session
  readonly sockets: Set<WebSocket>
}

export interface BrowserSessions {
  /** Opens a session of the core and returns the Set-Cookie value that carries it. */
  open(): string
  find(request: IncomingMessage): BrowserSession | undefined
  socketCount(): number
  closeAll(onClosed: (sessionId: string) => void): void
}

const closeGraceMs = 500

/** One cookie is one session of the core. */
export function createBrowserSessions(
  core: Pick<Core, 'openSession' | 'closeSession'>,
  port: number,
): BrowserSessions {
  const sessions = new Map<string, BrowserSession>()
  return {
    open: () => {
      const secret = newSecret()
      sessions.set(secret, { session: core.openSession(), sockets: new Set() })
      return `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    find: (request) => sessions.get(readCookie(request, cookieName(port)) ?? ''),
    socketCount: () => [...sessions.values()].reduce((sum, { sockets }) => sum + sockets.size, 0),
    closeAll: (onClosed) => {
      for (const { session, sockets } of sessions.values()) {
        for (const socket of sockets) {
          socket.close(1001)
          setTimeout(() => socket.terminate(), closeGraceMs).unref()
        }
        core.closeSession(session)
        onClosed(session.id)
      }
      sessions.clear()
    },
  }
}
