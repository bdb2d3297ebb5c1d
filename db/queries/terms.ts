import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import type { organizations } from '../schema/organizations.ts'
import { terms } from '../schema/terms.ts'
import { scopeCondition } from './scope.ts'

export type StoredTerm = typeof terms.$inferSelect
type NewTermRow = typeof terms.$inferInsert

// Terms of an organisation in the trash stay where they are, and are seen again when it comes back.
const ofLivingOrganizations = sql`${terms.organizationId} in (select id from organizations where deleted_at is null)`

/** Not in the trash, of an organisation in reach. */
export function getTerm(db: ReadDb, id: string): StoredTerm | undefined {
  return db.orm
    .select()
    .from(terms)
    .where(
      and(
        eq(terms.id, id),
        isNull(terms.deletedAt),
        ofLivingOrganizations,
        scopeCondition(db, terms.organizationId),
      ),
    )
    .get()
}

/** Of these organisations, or of all in reach; by organisation, oldest first. */
export function listTerms(db: ReadDb, organizationIds: readonly string[] | null): readonly StoredTerm[] {
  return db.orm
    .select()
    .from(terms)
    .where(
      and(
        isNull(terms.deletedAt),
        organizationIds === null ? undefined : inArray(terms.organizationId, [...organizationIds]),
        ofLivingOrganizations,
        scopeCondition(db, terms.organizationId),
      ),
    )
    .orderBy(asc(terms.organizationId), asc(terms.fromOn), asc(terms.createdAt), asc(terms.id))
    .all()
}

export function insertTerm(db: WriteDb, row: NewTermRow): void {
  db.orm.insert(terms).values(row).run()
}

/** False when somebody else has written in between. */
export function updateTerm(
  db: WriteDb,
  { id, version }: Pick<StoredTerm, 'id' | 'version'>,
  set: Partial<NewTermRow>,
  at: Instant,
): boolean {
  return (
    db.orm
      .update(terms)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(terms.id, id), eq(terms.version, version), isNull(terms.deletedAt)))
      .run().changes === 1
  )
}

/** Living posts that stand in a term. */
export function countPostsOfTerm(db: ReadDb, termId: string): number {
  const sql = 'select count(*) as n from posts where term_id = @termId and deleted_at is null'
  return db.sql.get<{ n: number }>(sql, { termId })?.n ?? 0
}

/** What the organisation's own columns say of the running term; written only where they differ. */
export function setCurrentTerm(
  db: WriteDb,
  id: string,
  {
    currentTermFrom,
    currentTermTo,
  }: Pick<typeof organizations.$inferSelect, 'currentTermFrom' | 'currentTermTo'>,
  at: Instant,
): void {
  db.sql.run(
    `update organizations set current_term_from = @currentTermFrom, current_term_to = @currentTermTo,
       version = version + 1, updated_at = @at
     where id = @id and (current_term_from is not @currentTermFrom or current_term_to is not @currentTermTo)`,
    { id, currentTermFrom, currentTermTo, at },
  )
}
