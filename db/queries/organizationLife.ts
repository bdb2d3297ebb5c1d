import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, WriteDb } from '../database.ts'
import { subtreeIds } from './organizations.ts'
import { andInScope } from './scope.ts'

interface YearOf {
  /** With everything below it; null for all in reach. */
  readonly organizationId: string | null
  readonly year: number
}

interface Part {
  readonly offset: number
  readonly limit: number
}

/** Kept once for a branch and a year. */
export type YearlyTable = 'life_meetings' | 'appraisals'

/** Whatever an organisation has one living record of a year of. */
export type OncePerYear = YearlyTable | 'review_campaigns' | 'responsibility_lists'

/** ` and …` that cuts `column` to the caller's reach and to what is asked for. */
export function andAskedFor(
  db: ReadDb,
  column: string,
  organizationId: string | null,
): { readonly sql: string; readonly params: SqlParams } {
  const mine = andInScope(db, column)
  if (organizationId === null) return mine
  return {
    sql: `${mine.sql} and ${column} in (select value from json_each(@asked))`,
    params: { ...mine.params, asked: JSON.stringify(subtreeIds(db, organizationId)) },
  }
}

/** Ids of a year's records in tree order, a page of them, and how many there are. */
export function listYearly(
  db: ReadDb,
  table: YearlyTable,
  { organizationId, year }: YearOf,
  part: Part,
): { readonly ids: readonly string[]; readonly total: number } {
  const asked = andAskedFor(db, 't.organization_id', organizationId)
  // As with terms and posts: what hangs on an organisation in the trash is out of sight with it.
  const where = `from ${table} t join organizations o on o.id = t.organization_id
    where t.year = @year and t.deleted_at is null and o.deleted_at is null${asked.sql}`
  const params = { year, ...asked.params }
  const total = db.sql.get<{ n: number }>(`select count(*) as n ${where}`, params)?.n ?? 0
  const rows = db.sql.all<{ id: string }>(
    `select t.id ${where} order by o.tree_order, o.id limit @limit offset @offset`,
    { ...params, ...part },
  )
  return { ids: rows.map(({ id }) => id), total }
}

/** Branches in being that had been founded by the end of the year and have no record of it, in tree order. */
export function branchesWithout(
  db: ReadDb,
  table: YearlyTable,
  { organizationId, year }: YearOf,
  part: Part,
): {
  readonly rows: readonly { readonly organizationId: string; readonly organizationName: string }[]
  readonly total: number
} {
  const asked = andAskedFor(db, 'o.id', organizationId)
  const where = `from organizations o where o.type = 'ZB' and o.deleted_at is null and o.status = 'active'
    and (o.founded_on is null or o.founded_on <= @lastDay)${asked.sql}
    and not exists (select 1 from ${table} t where t.organization_id = o.id and t.year = @year and t.deleted_at is null)`
  const params = { year, lastDay: `${year}-12-31`, ...asked.params }
  const total = db.sql.get<{ n: number }>(`select count(*) as n ${where}`, params)?.n ?? 0
  const rows = db.sql.all<{ organizationId: string; organizationName: string }>(
    `select o.id as organizationId, o.short_name as organizationName ${where}
     order by o.tree_order, o.id limit @limit offset @offset`,
    { ...params, ...part },
  )
  return { rows, total }
}

/** The living one of a branch and a year, if there is one. */
export function yearlyOf(
  db: ReadDb,
  table: YearlyTable,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
): string | null {
  const mine = andInScope(db, 'organization_id')
  const row = db.sql.get<{ id: string }>(
    `select id from ${table} where organization_id = @organizationId and year = @year and deleted_at is null${mine.sql}`,
    { organizationId, year, ...mine.params },
  )
  return row?.id ?? null
}

/** Of these, about to leave the trash, those whose branch and year have another one, or would get two: the branch and the year. */
export function yearlyTwins(
  db: ReadDb,
  table: OncePerYear,
  ids: readonly string[],
): readonly { readonly organizationName: string; readonly year: number }[] {
  return db.sql.all(
    `select o.short_name as organizationName, t.year from ${table} t join organizations o on o.id = t.organization_id
     where t.id in (select value from json_each(@ids)) and exists (select 1 from ${table} x
       where x.organization_id = t.organization_id and x.year = t.year and x.id <> t.id
         and (x.deleted_at is null or x.id in (select value from json_each(@ids))))`,
    { ids: JSON.stringify(ids) },
  )
}

/** A part of them has changed: whoever read them before reads them again. */
export function raiseYearly(db: WriteDb, table: YearlyTable, ids: readonly string[], at: Instant): void {
  db.sql.run(
    `update ${table} set version = version + 1, updated_at = @at where id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids), at },
  )
}

export interface HeldMeeting {
  readonly id: string
  readonly organizationId: string
  readonly heldOn: DateOnly
  readonly title: string
}

/** A meeting's record in reach and not in the trash. */
export function heldMeeting(db: ReadDb, id: string): HeldMeeting | undefined {
  const mine = andInScope(db, 'organization_id')
  return db.sql.get<HeldMeeting>(
    `select id, organization_id as organizationId, held_on as heldOn, title from meetings
     where id = @id and deleted_at is null${mine.sql}`,
    { id, ...mine.params },
  )
}
