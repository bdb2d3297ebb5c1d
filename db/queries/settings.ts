import { eq } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { settings } from '../schema/settings.ts'

/** JSON text; undefined when it was never set. */
export function getSetting(db: ReadDb, key: string): string | undefined {
  return db.orm.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()?.value
}

export function putSetting(db: WriteDb, key: string, value: string, updatedAt: Instant): void {
  db.orm
    .insert(settings)
    .values({ key, value, updatedAt })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt } })
    .run()
}
