import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#shared/lib/dates.ts'

/** Who took which list out of the database, when, how many rows, and what for when it was in the clear. */
export const documentExports = sqliteTable(
  'document_exports',
  {
    id: text('id').primaryKey(),
    document: text('document').notNull(),
    organizationName: text('organization_name').notNull(),
    rows: integer('rows').notNull(),
    isUnmasked: integer('is_unmasked', { mode: 'boolean' }).notNull(),
    purpose: text('purpose'),
    accountId: text('account_id').notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
  },
  (t) => [index('document_exports_at').on(t.createdAt)],
)
