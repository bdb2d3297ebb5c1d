import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BatchMethod, BatchState } from '#shared/domain/reviews/words.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { written } from './bookkeeping.ts'
import { organizations } from './organizations.ts'
import { reviewCampaigns, reviewSchemes, reviewSubjects } from './reviews.ts'

const day = (name: string) => text(name).$type<DateOnly>()

/** One handing out of ballots to one rater group. When it is closed only sums of it are left, in `review_counts` (REV-06). */
export const reviewBatches = sqliteTable(
  'review_batches',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => reviewCampaigns.id),
    schemeId: text('scheme_id')
      .notNull()
      .references(() => reviewSchemes.id),
    /** Who held it: the street for 上级测评, a community for its members. */
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    componentId: text('component_id').notNull(),
    groupId: text('group_id').notNull(),
    heldOn: day('held_on').notNull(),
    /** 应到、实到 of the raters. */
    should: integer('should'),
    present: integer('present'),
    method: text('method').$type<BatchMethod>().notNull(),
    state: text('state').$type<BatchState>().notNull(),
    /** 监票人、计票人. */
    supervisors: text('supervisors'),
    tellers: text('tellers'),
    openedOn: day('opened_on'),
    closedOn: day('closed_on'),
    /** REV-02: why it must be held again. */
    voidReason: text('void_reason'),
    /** Who keyed first and second: two people; forgotten when it is closed. */
    firstKeyerId: text('first_keyer_id'),
    secondKeyerId: text('second_keyer_id'),
    ...written(),
  },
  (t) => [index('review_batches_of').on(t.campaignId, t.heldOn), index('review_batches_state').on(t.state)],
)

/** Papers of a batch on one person: a sheet that holds several people is a paper for each. */
export const reviewBatchSubjects = sqliteTable(
  'review_batch_subjects',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id')
      .notNull()
      .references(() => reviewBatches.id),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    position: integer('position').notNull(),
    issued: integer('issued').notNull(),
    returned: integer('returned').notNull(),
  },
  (t) => [
    index('review_batch_subjects_of').on(t.batchId, t.position),
    index('review_batch_subjects_subject').on(t.subjectId),
  ],
)

/**
 * All that is kept of the ballots: sums by person and rater group, over all closed batches. A single batch cannot be found
 * again in it, and its changes are not in the log (REV-06).
 */
export const reviewCounts = sqliteTable(
  'review_counts',
  {
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    componentId: text('component_id').notNull(),
    groupId: text('group_id').notNull(),
    issued: integer('issued').notNull(),
    returned: integer('returned').notNull(),
    /** 无效票 by reason: 一项多选, 涂改不可辨, 全票空白. */
    several: integer('several').notNull(),
    illegible: integer('illegible').notNull(),
    blank: integer('blank').notNull(),
    /** JSON of `Tally`. */
    tally: text('tally').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.componentId, t.groupId] })],
)

/** 意见建议 written on ballots of one direction, in the order of their words: nobody’s in particular. */
export const reviewOpinions = sqliteTable(
  'review_opinions',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    componentId: text('component_id').notNull(),
    words: text('words').notNull(),
  },
  (t) => [index('review_opinions_of').on(t.subjectId, t.componentId)],
)

/**
 * Ballots being keyed, without time or account; gone for good when the batch is closed (REV-06). In neither the log, undo nor
 * a backup.
 */
export const reviewKeyings = sqliteTable(
  'review_keyings',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => reviewBatches.id),
    /** 1 or 2. */
    pass: integer('pass').notNull(),
    /** In the pile on the table. */
    place: integer('place').notNull(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    /** JSON of the cells as keyed, by item. */
    marks: text('marks').notNull(),
    opinion: text('opinion'),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.pass, t.place, t.subjectId] })],
)
