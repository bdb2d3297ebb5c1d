import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import { written } from './bookkeeping.ts'

/** A year's closing as it was reported: next year opens with it, whatever is corrected later. Lifted with a reason, never changed. */
export const bridgeFreezes = sqliteTable(
  'bridge_freezes',
  {
    id: text('id').primaryKey(),
    /** The end of this day. */
    onDay: text('on_day').$type<DateOnly>().notNull(),
    /** The street's top organisation. No foreign key: it outlives what it tells of. */
    organizationId: text('organization_id').notNull(),
    full: integer('full').notNull(),
    probationary: integer('probationary').notNull(),
    frozenBy: text('frozen_by').notNull(),
    liftedAt: text('lifted_at').$type<Instant>(),
    liftedBy: text('lifted_by'),
    liftedReason: text('lifted_reason'),
    ...written(),
  },
  (t) => [index('bridge_freezes_day').on(t.onDay)],
)

/** Who was counted, and as what. Written once with its freeze; plain ids and the name, so that a purged person stays counted. */
export const bridgeFreezePeople = sqliteTable(
  'bridge_freeze_people',
  {
    freezeId: text('freeze_id')
      .notNull()
      .references(() => bridgeFreezes.id),
    memberId: text('member_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    organizationId: text('organization_id').notNull(),
    isFull: integer('is_full', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.freezeId, t.memberId] }),
    index('bridge_freeze_people_place').on(t.freezeId, t.organizationId),
    // Covers the comparison with the records: nothing but this index is read for it.
    index('bridge_freeze_people_who').on(t.freezeId, t.memberId, t.organizationId, t.isFull),
  ],
)
