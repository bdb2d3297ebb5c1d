import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { topicGuides } from '../schema/meetingPlans.ts'
import { isInScope } from './scope.ts'

export type StoredGuide = typeof topicGuides.$inferSelect

/** Of these organisations and this year, or all years; the newest month first. The caller has seen to the scope. */
export function listGuidesOf(
  db: ReadDb,
  organizationIds: readonly string[] | null,
  year: number | null,
): readonly StoredGuide[] {
  return db.orm
    .select()
    .from(topicGuides)
    .where(
      and(
        isNull(topicGuides.deletedAt),
        year === null ? undefined : eq(topicGuides.year, year),
        organizationIds === null ? undefined : inArray(topicGuides.organizationId, [...organizationIds]),
      ),
    )
    .orderBy(desc(topicGuides.year), desc(topicGuides.month), asc(topicGuides.createdAt), asc(topicGuides.id))
    .all()
}

/** Not in the trash, whoever asks: the caller has to see to the scope. */
export function getAnyGuide(db: ReadDb, id: string): StoredGuide | undefined {
  return db.orm
    .select()
    .from(topicGuides)
    .where(and(eq(topicGuides.id, id), isNull(topicGuides.deletedAt)))
    .get()
}

/** Not in the trash, of an organisation in reach: one that may be written to. */
export function getGuide(db: ReadDb, id: string): StoredGuide | undefined {
  const guide = getAnyGuide(db, id)
  return guide && isInScope(db, guide.organizationId) ? guide : undefined
}

export function insertGuide(db: WriteDb, row: typeof topicGuides.$inferInsert): void {
  db.orm.insert(topicGuides).values(row).run()
}

/** False when somebody else has written in between. */
export function updateGuide(
  db: WriteDb,
  { id, version }: Pick<StoredGuide, 'id' | 'version'>,
  set: Partial<StoredGuide>,
  at: Instant,
): boolean {
  return (
    db.orm
      .update(topicGuides)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(topicGuides.id, id), eq(topicGuides.version, version), isNull(topicGuides.deletedAt)))
      .run().changes === 1
  )
}
