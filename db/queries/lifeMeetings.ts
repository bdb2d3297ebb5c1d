import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { lifeMeetings, lifeProblems } from '../schema/organizationLife.ts'
import { andInScope, isInScope, scopeCondition } from './scope.ts'

export type StoredLifeMeeting = typeof lifeMeetings.$inferSelect
export type StoredLifeProblem = typeof lifeProblems.$inferSelect

/** In the caller's reach and not in the trash. */
export function getLifeMeeting(db: ReadDb, id: string): StoredLifeMeeting | undefined {
  const found = db.orm.select().from(lifeMeetings).where(eq(lifeMeetings.id, id)).get()
  return found && found.deletedAt === null && isInScope(db, found.organizationId) ? found : undefined
}

export function getLifeMeetings(db: ReadDb, ids: readonly string[]): readonly StoredLifeMeeting[] {
  const rows = db.orm
    .select()
    .from(lifeMeetings)
    .where(
      and(
        inArray(lifeMeetings.id, [...ids]),
        isNull(lifeMeetings.deletedAt),
        scopeCondition(db, lifeMeetings.organizationId),
      ),
    )
    .all()
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Of these 组织生活会, which the caller has seen to be in reach; in the order they were written. */
export function listLifeProblems(
  db: ReadDb,
  lifeMeetingIds: readonly string[],
): readonly StoredLifeProblem[] {
  return db.orm
    .select()
    .from(lifeProblems)
    .where(inArray(lifeProblems.lifeMeetingId, [...lifeMeetingIds]))
    .orderBy(asc(lifeProblems.lifeMeetingId), asc(lifeProblems.position), asc(lifeProblems.id))
    .all()
}

/** Days of the meetings held for these 组织生活会, by the meeting's id. */
export function heldDays(db: ReadDb, meetingIds: readonly string[]): ReadonlyMap<string, DateOnly> {
  const mine = andInScope(db, 'organization_id')
  const rows = db.sql.all<{ id: string; heldOn: DateOnly }>(
    `select id, held_on as heldOn from meetings
     where deleted_at is null and id in (select value from json_each(@ids))${mine.sql}`,
    { ids: JSON.stringify(meetingIds), ...mine.params },
  )
  return new Map(rows.map(({ id, heldOn }) => [id, heldOn]))
}

export function insertLifeMeeting(db: WriteDb, row: typeof lifeMeetings.$inferInsert): void {
  db.orm.insert(lifeMeetings).values(row).run()
}

/** False when somebody else has written in between. */
export function updateLifeMeeting(
  db: WriteDb,
  { id, version }: Pick<StoredLifeMeeting, 'id' | 'version'>,
  set: Partial<typeof lifeMeetings.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(lifeMeetings)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(lifeMeetings.id, id), eq(lifeMeetings.version, version), isNull(lifeMeetings.deletedAt)))
    .run()
  return changes === 1
}

// Parts have no version of their own: whoever writes one raises that of the whole.

export function insertLifeProblem(db: WriteDb, row: StoredLifeProblem): void {
  db.orm.insert(lifeProblems).values(row).run()
}

export function updateLifeProblem(db: WriteDb, row: StoredLifeProblem): void {
  db.orm.update(lifeProblems).set(row).where(eq(lifeProblems.id, row.id)).run()
}

export function deleteLifeProblem(db: WriteDb, id: string): void {
  db.orm.delete(lifeProblems).where(eq(lifeProblems.id, id)).run()
}
