import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { Grade } from '#shared/domain/meetings/appraisal.ts'
import type { Disposal, ProblemOwner, TalkRelation } from '#shared/domain/meetings/records.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const flag = (name: string) => integer(name, { mode: 'boolean' })
const day = (name: string) => text(name).$type<DateOnly>()
const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id)

/** 组织生活会 of a branch for a year, from the plan to the report; the meeting itself is a record of `meetings`. */
export const lifeMeetings = sqliteTable(
  'life_meetings',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    /** The year it is held for, whenever it is held. */
    year: integer('year').notNull(),
    theme: text('theme').notNull(),
    plannedOn: day('planned_on'),
    place: text('place'),
    hostName: text('host_name'),
    /** 议程 and 要求 of the 方案, one a line. */
    program: text('program'),
    demands: text('demands'),
    /** 会前: 集中学习 times, 征求意见 people asked and opinions given, 谈心 pairs. */
    studyTimes: integer('study_times'),
    askedPeople: integer('asked_people'),
    opinionCount: integer('opinion_count'),
    talkPairs: integer('talk_pairs'),
    /** 征求意见汇总, 班子对照检查材料. */
    opinions: text('opinions'),
    committeeReview: text('committee_review'),
    /** The meeting held, once it is recorded. */
    meetingId: text('meeting_id'),
    /** 开展情况, 批评意见, 成效 of the 情况报告. */
    course: text('course'),
    criticisms: text('criticisms'),
    effect: text('effect'),
    /** 整改清单公布. */
    publishedOn: day('published_on'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    uniqueIndex('life_meetings_of')
      .on(t.organizationId, t.year)
      .where(sql`deleted_at is null`),
  ],
)

/** 查摆问题: of the committee or of one person, with what is done about it. */
export const lifeProblems = sqliteTable(
  'life_problems',
  {
    id: text('id').primaryKey(),
    lifeMeetingId: text('life_meeting_id')
      .notNull()
      .references(() => lifeMeetings.id),
    position: integer('position').notNull(),
    owner: text('owner').$type<ProblemOwner>().notNull(),
    memberId: text('member_id'),
    personName: text('person_name'),
    problem: text('problem').notNull(),
    measure: text('measure'),
    dutyName: text('duty_name'),
    dueOn: day('due_on'),
    doneOn: day('done_on'),
    result: text('result'),
  },
  (t) => [
    index('life_problems_of').on(t.lifeMeetingId, t.position),
    index('life_problems_open').on(t.doneOn, t.dueOn),
  ],
)

/** 民主评议党员 of a branch for a year. */
export const appraisals = sqliteTable(
  'appraisals',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    year: integer('year').notNull(),
    heldOn: day('held_on'),
    /** The meeting it was held at, once it is recorded. */
    meetingId: text('meeting_id'),
    ballotsIssued: integer('ballots_issued'),
    ballotsReturned: integer('ballots_returned'),
    ballotsValid: integer('ballots_valid'),
    tellers: text('tellers'),
    /** 支委会或大会定等次. */
    decidedOn: day('decided_on'),
    demands: text('demands'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    uniqueIndex('appraisals_of')
      .on(t.organizationId, t.year)
      .where(sql`deleted_at is null`),
  ],
)

/** One person in it: sums of the ballots only, never who wrote which. */
export const appraisalPeople = sqliteTable(
  'appraisal_people',
  {
    id: text('id').primaryKey(),
    appraisalId: text('appraisal_id')
      .notNull()
      .references(() => appraisals.id),
    position: integer('position').notNull(),
    memberId: text('member_id'),
    name: text('name').notNull(),
    /** LIFE-14: takes part, gets no grade. */
    isProbationary: flag('is_probationary').notNull(),
    /** Why somebody took no part. */
    absentReason: text('absent_reason'),
    excellent: integer('excellent'),
    qualified: integer('qualified'),
    basic: integer('basic'),
    unqualified: integer('unqualified'),
    grade: text('grade').$type<Grade>(),
    opinion: text('opinion'),
    feedbackOn: day('feedback_on'),
    disposal: text('disposal').$type<Disposal>(),
    disposalWords: text('disposal_words'),
    mendBy: day('mend_by'),
  },
  (t) => [
    index('appraisal_people_of').on(t.appraisalId, t.position),
    index('appraisal_people_member').on(t.memberId),
  ],
)

/** 谈心谈话: work and thought only, no family matters. */
export const talks = sqliteTable(
  'talks',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    relation: text('relation').$type<TalkRelation>().notNull(),
    talkedOn: day('talked_on').notNull(),
    talkerId: text('talker_id'),
    talkerName: text('talker_name').notNull(),
    talkedId: text('talked_id'),
    talkedName: text('talked_name').notNull(),
    place: text('place'),
    title: text('title').notNull(),
    content: text('content'),
    suggestions: text('suggestions'),
    feedback: text('feedback'),
    ...trashable(),
  },
  (t) => [
    index('talks_of').on(t.organizationId, t.talkedOn),
    index('talks_day').on(t.talkedOn),
    index('talks_talker').on(t.talkerId, t.talkedOn),
    index('talks_talked').on(t.talkedId, t.talkedOn),
  ],
)
