import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    user: text('user').notNull(),
    displayName: text('display_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
  },
  (t) => [uniqueIndex('accounts_user').on(t.user)],
)

/** What one account keeps for itself: drafts of forms (`draft:…`) and chosen columns (`columns:…`). */
export const workspaceItems = sqliteTable(
  'workspace_items',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    key: text('key').notNull(),
    /** JSON written and read by the screen only. */
    value: text('value').notNull(),
    updatedAt: text('updated_at').$type<Instant>().notNull(),
  },
  (t) => [
    uniqueIndex('workspace_items_key').on(t.accountId, t.key),
    index('workspace_items_at').on(t.updatedAt),
  ],
)
