import { and, asc, eq, inArray } from 'drizzle-orm'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewComments, reviewDailyScores, reviewSteps, reviewSubjects } from '../schema/reviews.ts'
import { getStoredCampaign } from './reviewCampaigns.ts'
import { andInScope, isInScope, scopeCondition } from './scope.ts'

export type StoredSubject = typeof reviewSubjects.$inferSelect
export type StoredStep = typeof reviewSteps.$inferSelect
type StoredComment = typeof reviewComments.$inferSelect

/** Those of the caller's organisations in a campaign that is in reach; in their order. */
export function listSubjects(db: ReadDb, campaignId: string): readonly StoredSubject[] {
  if (!getStoredCampaign(db, campaignId)) return []
  return db.orm
    .select()
    .from(reviewSubjects)
    .where(and(eq(reviewSubjects.campaignId, campaignId), scopeCondition(db, reviewSubjects.organizationId)))
    .orderBy(asc(reviewSubjects.position), asc(reviewSubjects.id))
    .all()
}

/** In the caller's reach, of a campaign that is not in the trash. */
export function getSubject(db: ReadDb, id: string): StoredSubject | undefined {
  const found = db.orm.select().from(reviewSubjects).where(eq(reviewSubjects.id, id)).get()
  return found && isInScope(db, found.organizationId) && getStoredCampaign(db, found.campaignId)
    ? found
    : undefined
}

/** In the order asked for; those out of reach are left out. */
export function getSubjects(db: ReadDb, ids: readonly string[]): readonly StoredSubject[] {
  const rows = db.orm
    .select()
    .from(reviewSubjects)
    .where(and(inArray(reviewSubjects.id, [...ids]), scopeCondition(db, reviewSubjects.organizationId)))
    .all()
  const campaigns = new Set(
    [...new Set(rows.map(({ campaignId }) => campaignId))].filter((id) => getStoredCampaign(db, id)),
  )
  const known = new Map(
    rows.filter(({ campaignId }) => campaigns.has(campaignId)).map((row) => [row.id, row]),
  )
  return ids.flatMap((id) => known.get(id) ?? [])
}

export interface SubjectOf {
  readonly subjectId: string
  readonly year: number
  readonly campaignName: string
  readonly name: string
  readonly duty: string | null
  readonly organizationName: string
  readonly grade: StoredSubject['grade']
  /** JSON of the scheme, which says what its grades are called. */
  readonly scheme: string
}

/** In the caller's reach, of campaigns that are not in the trash; the newest year first. */
export function listSubjectsOf(db: ReadDb, of: 'member' | 'organization', id: string): readonly SubjectOf[] {
  const cut = andInScope(db, 's.organization_id')
  return db.sql.all<SubjectOf>(
    `select s.id as subjectId, c.year, c.name as campaignName, s.name, s.duty, o.short_name as organizationName,
       s.grade, m.body as scheme
     from review_subjects s join review_campaigns c on c.id = s.campaign_id
       join review_schemes m on m.id = s.scheme_id join organizations o on o.id = s.organization_id
     where s.${of === 'member' ? 'member_id' : 'organization_id'} = @id and c.deleted_at is null${cut.sql}
     order by c.year desc, s.position, s.id`,
    { id, ...cut.params },
  )
}

/** The whole campaign's, whoever asks: no scheme goes while anybody is under it. Callers say nothing but the number. */
export function countUnderScheme(db: ReadDb, schemeId: string): number {
  const row = db.sql.get<{ n: number }>(
    'select count(*) as n from review_subjects where scheme_id = @schemeId',
    { schemeId },
  )
  return row?.n ?? 0
}

export function lastPosition(db: ReadDb, campaignId: string): number {
  const row = db.sql.get<{ n: number | null }>(
    'select max(position) as n from review_subjects where campaign_id = @campaignId',
    { campaignId },
  )
  return row?.n ?? -1
}

/** Steps as registered; the caller has seen the people to be in reach. */
export function listSteps(db: ReadDb, subjectIds: readonly string[]): readonly StoredStep[] {
  return db.orm
    .select()
    .from(reviewSteps)
    .where(inArray(reviewSteps.subjectId, [...subjectIds]))
    .orderBy(asc(reviewSteps.subjectId), asc(reviewSteps.key))
    .all()
}

/** In the order they were given; the caller has seen the people to be in reach. */
export function listComments(db: ReadDb, subjectIds: readonly string[]): readonly StoredComment[] {
  return db.orm
    .select()
    .from(reviewComments)
    .where(inArray(reviewComments.subjectId, [...subjectIds]))
    .orderBy(asc(reviewComments.subjectId), asc(reviewComments.position), asc(reviewComments.id))
    .all()
}

/** Parts of the daily work that are scored, and when; the caller has seen the people to be in reach. */
export function dailyDaysOf(
  db: ReadDb,
  subjectIds: readonly string[],
): readonly { readonly subjectId: string; readonly partId: string; readonly scoredOn: DateOnly | null }[] {
  return db.sql.all(
    `select subject_id as subjectId, part_id as partId, scored_on as scoredOn from review_daily_scores
     where subject_id in (select value from json_each(@ids)) order by subject_id, part_id`,
    { ids: JSON.stringify(subjectIds) },
  )
}

/** Of 整改 of the person, those in the trash included: they go with nobody. */
export function countRectifications(
  db: ReadDb,
  subjectId: string,
): { readonly living: number; readonly trashed: number } {
  return (
    db.sql.get<{ living: number; trashed: number }>(
      `select count(case when deleted_at is null then 1 end) as living,
         count(case when deleted_at is not null then 1 end) as trashed
       from review_rectifications where subject_id = @subjectId`,
      { subjectId },
    ) ?? { living: 0, trashed: 0 }
  )
}

export function insertSubject(db: WriteDb, row: typeof reviewSubjects.$inferInsert): void {
  db.orm.insert(reviewSubjects).values(row).run()
}

/** Steps, daily scores and comments count as the person's own. False when somebody else has written in between. */
export function updateSubject(
  db: WriteDb,
  { id, version }: Pick<StoredSubject, 'id' | 'version'>,
  set: Partial<typeof reviewSubjects.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(reviewSubjects)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(reviewSubjects.id, id), eq(reviewSubjects.version, version)))
    .run()
  return changes === 1
}

/** A part of theirs has changed: whoever read them before reads them again. */
export function raiseSubjects(db: WriteDb, ids: readonly string[], at: Instant): void {
  db.sql.run(
    `update review_subjects set version = version + 1, updated_at = @at where id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids), at },
  )
}

/** With steps, comments and daily scores. False when somebody else has written in between. */
export function deleteSubject(db: WriteDb, { id, version }: Pick<StoredSubject, 'id' | 'version'>): boolean {
  for (const table of [reviewSteps, reviewComments, reviewDailyScores])
    db.orm.delete(table).where(eq(table.subjectId, id)).run()
  const { changes } = db.orm
    .delete(reviewSubjects)
    .where(and(eq(reviewSubjects.id, id), eq(reviewSubjects.version, version)))
    .run()
  return changes === 1
}

// Parts have no version of their own: whoever writes one raises that of the person.

export function insertStep(db: WriteDb, row: StoredStep): void {
  db.orm.insert(reviewSteps).values(row).run()
}

export function updateStep(db: WriteDb, row: StoredStep): void {
  db.orm.update(reviewSteps).set(row).where(eq(reviewSteps.id, row.id)).run()
}

export function deleteStep(db: WriteDb, id: string): void {
  db.orm.delete(reviewSteps).where(eq(reviewSteps.id, id)).run()
}

export function insertComment(db: WriteDb, row: StoredComment): void {
  db.orm.insert(reviewComments).values(row).run()
}

export function updateComment(db: WriteDb, row: StoredComment): void {
  db.orm.update(reviewComments).set(row).where(eq(reviewComments.id, row.id)).run()
}

export function deleteComment(db: WriteDb, id: string): void {
  db.orm.delete(reviewComments).where(eq(reviewComments.id, id)).run()
}
