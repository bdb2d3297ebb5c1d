import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { meetingPlanItems, meetingPlans } from '../schema/meetingPlans.ts'
import { isInScope } from './scope.ts'

export type StoredPlan = typeof meetingPlans.$inferSelect
export type StoredPlanItem = typeof meetingPlanItems.$inferSelect

export function findMeetingPlan(db: ReadDb, organizationId: string, year: number): StoredPlan | undefined {
  if (!isInScope(db, organizationId)) return undefined
  return db.orm
    .select()
    .from(meetingPlans)
    .where(and(eq(meetingPlans.organizationId, organizationId), eq(meetingPlans.year, year)))
    .get()
}

/** In the order they are shown in. The caller has seen to the scope. */
export function listPlanItems(db: ReadDb, planId: string): readonly StoredPlanItem[] {
  return db.orm
    .select()
    .from(meetingPlanItems)
    .where(eq(meetingPlanItems.planId, planId))
    .orderBy(asc(meetingPlanItems.position), asc(meetingPlanItems.id))
    .all()
}

export function insertMeetingPlan(db: WriteDb, row: typeof meetingPlans.$inferInsert): void {
  db.orm.insert(meetingPlans).values(row).run()
}

/** False when somebody else has written in between. */
export function updateMeetingPlan(
  db: WriteDb,
  { id, version }: Pick<StoredPlan, 'id' | 'version'>,
  set: Pick<StoredPlan, 'themeDay' | 'remark'>,
  at: Instant,
): boolean {
  return (
    db.orm
      .update(meetingPlans)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(meetingPlans.id, id), eq(meetingPlans.version, version)))
      .run().changes === 1
  )
}

export function insertPlanItem(db: WriteDb, row: StoredPlanItem): void {
  db.orm.insert(meetingPlanItems).values(row).run()
}

export function updatePlanItem(db: WriteDb, row: StoredPlanItem): void {
  db.orm.update(meetingPlanItems).set(row).where(eq(meetingPlanItems.id, row.id)).run()
}

export function deletePlanItem(db: WriteDb, id: string): void {
  db.orm.delete(meetingPlanItems).where(eq(meetingPlanItems.id, id)).run()
}

/** Lines have no version of their own: whoever writes one without its plan raises the plan's. */
export function raiseMeetingPlans(db: WriteDb, ids: readonly string[], at: Instant): void {
  db.sql.run(
    `update meeting_plans set version = version + 1, updated_at = @at
     where id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids), at },
  )
}
