import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import type { FlowStepKey } from '#shared/domain/reviews/flow.ts'
import type { RectifyProgress, RectifySource } from '#shared/domain/reviews/rectification.ts'
import type { SubjectKind } from '#shared/domain/reviews/words.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable, written } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const day = (name: string) => text(name).$type<DateOnly>()
const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id)

/** 双向述职双向测评 of a year, as the organisation holds it whose committee decides. */
export const reviewCampaigns = sqliteTable(
  'review_campaigns',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    year: integer('year').notNull(),
    name: text('name').notNull(),
    startOn: day('start_on'),
    endOn: day('end_on'),
    /** Keys of the optional steps left out, comma-separated in the order of the flow. */
    leftOutSteps: text('left_out_steps').notNull(),
    /** 结果通报: its number and day. */
    noticeNo: text('notice_no'),
    noticeOn: day('notice_on'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    uniqueIndex('review_campaigns_of')
      .on(t.organizationId, t.year)
      .where(sql`deleted_at is null`),
  ],
)

/** How one kind of people accounts and is rated in a campaign. */
export const reviewSchemes = sqliteTable(
  'review_schemes',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => reviewCampaigns.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** JSON of `Scheme` (shared/domain/reviews/scheme.ts). */
    body: text('body').notNull(),
    /** Why it was changed after the first ballots were in. */
    changeReason: text('change_reason'),
    ...written(),
  },
  (t) => [index('review_schemes_of').on(t.campaignId, t.position)],
)

/** 述职人 of a campaign. Its version stands for its steps, daily scores and comments too. */
export const reviewSubjects = sqliteTable(
  'review_subjects',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => reviewCampaigns.id),
    schemeId: text('scheme_id')
      .notNull()
      .references(() => reviewSchemes.id),
    /** Whose secretary, member or office it is. */
    organizationId: organizationId(),
    position: integer('position').notNull(),
    kind: text('kind').$type<SubjectKind>().notNull(),
    /** May point at nobody any more: the name beside it stays. */
    memberId: text('member_id'),
    name: text('name').notNull(),
    /** 职务. */
    duty: text('duty'),
    /** 述职报告 in its three parts (REV-13). */
    achievements: text('achievements'),
    problems: text('problems'),
    plans: text('plans'),
    /** 党工委会议定等 (REV-09). */
    grade: text('grade').$type<Grade>(),
    decidedOn: day('decided_on'),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
    /** Ids of the scheme's vetoes that are established, comma-separated (REV-10). */
    vetoIds: text('veto_ids').notNull(),
    /** 综合分 (hundredths) the committee had before it. */
    scoreDecided: integer('score_decided'),
    /** 结果运用: what was done. */
    handling: text('handling'),
    /** 通报反馈: talk, by whom, signed. */
    feedbackOn: day('feedback_on'),
    feedbackBy: text('feedback_by'),
    feedbackWords: text('feedback_words'),
    signedOn: day('signed_on'),
    ...written(),
  },
  (t) => [
    index('review_subjects_of').on(t.campaignId, t.position),
    index('review_subjects_organization').on(t.organizationId),
    index('review_subjects_member').on(t.memberId),
  ],
)

/** A step of the flow as registered for one person; those that follow from records are not stored. */
export const reviewSteps = sqliteTable(
  'review_steps',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    key: text('key').$type<FlowStepKey>().notNull(),
    doneOn: day('done_on').notNull(),
    /** 述职会: the meeting as recorded, of `meetings`. */
    meetingId: text('meeting_id'),
    note: text('note'),
  },
  (t) => [uniqueIndex('review_steps_of').on(t.subjectId, t.key)],
)

/** 领导点评 of one person at the meeting. */
export const reviewComments = sqliteTable(
  'review_comments',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    position: integer('position').notNull(),
    commenter: text('commenter').notNull(),
    content: text('content').notNull(),
    saidOn: day('said_on'),
  },
  (t) => [index('review_comments_of').on(t.subjectId, t.position)],
)

/** 日常考核 of one part of a scheme, out of 100 in hundredths, with what it rested on that day. */
export const reviewDailyScores = sqliteTable(
  'review_daily_scores',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    partId: text('part_id').notNull(),
    hundredths: integer('hundredths').notNull(),
    /** 评分说明. */
    basis: text('basis'),
    /** JSON of `EvidenceLine[]` as shown when the score was given. */
    evidence: text('evidence'),
    scoredOn: day('scored_on'),
    scoredBy: text('scored_by'),
  },
  (t) => [uniqueIndex('review_daily_scores_of').on(t.subjectId, t.partId)],
)

/** 整改: of one person, from problem to acceptance and to the report at the next review. */
export const reviewRectifications = sqliteTable(
  'review_rectifications',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => reviewSubjects.id),
    position: integer('position').notNull(),
    problem: text('problem').notNull(),
    source: text('source').$type<RectifySource>().notNull(),
    /** The item of the year before that goes on in this one. */
    carriedFromId: text('carried_from_id'),
    measure: text('measure'),
    dutyName: text('duty_name'),
    dueOn: day('due_on'),
    progress: text('progress').$type<RectifyProgress>().notNull(),
    /** What has been done so far, and why not all of it. */
    progressWords: text('progress_words'),
    doneOn: day('done_on'),
    result: text('result'),
    acceptedBy: text('accepted_by'),
    acceptedOn: day('accepted_on'),
    /** 下一次评议会通报. */
    reportedOn: day('reported_on'),
    reportedWords: text('reported_words'),
    ...trashable(),
  },
  (t) => [
    index('review_rectifications_of').on(t.subjectId, t.position),
    index('review_rectifications_open').on(t.doneOn, t.dueOn),
  ],
)
