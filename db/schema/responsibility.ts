import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import type { CheckKind, GoalLevel } from '#shared/domain/reviews/responsibility.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { trashable } from './bookkeeping.ts'
import { organizations } from './organizations.ts'

const day = (name: string) => text(name).$type<DateOnly>()

/** 党建工作责任清单 of an organisation and year. Its version stands for its goals and checks too. */
export const responsibilityLists = sqliteTable(
  'responsibility_lists',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    year: integer('year').notNull(),
    /** 第一责任人, 直接责任人, 具体责任人. */
    firstName: text('first_name'),
    directName: text('direct_name'),
    specificName: text('specific_name'),
    remark: text('remark'),
    ...trashable(),
  },
  (t) => [
    uniqueIndex('responsibility_lists_of')
      .on(t.organizationId, t.year)
      .where(sql`deleted_at is null`),
  ],
)

/** 总体目标, 具体目标, 个人目标. */
export const responsibilityGoals = sqliteTable(
  'responsibility_goals',
  {
    id: text('id').primaryKey(),
    listId: text('list_id')
      .notNull()
      .references(() => responsibilityLists.id),
    position: integer('position').notNull(),
    level: text('level').$type<GoalLevel>().notNull(),
    content: text('content').notNull(),
    /** Of a goal of one person: whose. */
    ownerName: text('owner_name'),
    dueOn: day('due_on'),
    doneOn: day('done_on'),
    result: text('result'),
  },
  (t) => [index('responsibility_goals_of').on(t.listId, t.position)],
)

/** 每季度工作例会 and 督查: what shows that the list is lived by. */
export const responsibilityChecks = sqliteTable(
  'responsibility_checks',
  {
    id: text('id').primaryKey(),
    listId: text('list_id')
      .notNull()
      .references(() => responsibilityLists.id),
    position: integer('position').notNull(),
    kind: text('kind').$type<CheckKind>().notNull(),
    heldOn: day('held_on').notNull(),
    /** Who led the meeting, or inspected. */
    byName: text('by_name'),
    /** 研究事项, 督查发现的问题. */
    found: text('found'),
    /** The problem found is mended. */
    closedOn: day('closed_on'),
    result: text('result'),
  },
  (t) => [index('responsibility_checks_of').on(t.listId, t.position)],
)
