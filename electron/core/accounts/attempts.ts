import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { type Instant, instant, isInstant } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { writeFileAtomically } from '../system/atomicFile.ts'
import { foldedUser } from '../system/keyRing.ts'

/** What wrong secrets are counted under: one account, names nobody has, the recovery code, backups opened by nobody signed in. */
export type Counter = `user:${string}` | 'unknown' | 'recovery' | 'rescue'

export const counterOf = (user: string): Counter => `user:${foldedUser(user)}`

export interface Untold {
  readonly counter: string
  readonly times: number
  readonly lastAt: Instant
}

/** Wrong secrets, counted in a file that works before the database is open and stays over a restart. */
export interface Attempts {
  /** Throws SIGN_IN_LOCKED_OUT with the time to wait; `fields.waitSeconds` has it as a number. */
  check(counter: Counter): void
  failed(counter: Counter): void
  /** Ends the lock-out of this counter, and of those that belong to nobody. */
  succeeded(counter: Counter): void
  lockedUntil(counter: Counter): Instant | null
  /** Failures the log has not been told of. */
  untold(): readonly Untold[]
  told(): void
}

const time = z.string().refine(isInstant)

const countSchema = z.strictObject({
  wrong: z.int().min(0),
  untold: z.int().min(0),
  lastAt: time,
  lockedFrom: time,
  waitSeconds: z.int().min(0).max(3600),
})

const fileSchema = z.strictObject({ version: z.literal(1), counters: z.record(z.string(), countSchema) })

type Count = z.output<typeof countSchema>

const freeTries = 4
const firstWaitSeconds = 30
const longestWaitSeconds = 3600

/** In seconds: nothing for the first four, then doubling up to an hour. */
export function waitAfter(wrong: number): number {
  if (wrong <= freeTries) return 0
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (wrong - freeTries - 1))
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${seconds} 秒`
  return seconds < longestWaitSeconds ? `${Math.ceil(seconds / 60)} 分钟` : '1 小时'
}

export function createAttempts(
  dataDir: string,
  { clock, logger }: Pick<Ports, 'clock' | 'logger'>,
): Attempts {
  const file = join(dataDir, 'sign-ins.json')
  const counters = new Map<string, Count>(read(file, logger))
  const save = (counter: string, count: Count) => {
    if (count.wrong === 0 && count.untold === 0) counters.delete(counter)
    else counters.set(counter, count)
    try {
      writeFileAtomically(file, JSON.stringify({ version: 1, counters: Object.fromEntries(counters) }))
    } catch (error) {
      // A full disk must not keep anybody out; this run goes on counting in memory.
      logger.error('sign-in counts not saved', { code: error instanceof AppError ? error.code : 'unknown' })
    }
  }
  /** A clock set back begins the wait anew: it neither ends it nor makes it last to a time far away. */
  const remainingMs = (counter: Counter): number => {
    const count = counters.get(counter)
    if (!count || count.waitSeconds === 0) return 0
    const now = clock.now()
    const from = count.lockedFrom > now ? now : count.lockedFrom
    if (from !== count.lockedFrom) save(counter, { ...count, lockedFrom: from })
    return Math.max(0, Date.parse(from) + count.waitSeconds * 1000 - Date.parse(now))
  }
  return {
    check: (counter) => {
      const seconds = Math.ceil(remainingMs(counter) / 1000)
      if (seconds === 0) return
      throw new AppError('SIGN_IN_LOCKED_OUT', `locked out for ${seconds} s`, {
        messageZh: `连续输错 ${counters.get(counter)?.wrong ?? 0} 次，为防止他人试密码，请等 ${inWords(seconds)}后再试`,
        fields: { waitSeconds: String(seconds) },
      })
    },
    failed: (counter) => {
      const count = counters.get(counter)
      const now = clock.now()
      const wrong = (count?.wrong ?? 0) + 1
      const untold = (count?.untold ?? 0) + 1
      save(counter, { wrong, untold, lastAt: now, lockedFrom: now, waitSeconds: waitAfter(wrong) })
    },
    succeeded: (counter) => {
      for (const each of [counter, 'unknown', 'rescue']) {
        const count = counters.get(each)
        if (count && count.wrong > 0) save(each, { ...count, wrong: 0, waitSeconds: 0 })
      }
    },
    lockedUntil: (counter) => {
      const ms = remainingMs(counter)
      return ms === 0 ? null : instant(new Date(Date.parse(clock.now()) + ms))
    },
    untold: () =>
      [...counters].flatMap(([counter, { untold, lastAt }]) =>
        untold === 0 ? [] : { counter, times: untold, lastAt },
      ),
    told: () => {
      for (const [counter, count] of counters) if (count.untold > 0) save(counter, { ...count, untold: 0 })
    },
  }
}

function read(file: string, logger: Ports['logger']): readonly (readonly [string, Count])[] {
  if (!existsSync(file)) return []
  try {
    return Object.entries(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).counters)
  } catch {
    // Written whole or not at all, so somebody has edited it; the counts are lost, the passwords are not.
    logger.warn('sign-in counts unreadable')
    return []
  }
}
