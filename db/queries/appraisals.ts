import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Grade } from '#shared/domain/meetings/appraisal.ts'
import type { Disposal } from '#shared/domain/meetings/records.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { appraisalPeople, appraisals } from '../schema/organizationLife.ts'
import { andInScope, isInScope, scopeCondition } from './scope.ts'

export type StoredAppraisal = typeof appraisals.$inferSelect
export type StoredAppraisalPerson = typeof appraisalPeople.$inferSelect

/** In the caller's reach and not in the trash. */
export function getAppraisal(db: ReadDb, id: string): StoredAppraisal | undefined {
  const found = db.orm.select().from(appraisals).where(eq(appraisals.id, id)).get()
  return found && found.deletedAt === null && isInScope(db, found.organizationId) ? found : undefined
}

export function getAppraisals(db: ReadDb, ids: readonly string[]): readonly StoredAppraisal[] {
  const rows = db.orm
    .select()
    .from(appraisals)
    .where(
      and(
        inArray(appraisals.id, [...ids]),
        isNull(appraisals.deletedAt),
        scopeCondition(db, appraisals.organizationId),
      ),
    )
    .all()
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

export interface AppraisalCounts {
  /** 参评: those without a reason for staying away. */
  readonly people: number
  readonly excellent: number
  readonly qualified: number
  readonly basic: number
  readonly unqualified: number
  /** 参评 without a grade. */
  readonly ungraded: number
}

/** By appraisal; the caller has seen them to be in reach. */
export function countAppraisals(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, AppraisalCounts> {
  const graded = (grade: Grade) => `count(case when grade = '${grade}' then 1 end)`
  const rows = db.sql.all<AppraisalCounts & { id: string }>(
    `select appraisal_id as id, count(case when absent_reason is null then 1 end) as people,
       ${graded('excellent')} as excellent, ${graded('qualified')} as qualified, ${graded('basic')} as basic,
       ${graded('unqualified')} as unqualified,
       count(case when absent_reason is null and grade is null then 1 end) as ungraded
     from appraisal_people where appraisal_id in (select value from json_each(@ids)) group by appraisal_id`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** In the order they were written; the caller has seen the appraisal to be in reach. */
export function listAppraisalPeople(db: ReadDb, appraisalId: string): readonly StoredAppraisalPerson[] {
  return db.orm
    .select()
    .from(appraisalPeople)
    .where(eq(appraisalPeople.appraisalId, appraisalId))
    .orderBy(asc(appraisalPeople.position), asc(appraisalPeople.id))
    .all()
}

export interface MemberAppraisal {
  readonly appraisalId: string
  readonly year: number
  readonly organizationName: string
  readonly isProbationary: 0 | 1
  readonly grade: Grade | null
  readonly absentReason: string | null
  readonly disposal: Disposal | null
}

/** A person's results in the branches in reach, the latest first. */
export function appraisalsOfMember(db: ReadDb, memberId: string): readonly MemberAppraisal[] {
  const mine = andInScope(db, 'a.organization_id')
  return db.sql.all<MemberAppraisal>(
    `select a.id as appraisalId, a.year, o.short_name as organizationName, p.is_probationary as isProbationary, p.grade,
       p.absent_reason as absentReason, p.disposal
     from appraisal_people p indexed by appraisal_people_member join appraisals a on a.id = p.appraisal_id
       join organizations o on o.id = a.organization_id
     where p.member_id = @memberId and a.deleted_at is null${mine.sql} order by a.year desc, a.created_at desc, p.id`,
    { memberId, ...mine.params },
  )
}

export function insertAppraisal(db: WriteDb, row: typeof appraisals.$inferInsert): void {
  db.orm.insert(appraisals).values(row).run()
}

/** False when somebody else has written in between. */
export function updateAppraisal(
  db: WriteDb,
  { id, version }: Pick<StoredAppraisal, 'id' | 'version'>,
  set: Partial<typeof appraisals.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(appraisals)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(appraisals.id, id), eq(appraisals.version, version), isNull(appraisals.deletedAt)))
    .run()
  return changes === 1
}

// People have no version of their own: whoever writes one raises the appraisal's.

export function insertAppraisalPerson(db: WriteDb, row: StoredAppraisalPerson): void {
  db.orm.insert(appraisalPeople).values(row).run()
}

export function updateAppraisalPerson(db: WriteDb, row: StoredAppraisalPerson): void {
  db.orm.update(appraisalPeople).set(row).where(eq(appraisalPeople.id, row.id)).run()
}

export function deleteAppraisalPerson(db: WriteDb, id: string): void {
  db.orm.delete(appraisalPeople).where(eq(appraisalPeople.id, id)).run()
}
