import { and, asc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewKeyings } from '../schema/reviewBallots.ts'
import type { Pass } from './reviewBallots.ts'

// REV-06: these rows hold neither a time nor an account, are never logged, and go with the batch. The caller has seen it to be in reach.

/** One ballot on one person, as keyed or read. */
export interface StoredLine {
  readonly place: number
  readonly subjectId: string
  /** As keyed, by item. */
  readonly cells: Readonly<Record<string, string>>
  readonly opinion: string | null
}

/** In the order of the pile. */
export function linesOf(db: ReadDb, batchId: string, pass: Pass): readonly StoredLine[] {
  const rows = db.orm
    .select()
    .from(reviewKeyings)
    .where(and(eq(reviewKeyings.batchId, batchId), eq(reviewKeyings.pass, pass)))
    .orderBy(asc(reviewKeyings.place), asc(reviewKeyings.subjectId))
    .all()
  return rows.map(({ place, subjectId, marks, opinion }) => {
    const cells: StoredLine['cells'] = JSON.parse(marks)
    return { place, subjectId, cells, opinion }
  })
}

/** Whether anything of it is keyed. */
export function hasLines(db: ReadDb, batchId: string, pass: Pass | null): boolean {
  const sql = `select 1 as found from review_keyings where batch_id = @batchId${pass === null ? '' : ' and pass = @pass'} limit 1`
  return db.sql.get(sql, pass === null ? { batchId } : { batchId, pass }) !== undefined
}

export interface LineCount {
  readonly subjectId: string
  readonly pass: Pass
  readonly lines: number
}

/** Lines by person and pass; none for whom there are none. */
export function countLinesOf(db: ReadDb, batchId: string): readonly LineCount[] {
  return db.sql.all<LineCount>(
    `select subject_id as subjectId, pass, count(*) as lines from review_keyings
     where batch_id = @batchId group by subject_id, pass`,
    { batchId },
  )
}

/** Sheets of each pass. */
export function countSheets(db: ReadDb, batchId: string): Readonly<Record<Pass, number>> {
  const rows = db.sql.all<{ pass: Pass; sheets: number }>(
    'select pass, count(distinct place) as sheets from review_keyings where batch_id = @batchId group by pass',
    { batchId },
  )
  const of = (pass: Pass) => rows.find((row) => row.pass === pass)?.sheets ?? 0
  return { 1: of(1), 2: of(2) }
}

export function putLine(db: WriteDb, batchId: string, pass: Pass, line: StoredLine): void {
  const { place, subjectId, cells, opinion } = line
  db.orm
    .insert(reviewKeyings)
    .values({ batchId, pass, place, subjectId, marks: JSON.stringify(cells), opinion })
    .onConflictDoUpdate({
      target: [reviewKeyings.batchId, reviewKeyings.pass, reviewKeyings.place, reviewKeyings.subjectId],
      set: { marks: JSON.stringify(cells), opinion },
    })
    .run()
}

export function dropSheet(db: WriteDb, batchId: string, pass: Pass, place: number): void {
  db.orm
    .delete(reviewKeyings)
    .where(
      and(eq(reviewKeyings.batchId, batchId), eq(reviewKeyings.pass, pass), eq(reviewKeyings.place, place)),
    )
    .run()
}

/** Of both passes. */
export function dropLine(
  db: WriteDb,
  batchId: string,
  { place, subjectId }: Pick<StoredLine, 'place' | 'subjectId'>,
): void {
  db.orm
    .delete(reviewKeyings)
    .where(
      and(
        eq(reviewKeyings.batchId, batchId),
        eq(reviewKeyings.place, place),
        eq(reviewKeyings.subjectId, subjectId),
      ),
    )
    .run()
}

/** All of a batch, for good: the pages are overwritten (secure_delete). */
export function dropLines(db: WriteDb, batchId: string): void {
  db.orm.delete(reviewKeyings).where(eq(reviewKeyings.batchId, batchId)).run()
}
