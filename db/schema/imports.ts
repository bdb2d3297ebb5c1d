import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#shared/lib/dates.ts'

export const importBatches = sqliteTable(
  'import_batches',
  {
    id: text('id').primaryKey(),
    /** `organizations` or `roster`; later slices add kinds. */
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    mode: text('mode').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
    withdrawnAt: text('withdrawn_at').$type<Instant>(),
    newCount: integer('new_count').notNull(),
    changedCount: integer('changed_count').notNull(),
    unchangedCount: integer('unchanged_count').notNull(),
    duplicateCount: integer('duplicate_count').notNull(),
    blockedCount: integer('blocked_count').notNull(),
  },
  (t) => [index('import_batches_at').on(t.createdAt)],
)

/** A column mapping chosen by hand, found again by the header's fingerprint. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** JSON: header text -> field key, or null for a column left out. */
    columns: text('columns').notNull(),
    updatedAt: text('updated_at').$type<Instant>().notNull(),
  },
  (t) => [uniqueIndex('import_mappings_header').on(t.kind, t.fingerprint)],
)
