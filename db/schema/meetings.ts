import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { CheckState, FollowUpSubject, MeetingStatus } from '#shared/domain/meetings/records.ts'
import type { MatterKind } from '#shared/domain/meetings/votes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })
const day = (name: string) => text(name).$type<DateOnly>()
const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id)

/**
 * 组织生活的一次会议或活动. Its `version` stands for its items and follow-ups too: whoever writes one raises it. People are held by
 * name beside ids that may point at nobody any more: a record stays as it was signed.
 */
export const meetings = sqliteTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    /** The branch, or the committee above branches whose own meeting it is. */
    organizationId: organizationId(),
    /** Of a 党小组会; null where nobody wrote down of which group. */
    groupId: text('group_id'),
    /** One or several (LIFE-08), comma-separated in the order of `meetingKinds`. */
    kinds: text('kinds').$type<MeetingKind | `${MeetingKind},${string}`>().notNull(),
    title: text('title').notNull(),
    heldOn: day('held_on').notNull(),
    /** 14:30. */
    startTime: text('start_time'),
    endTime: text('end_time'),
    place: text('place'),
    hostId: text('host_id'),
    hostName: text('host_name'),
    recorderId: text('recorder_id'),
    recorderName: text('recorder_name'),
    /** 第×届第×次. */
    termNo: integer('term_no'),
    seqNo: integer('seq_no'),
    /** 应到, of those with 表决权 where it votes: from the roll, or as a sheet had it. */
    should: integer('should'),
    present: integer('present'),
    /** Why 应到 is another number than the roster's of that day. */
    shouldReason: text('should_reason'),
    /** JSON of `RollEntry[]`, name by name; null where only counts are known. */
    roll: text('roll'),
    /** 缺席人员及原因 as a sheet had it, where there is no roll. */
    absentWords: text('absent_words'),
    /** 列席, one a line: neither counted nor asked to vote. */
    observers: text('observers'),
    /** 纪要正文. */
    summary: text('summary'),
    /** 党课: 主题, 主讲人, 学时. */
    lectureTopic: text('lecture_topic'),
    lecturerId: text('lecturer_id'),
    lecturerName: text('lecturer_name'),
    isSecretaryLecturing: flag('is_secretary_lecturing'),
    lectureHours: integer('lecture_hours'),
    /** 主题党日: 议程 one a line, 经费 in 分, 参加单位, 成效. */
    themeProgram: text('theme_program'),
    fundCents: integer('fund_cents'),
    units: text('units'),
    effect: text('effect'),
    /** Of an 组织生活会 or 民主评议: the year it is held for. */
    lifeYear: integer('life_year'),
    remark: text('remark'),
    status: text('status').$type<MeetingStatus>().notNull(),
    /** The day it was first written down here: more than three days after the meeting it is 补录. */
    enteredOn: day('entered_on').notNull(),
    finalizedOn: day('finalized_on'),
    checkState: text('check_state').$type<CheckState>(),
    checkWords: text('check_words'),
    checkedOn: day('checked_on'),
    checkedBy: text('checked_by'),
    isImported: flag('is_imported').notNull().default(false),
    ...trashable(),
  },
  (t) => [
    index('meetings_of').on(t.organizationId, t.heldOn),
    index('meetings_day').on(t.heldOn, t.organizationId),
    index('meetings_check').on(t.checkState, t.heldOn),
  ],
)

const meetingId = () =>
  text('meeting_id')
    .notNull()
    .references(() => meetings.id)

/** 议题: one matter (一事一议) with what was said, the count and the decision. */
export const meetingItems = sqliteTable(
  'meeting_items',
  {
    id: text('id').primaryKey(),
    meetingId: meetingId(),
    position: integer('position').notNull(),
    /** The section it is minuted in: one of the meeting's kinds. */
    section: text('section').$type<MeetingKind>().notNull(),
    title: text('title').notNull(),
    presenter: text('presenter'),
    discussion: text('discussion'),
    matter: text('matter').$type<MatterKind>().notNull(),
    /** The 发展党员档案 it is about: its vote is this count, one record. */
    developmentFileId: text('development_file_id'),
    should: integer('should'),
    present: integer('present'),
    agreed: integer('agreed'),
    agreedInWriting: integer('agreed_in_writing'),
    against: integer('against'),
    abstained: integer('abstained'),
    isSecret: flag('is_secret'),
    isPassed: flag('is_passed'),
    decision: text('decision'),
  },
  (t) => [
    index('meeting_items_of').on(t.meetingId, t.position),
    index('meeting_items_file').on(t.developmentFileId),
  ],
)

/** What a meeting said before it was changed after 定稿, whole, with why. Written once. */
export const meetingVersions = sqliteTable(
  'meeting_versions',
  {
    id: text('id').primaryKey(),
    meetingId: meetingId(),
    no: integer('no').notNull(),
    reason: text('reason').notNull(),
    changedOn: day('changed_on').notNull(),
    changedBy: text('changed_by').notNull(),
    /** JSON of `MeetingContent`. */
    content: text('content').notNull(),
  },
  (t) => [uniqueIndex('meeting_versions_of').on(t.meetingId, t.no)],
)

/** 落实事项、整改事项: open on the board until closed. */
export const followUps = sqliteTable(
  'follow_ups',
  {
    id: text('id').primaryKey(),
    subject: text('subject').$type<FollowUpSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    organizationId: organizationId(),
    position: integer('position').notNull(),
    what: text('what').notNull(),
    memberId: text('member_id'),
    personName: text('person_name'),
    dueOn: day('due_on'),
    closedOn: day('closed_on'),
    result: text('result'),
  },
  (t) => [
    index('follow_ups_of').on(t.subject, t.subjectId, t.position),
    index('follow_ups_open').on(t.closedOn, t.dueOn, t.organizationId),
  ],
)

/** Follows from the meetings of a branch and a year: what was held when. Made anew with every write and undo, never logged. */
export const meetingYears = sqliteTable(
  'meeting_years',
  {
    year: integer('year').notNull(),
    organizationId: text('organization_id').notNull(),
    kind: text('kind').$type<MeetingKind>().notNull(),
    /** '' for what is not of one group. */
    groupId: text('group_id').notNull(),
    /** Bit n stands for month n + 1; of what is held for a year (组织生活会, 民主评议), bit 0 for the year. */
    finalMonths: integer('final_months').notNull(),
    draftMonths: integer('draft_months').notNull(),
    meetings: integer('meetings').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.organizationId, t.kind, t.groupId] })],
)
