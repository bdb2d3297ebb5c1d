import type { z } from 'zod'
import type { ReadDb, WriteDb } from '#db/database.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { type AccountSettings, accountSettingsInput } from '#shared/contract/accounts.ts'
import type { Instant } from '#shared/lib/dates.ts'

/** One choice of the administrator, kept as JSON under its key. */
export interface Setting<T> {
  read(db: ReadDb): T
  write(tx: WriteDb, value: T, now: Instant): void
}

/** `fallback` holds until it is set, and where a later build no longer understands what was set. */
export function setting<T>(key: string, schema: z.ZodType<T>, fallback: T): Setting<T> {
  return {
    read: (db) => {
      const text = getSetting(db, key)
      if (text === undefined) return fallback
      const parsed = schema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : fallback
    },
    write: (tx, value, now) => putSetting(tx, key, JSON.stringify(value), now),
  }
}

export const accountSettings: Setting<AccountSettings> = setting('accounts', accountSettingsInput, {
  idleMinutes: 10,
})
