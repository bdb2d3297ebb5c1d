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

/** What a batch did to each record, so that it can be withdrawn: differences only, never whole rows. */
export const importBatchRows = sqliteTable(
  'import_batch_rows',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatches.id),
    /** `member` or `organization`. */
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    action: text('action').$type<'new' | 'changed'>().notNull(),
    /** The record's version right after the batch: another version means somebody edited since. */
    versionAfter: integer('version_after').notNull(),
    /** JSON of the old values of changed fields; null for a new record. */
    before: text('before'),
  },
  (t) => [
    index('import_batch_rows_batch').on(t.batchId, t.subject),
    index('import_batch_rows_subject').on(t.subjectId),
  ],
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
