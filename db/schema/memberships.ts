import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PartialDate } from '#shared/lib/dates.ts'
import type { EnteredBy, LeftBy, StartBasis } from '#shared/domain/memberships.ts'
import { written } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

const memberId = () =>
  text('member_id')
    .notNull()
    .references(() => members.id)

/**
 * From when to when a person belonged to a branch and was counted there (STA-01). At the end of day D somebody belongs where
 * `from_on <= D and (to_on is null or to_on > D)`. Dates may be a year or a month only; '' is a day nobody has written down:
 * as a start it is before everything, as an end too, so that such a person is counted on no day and is listed instead.
 */
export const memberships = sqliteTable(
  'memberships',
  {
    id: text('id').primaryKey(),
    memberId: memberId(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    fromOn: text('from_on').$type<PartialDate | ''>().notNull(),
    toOn: text('to_on').$type<PartialDate | ''>(),
    /** Where the start was taken from. */
    startBasis: text('start_basis').$type<StartBasis>().notNull(),
    /** 正式党员 from here on: '' since before everything, null not at all (预备党员). The same in all rows of a person. */
    fullFrom: text('full_from').$type<PartialDate | ''>(),
    enteredBy: text('entered_by').$type<EnteredBy>(),
    leftBy: text('left_by').$type<LeftBy>(),
    enteredDoc: text('entered_doc'),
    leftDoc: text('left_doc'),
    enteredReason: text('entered_reason'),
    leftReason: text('left_reason'),
    ...written(),
  },
  (t) => [
    index('memberships_member').on(t.memberId, t.fromOn),
    // Covers every count as of a day: nothing but this index is read for it.
    index('memberships_place').on(t.organizationId, t.fromOn, t.toOn, t.fullFrom, t.memberId),
    index('memberships_left').on(t.toOn, t.organizationId),
    index('memberships_entered').on(t.fromOn, t.organizationId),
  ],
)

/** From when to when a person's 党籍状态 was another than 正常. Who belongs to a branch without such a row is 正常. */
export const statusSpells = sqliteTable(
  'status_spells',
  {
    id: text('id').primaryKey(),
    memberId: memberId(),
    /** The branch it happened in. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    status: text('status').notNull(),
    kind: text('kind'),
    fromOn: text('from_on').$type<PartialDate | ''>().notNull(),
    toOn: text('to_on').$type<PartialDate | ''>(),
    doc: text('doc'),
    reason: text('reason'),
    ...written(),
  },
  (t) => [
    index('status_spells_member').on(t.memberId, t.fromOn),
    index('status_spells_of').on(t.status, t.fromOn, t.toOn),
  ],
)

/** From when to when a person was in a 党小组 of the branch. */
export const groupSpells = sqliteTable(
  'group_spells',
  {
    id: text('id').primaryKey(),
    memberId: memberId(),
    groupId: text('group_id')
      .notNull()
      .references(() => organizations.id),
    fromOn: text('from_on').$type<PartialDate | ''>().notNull(),
    toOn: text('to_on').$type<PartialDate | ''>(),
    ...written(),
  },
  (t) => [
    index('group_spells_member').on(t.memberId, t.fromOn),
    index('group_spells_of').on(t.groupId, t.fromOn, t.toOn),
  ],
)
