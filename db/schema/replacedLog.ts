import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChangeAction, Doing, RecordKind } from '#shared/contract/activity.ts'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'

/**
 * Entries of logs that a restore replaced: where they differ from the log that was restored. Their chains are kept as they
 * were; each hangs on an entry of the log itself or on another one here. Only ever added to.
 */
export const replacedEntries = sqliteTable(
  'replaced_entries',
  {
    /** As it was; says which entry it is, for several replaced logs may have one of the same number. */
    hash: text('hash').primaryKey(),
    /** Hash of the entry before it. */
    previous: text('previous').notNull(),
    /** The entry of the log itself that tells of the restore: it is listed before that one. */
    place: integer('place').notNull(),
    seq: integer('seq').notNull(),
    at: text('at').$type<Instant>().notNull(),
    accountId: text('account_id'),
    accountName: text('account_name').notNull(),
    role: text('role').$type<Role>(),
    sessionId: text('session_id'),
    via: text('via').$type<Doing['via']>().notNull(),
    route: text('route').notNull(),
    undoes: integer('undoes'),
    detail: text('detail'),
    changeCount: integer('change_count').notNull(),
  },
  (t) => [
    index('replaced_entries_place').on(t.place, t.at),
    index('replaced_entries_previous').on(t.previous),
  ],
)

/** What they did. The clear values beside the masked ones are not here: nothing of it is undone any more. */
export const replacedChanges = sqliteTable(
  'replaced_changes',
  {
    id: integer('id').primaryKey(),
    entry: text('entry')
      .notNull()
      .references(() => replacedEntries.hash),
    kind: text('kind').$type<RecordKind>().notNull(),
    recordId: text('record_id').notNull(),
    name: text('name'),
    organizationId: text('organization_id'),
    action: text('action').$type<ChangeAction>().notNull(),
    diff: text('diff'),
    secretDigest: text('secret_digest'),
  },
  (t) => [index('replaced_changes_entry').on(t.entry), index('replaced_changes_record').on(t.recordId)],
)
