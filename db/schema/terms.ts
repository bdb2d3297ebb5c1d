import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PostPosition, PostWay } from '#shared/domain/posts.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { members } from './members.ts'
import { organizations } from './organizations.ts'

const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id)

/**
 * Terms of committees. The one without `ended_on` runs; `organizations.current_term_from/_to` say the same of it.
 */
export const terms = sqliteTable(
  'terms',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    /** 第几届; null where nobody has written it down. */
    termNo: integer('term_no'),
    /** Day of the electing meeting (ORG-14); '' where only the end is known. */
    fromOn: text('from_on').$type<PartialDate | ''>().notNull(),
    /** 届满日; null where neither the length nor the day is known. */
    dueOn: text('due_on').$type<DateOnly>(),
    /** The day the next term began or the organisation ended; null while it runs. */
    endedOn: text('ended_on').$type<PartialDate>(),
    extendedTo: text('extended_to').$type<DateOnly>(),
    extensionDoc: text('extension_doc'),
    extensionApprovedOn: text('extension_approved_on').$type<DateOnly>(),
    extensionReason: text('extension_reason'),
    /** The election it came from; no foreign key, elections know their term themselves. */
    electionId: text('election_id'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('terms_of').on(t.organizationId, t.fromOn),
    index('terms_due').on(t.endedOn, t.dueOn, t.organizationId),
  ],
)

/**
 * Who held which post from when to when. At the end of day D a post is held where `from_on <= D and (to_on is null or to_on > D)`;
 * '' is a day nobody has written down. Nothing here ends by itself: who leaves the branch holds the post until somebody says no.
 */
export const posts = sqliteTable(
  'posts',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    /** No foreign key: a term that goes for good takes nobody's post along. */
    termId: text('term_id'),
    /** Null for people outside the roster: 兼职委员, and secretaries of long ago. */
    memberId: text('member_id').references(() => members.id),
    /** As the person was called then. */
    personName: text('person_name').notNull(),
    position: text('position').$type<PostPosition>().notNull(),
    fromOn: text('from_on').$type<PartialDate | ''>().notNull(),
    toOn: text('to_on').$type<PartialDate | ''>(),
    howChosen: text('how_chosen').$type<PostWay>(),
    approvedDoc: text('approved_doc'),
    approvedOn: text('approved_on').$type<DateOnly>(),
    isPartTime: integer('is_part_time', { mode: 'boolean' }).notNull(),
    /** 一肩挑: secretary and head of the residents' committee in one. */
    isOnePersonTwoPosts: integer('is_one_person_two_posts', { mode: 'boolean' }).notNull(),
    /** 单位及职务 of somebody outside the roster. */
    unitDuty: text('unit_duty'),
    /** Of somebody outside the roster; members have theirs in the roster. */
    phone: text('phone'),
    leftReason: text('left_reason'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('posts_of').on(t.organizationId, t.fromOn, t.toOn),
    index('posts_member').on(t.memberId, t.fromOn),
    index('posts_term').on(t.termId),
  ],
)
