import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Role } from '#shared/contract/rights.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { organizations } from './organizations.ts'

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    user: text('user').notNull(),
    displayName: text('display_name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** What it is tied to, with all below; null for the whole street. */
    organizationId: text('organization_id').references(() => organizations.id),
    /** Its password was set by somebody else. */
    mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').$type<Instant>().notNull(),
    updatedAt: text('updated_at').$type<Instant>(),
    lastSignInAt: text('last_sign_in_at').$type<Instant>(),
    disabledAt: text('disabled_at').$type<Instant>(),
    disabledReason: text('disabled_reason'),
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
