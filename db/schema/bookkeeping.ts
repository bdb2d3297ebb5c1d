import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#shared/lib/dates.ts'

/** Of every record that is written more than once. */
export const written = () => ({
  version: integer('version').notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
})

/** The same of one that can go to the trash. */
export const trashable = () => ({
  ...written(),
  deletedAt: text('deleted_at').$type<Instant>(),
  deletedReason: text('deleted_reason'),
})
