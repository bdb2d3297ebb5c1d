import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Severity } from '#shared/domain/finding.ts'
import type { Instant } from '#shared/lib/dates.ts'

/** What the rules found about a member, kept so that 100,000 people can be filtered by it; rebuilt on write and once a day. */
export const memberFindings = sqliteTable(
  'member_findings',
  {
    memberId: text('member_id').notNull(),
    code: text('code').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    message: text('message').notNull(),
    basis: text('basis').notNull(),
    field: text('field'),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.code] }),
    index('member_findings_code').on(t.code, t.memberId),
  ],
)

/** A finding somebody answered for, with the reason; kept when the finding is rebuilt. */
export const findingOverrides = sqliteTable(
  'finding_overrides',
  {
    id: text('id').primaryKey(),
    /** `member` or `organization`. */
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    code: text('code').notNull(),
    reason: text('reason').notNull(),
    accountId: text('account_id').notNull(),
    createdAt: text('created_at').$type<Instant>().notNull(),
  },
  (t) => [uniqueIndex('finding_overrides_of').on(t.subject, t.subjectId, t.code)],
)

/** One row: facts about the database itself, such as the day the findings were last rebuilt. */
export const databaseFacts = sqliteTable('database_facts', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})
