import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { responsibilityChecks, responsibilityGoals, responsibilityLists } from '../schema/responsibility.ts'
import { andAskedFor } from './organizationLife.ts'
import { andInScope, isInScope } from './scope.ts'

export type StoredResponsibilityList = typeof responsibilityLists.$inferSelect
export type StoredGoal = typeof responsibilityGoals.$inferSelect
export type StoredCheck = typeof responsibilityChecks.$inferSelect

export interface ResponsibilityRecord {
  readonly list: StoredResponsibilityList
  readonly goals: readonly StoredGoal[]
  readonly checks: readonly StoredCheck[]
}

interface YearOf {
  /** With everything below it; null for all in reach. */
  readonly organizationId: string | null
  readonly year: number
}

/** In reach and not in the trash, in the order asked for. */
function recordsOf(db: ReadDb, ids: readonly string[]): readonly ResponsibilityRecord[] {
  const lists = db.orm
    .select()
    .from(responsibilityLists)
    .where(and(inArray(responsibilityLists.id, [...ids]), isNull(responsibilityLists.deletedAt)))
    .all()
    .filter(({ organizationId }) => isInScope(db, organizationId))
  const known = new Map(lists.map((list) => [list.id, list]))
  const found = ids.flatMap((id) => known.get(id) ?? [])
  const goals = Map.groupBy(
    db.orm
      .select()
      .from(responsibilityGoals)
      .where(inArray(responsibilityGoals.listId, [...known.keys()]))
      .orderBy(asc(responsibilityGoals.position), asc(responsibilityGoals.id))
      .all(),
    ({ listId }) => listId,
  )
  const checks = Map.groupBy(
    db.orm
      .select()
      .from(responsibilityChecks)
      .where(inArray(responsibilityChecks.listId, [...known.keys()]))
      .orderBy(asc(responsibilityChecks.position), asc(responsibilityChecks.id))
      .all(),
    ({ listId }) => listId,
  )
  return found.map((list) => ({ list, goals: goals.get(list.id) ?? [], checks: checks.get(list.id) ?? [] }))
}

export function getResponsibility(db: ReadDb, id: string): ResponsibilityRecord | undefined {
  return recordsOf(db, [id])[0]
}

/** The one of an organisation and year, if there is one in reach. */
export function responsibilityOf(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
): ResponsibilityRecord | undefined {
  const mine = andInScope(db, 'organization_id')
  const row = db.sql.get<{ id: string }>(
    `select id from responsibility_lists
     where organization_id = @organizationId and year = @year and deleted_at is null${mine.sql}`,
    { organizationId, year, ...mine.params },
  )
  return row && getResponsibility(db, row.id)
}

/** Of a year, in tree order. */
export function listResponsibility(
  db: ReadDb,
  { organizationId, year }: YearOf,
): readonly ResponsibilityRecord[] {
  const asked = andAskedFor(db, 'l.organization_id', organizationId)
  const rows = db.sql.all<{ id: string }>(
    `select l.id from responsibility_lists l join organizations o on o.id = l.organization_id
     where l.year = @year and l.deleted_at is null and o.deleted_at is null${asked.sql} order by o.tree_order, o.id`,
    { year, ...asked.params },
  )
  return recordsOf(
    db,
    rows.map(({ id }) => id),
  )
}

/** Committees and 总支 in being that had been founded by the end of the year and have no list of it, in tree order. */
export function committeesWithout(
  db: ReadDb,
  { organizationId, year }: YearOf,
): readonly { readonly organizationId: string; readonly organizationName: string }[] {
  const asked = andAskedFor(db, 'o.id', organizationId)
  return db.sql.all(
    `select o.id as organizationId, o.short_name as organizationName from organizations o
     where o.type in ('DGW', 'JDW', 'SQW', 'ZHW', 'ZZ') and o.deleted_at is null and o.status = 'active'
       and (o.founded_on is null or o.founded_on <= @lastDay)${asked.sql}
       and not exists (select 1 from responsibility_lists l
         where l.organization_id = o.id and l.year = @year and l.deleted_at is null)
     order by o.tree_order, o.id`,
    { year, lastDay: `${year}-12-31`, ...asked.params },
  )
}

export function insertResponsibility(db: WriteDb, row: typeof responsibilityLists.$inferInsert): void {
  db.orm.insert(responsibilityLists).values(row).run()
}

/** False when somebody else has written in between. */
export function updateResponsibility(
  db: WriteDb,
  { id, version }: Pick<StoredResponsibilityList, 'id' | 'version'>,
  set: Partial<typeof responsibilityLists.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(responsibilityLists)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(
      and(
        eq(responsibilityLists.id, id),
        eq(responsibilityLists.version, version),
        isNull(responsibilityLists.deletedAt),
      ),
    )
    .run()
  return changes === 1
}

/** Parts of them have changed: whoever read them before reads them again. */
export function raiseResponsibility(db: WriteDb, ids: readonly string[], at: Instant): void {
  db.sql.run(
    `update responsibility_lists set version = version + 1, updated_at = @at
     where id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids), at },
  )
}

// Parts have no version of their own: whoever writes one raises the list's.

export function insertGoal(db: WriteDb, row: StoredGoal): void {
  db.orm.insert(responsibilityGoals).values(row).run()
}

export function updateGoal(db: WriteDb, row: StoredGoal): void {
  db.orm.update(responsibilityGoals).set(row).where(eq(responsibilityGoals.id, row.id)).run()
}

export function deleteGoal(db: WriteDb, id: string): void {
  db.orm.delete(responsibilityGoals).where(eq(responsibilityGoals.id, id)).run()
}

export function insertCheck(db: WriteDb, row: StoredCheck): void {
  db.orm.insert(responsibilityChecks).values(row).run()
}

export function updateCheck(db: WriteDb, row: StoredCheck): void {
  db.orm.update(responsibilityChecks).set(row).where(eq(responsibilityChecks.id, row.id)).run()
}

export function deleteCheck(db: WriteDb, id: string): void {
  db.orm.delete(responsibilityChecks).where(eq(responsibilityChecks.id, id)).run()
}
