import type { WriteDb } from '../database.ts'
import { meetingPlanItems, meetingPlans, topicGuides } from '../schema/meetingPlans.ts'
import { followUps, meetingItems, meetings } from '../schema/meetings.ts'
import { appraisalPeople, appraisals, lifeMeetings, lifeProblems, talks } from '../schema/organizationLife.ts'
import { insertRows } from './insertRows.ts'

/** Records of 组织生活 by the thousand, as a demo has them: whole rows, in tables that need nothing else but `meeting_years` renewed. */
const tables = {
  meetings,
  meetingItems,
  followUps,
  meetingPlans,
  meetingPlanItems,
  topicGuides,
  lifeMeetings,
  lifeProblems,
  appraisals,
  appraisalPeople,
  talks,
} as const

export type LifeTable = keyof typeof tables
export type LifeRow<T extends LifeTable> = (typeof tables)[T]['$inferSelect']

export function insertMany<T extends LifeTable>(db: WriteDb, table: T, rows: readonly LifeRow<T>[]): void {
  insertRows(db, tables[table], rows)
}
