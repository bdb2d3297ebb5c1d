import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { posts } from '../schema/terms.ts'
import { scopeCondition } from './scope.ts'

export type StoredPost = typeof posts.$inferSelect
type NewPostRow = typeof posts.$inferInsert

// As terms.ts has it: what hangs on an organisation in the trash is out of sight with it.
const ofLivingOrganizations = sql`${posts.organizationId} in (select id from organizations where deleted_at is null)`

/** Not in the trash, of an organisation in reach. */
export function getPost(db: ReadDb, id: string): StoredPost | undefined {
  return db.orm
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.id, id),
        isNull(posts.deletedAt),
        ofLivingOrganizations,
        scopeCondition(db, posts.organizationId),
      ),
    )
    .get()
}

/** Of these organisations, or of all in reach; by organisation, oldest first, those of a day as they were written. */
export function listPosts(db: ReadDb, organizationIds: readonly string[] | null): readonly StoredPost[] {
  return db.orm
    .select()
    .from(posts)
    .where(
      and(
        isNull(posts.deletedAt),
        organizationIds === null ? undefined : inArray(posts.organizationId, [...organizationIds]),
        ofLivingOrganizations,
        scopeCondition(db, posts.organizationId),
      ),
    )
    .orderBy(asc(posts.organizationId), asc(posts.fromOn), asc(posts.createdAt), asc(posts.id))
    .all()
}

/** Every post one person held in the organisations in reach, oldest first. */
export function listPostsOfMember(db: ReadDb, memberId: string): readonly StoredPost[] {
  return db.orm
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.memberId, memberId),
        isNull(posts.deletedAt),
        ofLivingOrganizations,
        scopeCondition(db, posts.organizationId),
      ),
    )
    .orderBy(asc(posts.fromOn), asc(posts.createdAt), asc(posts.id))
    .all()
}

export function insertPost(db: WriteDb, row: NewPostRow): void {
  db.orm.insert(posts).values(row).run()
}

/** False when somebody else has written in between. */
export function updatePost(
  db: WriteDb,
  { id, version }: Pick<StoredPost, 'id' | 'version'>,
  set: Partial<NewPostRow>,
  at: Instant,
): boolean {
  return (
    db.orm
      .update(posts)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(posts.id, id), eq(posts.version, version), isNull(posts.deletedAt)))
      .run().changes === 1
  )
}
