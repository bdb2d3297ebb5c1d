import { and, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewCounts, reviewOpinions } from '../schema/reviewBallots.ts'

export type StoredSums = typeof reviewCounts.$inferSelect

type Of = Pick<StoredSums, 'subjectId' | 'componentId' | 'groupId'>

const ofGroup = ({ subjectId, componentId, groupId }: Of) =>
  and(
    eq(reviewCounts.subjectId, subjectId),
    eq(reviewCounts.componentId, componentId),
    eq(reviewCounts.groupId, groupId),
  )

/** What is kept of all closed batches of one group on one person; the caller has seen the person to be in reach. */
export function sumsOf(db: ReadDb, of: Of): StoredSums | undefined {
  return db.orm.select().from(reviewCounts).where(ofGroup(of)).get()
}

/** The same of all groups of a direction. */
export function sumsOfDirection(
  db: ReadDb,
  { subjectId, componentId }: Pick<Of, 'subjectId' | 'componentId'>,
): readonly StoredSums[] {
  const mine = and(eq(reviewCounts.subjectId, subjectId), eq(reviewCounts.componentId, componentId))
  return db.orm.select().from(reviewCounts).where(mine).all()
}

export function putSums(db: WriteDb, row: StoredSums): void {
  db.orm.delete(reviewCounts).where(ofGroup(row)).run()
  db.orm.insert(reviewCounts).values(row).run()
}

/**
 * REV-06: all words of a direction are written anew, sorted and under new ids, so that neither an id nor the place in the file
 * tells which batch some came with.
 */
export function addOpinions(
  db: WriteDb,
  { subjectId, componentId }: Pick<Of, 'subjectId' | 'componentId'>,
  added: readonly string[],
  newId: () => string,
): void {
  if (added.length === 0) return
  const mine = and(eq(reviewOpinions.subjectId, subjectId), eq(reviewOpinions.componentId, componentId))
  const known = db.orm.select({ words: reviewOpinions.words }).from(reviewOpinions).where(mine).all()
  db.orm.delete(reviewOpinions).where(mine).run()
  const all = [...known.map(({ words }) => words), ...added].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  for (const words of all)
    db.orm.insert(reviewOpinions).values({ id: newId(), subjectId, componentId, words }).run()
}
