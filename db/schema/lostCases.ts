import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LostResult, LostStatus, LostWay } from '#shared/domain/lostCases.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { trashable, written } from './bookkeeping.ts'
import { members } from './members.ts'

/**
 * 失联处置 (domain 6.4). It belongs to the branch its member is in. What is due when is derived from the dates, never stored;
 * every step is a decision somebody entered.
 */
export const lostCases = sqliteTable(
  'lost_cases',
  {
    id: text('id').primaryKey(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    /** Null: nobody has written down since when. */
    since: text('since').$type<PartialDate>(),
    status: text('status').$type<LostStatus>().notNull(),
    /** Less than a day where it was taken over from the roster. */
    stopOn: text('stop_on').$type<PartialDate>(),
    stopMeeting: text('stop_meeting'),
    stopApprovedBy: text('stop_approved_by'),
    stopDoc: text('stop_doc'),
    restoreAppliedOn: text('restore_applied_on').$type<DateOnly>(),
    restoreDiscussedOn: text('restore_discussed_on').$type<DateOnly>(),
    restoreApprovedOn: text('restore_approved_on').$type<DateOnly>(),
    restoreApprovedBy: text('restore_approved_by'),
    restoreDoc: text('restore_doc'),
    /** 除名, or of 预备党员 取消资格. */
    endedOn: text('ended_on').$type<DateOnly>(),
    endedMeeting: text('ended_meeting'),
    endedApprovedBy: text('ended_approved_by'),
    endedDoc: text('ended_doc'),
    foundOn: text('found_on').$type<DateOnly>(),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    index('lost_cases_member').on(t.memberId),
    index('lost_cases_status')
      .on(t.status, t.memberId)
      .where(sql`deleted_at is null`),
  ],
)

/** One time somebody tried to find the person. */
export const lostAttempts = sqliteTable(
  'lost_attempts',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => lostCases.id),
    /** 第几轮, as the office counts them. */
    round: integer('round').notNull(),
    triedOn: text('tried_on').$type<DateOnly>().notNull(),
    way: text('way').$type<LostWay>().notNull(),
    result: text('result').$type<LostResult>().notNull(),
    byWhom: text('by_whom'),
    content: text('content'),
    ...written(),
  },
  (t) => [index('lost_attempts_case').on(t.caseId, t.triedOn)],
)
