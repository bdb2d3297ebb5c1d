import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { DateOnly, Instant, PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'

export const organizations = sqliteTable(
  'organizations',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id').references((): AnySQLiteColumn => organizations.id),
    /** Place among its siblings; the screens list siblings by it, then by code and name. */
    position: integer('position').notNull(),
    /** Place in the whole tree, depth first; rewritten by every change of the tree. */
    treeOrder: integer('tree_order').notNull(),
    code: text('code'),
    fullName: text('full_name').notNull(),
    shortName: text('short_name').notNull(),
    /** shortName without spaces and the prefixes 中共, 中国共产党: what imports are matched against. */
    matchKey: text('match_key').notNull(),
    type: text('type').notNull(),
    branchKind: text('branch_kind'),
    foundedOn: text('founded_on').$type<PartialDate>(),
    foundedDoc: text('founded_doc'),
    approvedBy: text('approved_by'),
    unitName: text('unit_name'),
    unitNature: text('unit_nature'),
    /** Units a joint branch covers, one a line. */
    jointUnits: text('joint_units'),
    secretaryName: text('secretary_name'),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    contactFax: text('contact_fax'),
    address: text('address'),
    postcode: text('postcode'),
    termYears: integer('term_years'),
    currentTermFrom: text('current_term_from').$type<DateOnly>(),
    currentTermTo: text('current_term_to').$type<DateOnly>(),
    committeeSeats: integer('committee_seats'),
    status: text('status').notNull(),
    endedOn: text('ended_on').$type<DateOnly>(),
    mergedIntoId: text('merged_into_id').references((): AnySQLiteColumn => organizations.id),
    hasApprovalRight: integer('has_approval_right', { mode: 'boolean' }).notNull(),
    standardLevel: text('standard_level'),
    isWeak: integer('is_weak', { mode: 'boolean' }).notNull(),
    ...trashable(),
    importBatchId: text('import_batch_id'),
  },
  (t) => [
    uniqueIndex('organizations_code')
      .on(t.code)
      .where(sql`deleted_at is null and code is not null`),
    index('organizations_parent').on(t.parentId, t.position),
    index('organizations_tree').on(t.treeOrder, t.id),
    index('organizations_match').on(t.matchKey),
  ],
)

/** The history an organisation keeps for good: founded, renamed, moved, merged, dissolved, restored. */
export const organizationEvents = sqliteTable(
  'organization_events',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    kind: text('kind').notNull(),
    happenedOn: text('happened_on').$type<DateOnly>().notNull(),
    fromText: text('from_text'),
    toText: text('to_text'),
    docNo: text('doc_no'),
    reason: text('reason'),
    createdAt: text('created_at').$type<Instant>().notNull(),
  },
  (t) => [index('organization_events_of').on(t.organizationId, t.happenedOn)],
)
