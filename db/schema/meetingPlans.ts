import { integer, sqliteTable, text, index, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable, written } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const day = (name: string) => text(name).$type<DateOnly>()
const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organizations.id)

/** 年度组织生活计划 of a branch; its `version` stands for its lines too. */
export const meetingPlans = sqliteTable(
  'meeting_plans',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    year: integer('year').notNull(),
    /** 主题党日固定日 of the month, 1 to 31; null where none is fixed. */
    themeDay: integer('theme_day'),
    remark: text('remark'),
    ...written(),
  },
  (t) => [uniqueIndex('meeting_plans_of').on(t.organizationId, t.year)],
)

/** One thing planned for a month. */
export const meetingPlanItems = sqliteTable(
  'meeting_plan_items',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => meetingPlans.id),
    position: integer('position').notNull(),
    month: integer('month').notNull(),
    kind: text('kind').$type<MeetingKind>().notNull(),
    plannedOn: day('planned_on'),
    topic: text('topic'),
    /** 议程, one a line. */
    program: text('program'),
    place: text('place'),
    personName: text('person_name'),
  },
  (t) => [index('meeting_plan_items_of').on(t.planId, t.position)],
)

/** 每月主题提示 the street (or a community) gives to its branches. */
export const topicGuides = sqliteTable(
  'topic_guides',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    title: text('title').notNull(),
    /** 学习内容, 活动建议, 工作要求: one a line. */
    study: text('study'),
    activities: text('activities'),
    demands: text('demands'),
    docNo: text('doc_no'),
    issuedOn: day('issued_on'),
    ...trashable(),
  },
  (t) => [index('topic_guides_of').on(t.year, t.month, t.organizationId)],
)
