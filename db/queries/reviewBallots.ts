import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewBatches, reviewBatchSubjects } from '../schema/reviewBallots.ts'
import { getStoredCampaign } from './reviewCampaigns.ts'
import { isInScope, scopeCondition } from './scope.ts'

export type StoredBatch = typeof reviewBatches.$inferSelect
export type StoredBatchSubject = typeof reviewBatchSubjects.$inferSelect

export type Pass = 1 | 2

/** Those held by the caller's organisations in a campaign that is in reach; the latest first. */
export function listBatches(db: ReadDb, campaignId: string): readonly StoredBatch[] {
  if (!getStoredCampaign(db, campaignId)) return []
  return db.orm
    .select()
    .from(reviewBatches)
    .where(and(eq(reviewBatches.campaignId, campaignId), scopeCondition(db, reviewBatches.organizationId)))
    .orderBy(asc(reviewBatches.heldOn), asc(reviewBatches.createdAt), asc(reviewBatches.id))
    .all()
    .toReversed()
}

/** Held by an organisation of the caller, in a campaign that is not in the trash. */
export function getBatch(db: ReadDb, id: string): StoredBatch | undefined {
  const found = db.orm.select().from(reviewBatches).where(eq(reviewBatches.id, id)).get()
  return found && isInScope(db, found.organizationId) && getStoredCampaign(db, found.campaignId)
    ? found
    : undefined
}

export interface BatchPaper extends StoredBatchSubject {
  readonly name: string
  readonly organizationName: string
}

/** Papers by person in their order, with names as the batch’s holder wrote them down; the caller has seen the batches to be in reach. */
export function papersOf(db: ReadDb, batchIds: readonly string[]): readonly BatchPaper[] {
  return db.sql.all<BatchPaper>(
    `select p.id, p.batch_id as batchId, p.subject_id as subjectId, p.position, p.issued, p.returned, s.name,
       o.short_name as organizationName
     from review_batch_subjects p join review_subjects s on s.id = p.subject_id
       join organizations o on o.id = s.organization_id
     where p.batch_id in (select value from json_each(@ids)) order by p.batch_id, p.position, p.id`,
    { ids: JSON.stringify(batchIds) },
  )
}

/** When a batch on somebody could change what is shown of one direction, and when it did. */
export interface BatchSpan {
  readonly id: string
  readonly subjectId: string
  readonly groupId: string
  readonly state: StoredBatch['state']
  readonly openedAt: Instant
  /** When it was closed; null while it is open. */
  readonly closedAt: Instant | null
}

/** All batches on these people in one direction, whoever holds them: what is shown is the sum of all. Callers show nothing of them. */
export function spansOn(
  db: ReadDb,
  subjectIds: readonly string[],
  componentId: string,
): readonly BatchSpan[] {
  return db.sql.all<BatchSpan>(
    `select b.id, p.subject_id as subjectId, b.group_id as groupId, b.state, b.created_at as openedAt,
       case b.state when 'open' then null else b.updated_at end as closedAt
     from review_batch_subjects p join review_batches b on b.id = p.batch_id
     where p.subject_id in (select value from json_each(@ids)) and b.component_id = @componentId`,
    { ids: JSON.stringify(subjectIds), componentId },
  )
}

export function insertBatch(db: WriteDb, row: typeof reviewBatches.$inferInsert): void {
  db.orm.insert(reviewBatches).values(row).run()
}

/** Of an open one. False when somebody else has written in between, or closed it. */
export function updateBatch(
  db: WriteDb,
  { id, version }: Pick<StoredBatch, 'id' | 'version'>,
  set: Partial<typeof reviewBatches.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(reviewBatches)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(reviewBatches.id, id), eq(reviewBatches.version, version), eq(reviewBatches.state, 'open')))
    .run()
  return changes === 1
}

/** Who keys a pass: neither logged nor a new version, and forgotten when the batch is closed. */
export function setKeyer(db: WriteDb, id: string, pass: Pass, accountId: string | null): void {
  const set = pass === 1 ? { firstKeyerId: accountId } : { secondKeyerId: accountId }
  db.orm.update(reviewBatches).set(set).where(eq(reviewBatches.id, id)).run()
}

/** An open one with its papers. False when somebody else has written in between, or closed it. */
export function deleteBatch(db: WriteDb, { id, version }: Pick<StoredBatch, 'id' | 'version'>): boolean {
  db.orm.delete(reviewBatchSubjects).where(eq(reviewBatchSubjects.batchId, id)).run()
  const { changes } = db.orm
    .delete(reviewBatches)
    .where(and(eq(reviewBatches.id, id), eq(reviewBatches.version, version), eq(reviewBatches.state, 'open')))
    .run()
  return changes === 1
}

// Papers have no version of their own: whoever writes one raises that of the batch.

export function insertPapers(db: WriteDb, rows: readonly StoredBatchSubject[]): void {
  for (const row of rows) db.orm.insert(reviewBatchSubjects).values(row).run()
}

export function updatePaper(db: WriteDb, { id, ...set }: StoredBatchSubject): void {
  db.orm.update(reviewBatchSubjects).set(set).where(eq(reviewBatchSubjects.id, id)).run()
}

export function deletePapers(db: WriteDb, ids: readonly string[]): void {
  db.orm
    .delete(reviewBatchSubjects)
    .where(inArray(reviewBatchSubjects.id, [...ids]))
    .run()
}
