import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChangeAction, Doing, RecordKind } from '#shared/contract/activity.ts'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'

/** One write (or one thing worth remembering) by one hand. Only ever added to; chained by hashes. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    /** 1, 2, 3 … without a gap. */
    seq: integer('seq').primaryKey(),
    at: text('at').$type<Instant>().notNull(),
    accountId: text('account_id'),
    /** As the account was called then. */
    accountName: text('account_name').notNull(),
    role: text('role').$type<Role>(),
    sessionId: text('session_id'),
    via: text('via').$type<Doing['via']>().notNull(),
    route: text('route').notNull(),
    /** The entry this one took back. */
    undoes: integer('undoes'),
    detail: text('detail'),
    changeCount: integer('change_count').notNull(),
    /** SHA-256 over this entry, its changes and the hash before it. */
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_entries_account').on(t.accountId, t.seq),
    index('audit_entries_undoes').on(t.undoes),
    index('audit_entries_at').on(t.at),
  ],
)

/** What an entry did to one record: differences only, so a new record needs no values here, it has them itself. */
export const auditChanges = sqliteTable(
  'audit_changes',
  {
    id: integer('id').primaryKey(),
    entry: integer('entry')
      .notNull()
      .references(() => auditEntries.seq),
    kind: text('kind').$type<RecordKind>().notNull(),
    recordId: text('record_id').notNull(),
    /** As the record was called then. */
    name: text('name'),
    /** Where the record belonged: what an account's scope is held against. */
    organizationId: text('organization_id'),
    action: text('action').$type<ChangeAction>().notNull(),
    /** JSON: column -> [old, new], ID numbers and phones masked; null for a new record. */
    diff: text('diff'),
    /** JSON of the masked columns in the clear and a salt; gone when the record is purged. */
    secret: text('secret'),
    /** Binds `secret` into the hash chain without keeping it. */
    secretDigest: text('secret_digest'),
  },
  (t) => [
    index('audit_changes_entry').on(t.entry),
    index('audit_changes_record').on(t.recordId, t.entry),
    index('audit_changes_organization').on(t.organizationId, t.entry),
    // Covers the filters of the lists: the table itself is many times its size.
    index('audit_changes_kind').on(t.kind, t.name, t.entry),
  ],
)
