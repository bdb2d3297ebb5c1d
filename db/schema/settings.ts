import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#shared/lib/dates.ts'

/** What the administrator has chosen for the whole data folder; `core/system/settings.ts` knows the keys. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  /** JSON. */
  value: text('value').notNull(),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
})
