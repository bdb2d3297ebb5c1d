import { randomBytes } from 'node:crypto'

export interface LaunchTokens {
  issue(): string
  /** True once per token, and only before it expires. */
  redeem(token: string): boolean
}

export const launchTokenMinutes = 10

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function createLaunchTokens(nowMs: () => number): LaunchTokens {
  const expiresAtMs = new Map<string, number>()
  return {
    issue: () => {
      const token = newSecret()
      expiresAtMs.set(token, nowMs() + launchTokenMinutes * 60_000)
      return token
    },
    redeem: (token) => {
      const expires = expiresAtMs.get(token)
      expiresAtMs.delete(token)
      return expires !== undefined && nowMs() < expires
    },
  }
}
