import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { developmentQuotas } from '../schema/developmentRegisters.ts'
import { andInScope, scopeCondition } from './scope.ts'

export type StoredQuota = typeof developmentQuotas.$inferSelect

export function listQuotas(db: ReadDb, year: number): readonly StoredQuota[] {
  return db.orm
    .select()
    .from(developmentQuotas)
    .where(and(eq(developmentQuotas.year, year), scopeCondition(db, developmentQuotas.organizationId)))
    .orderBy(asc(developmentQuotas.organizationId))
    .all()
}

/** Approved as probationers in a year, by the branch in charge; files in the trash do not count. */
export function countApproved(db: ReadDb, year: number): ReadonlyMap<string, number> {
  const mine = andInScope(db, 'f.organization_id')
  const rows = db.sql.all<{ readonly organizationId: string; readonly n: number }>(
    `select f.organization_id as organizationId, count(*) as n
     from development_steps p join development_files f on f.id = p.file_id
     where p.milestone = 'approvedOn' and p.superseded_by is null and p.done_on >= @year and p.done_on < @nextYear
       and f.deleted_at is null${mine.sql}
     group by f.organization_id`,
    { year: String(year), nextYear: String(year + 1), ...mine.params },
  )
  return new Map(rows.map(({ organizationId, n }) => [organizationId, n]))
}

export function insertQuota(db: WriteDb, row: typeof developmentQuotas.$inferInsert): void {
  db.orm.insert(developmentQuotas).values(row).run()
}

/** False when somebody else has written in between. */
export function updateQuota(
  db: WriteDb,
  { id, version }: Pick<StoredQuota, 'id' | 'version'>,
  set: Pick<StoredQuota, 'planned' | 'docNo'>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(developmentQuotas)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(developmentQuotas.id, id), eq(developmentQuotas.version, version)))
    .run()
  return changes === 1
}
