import type { DevelopmentListInput } from '#shared/contract/developmentInputs.ts'
import type { Deadline } from '#shared/domain/development/deadlines.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import { type Severity, severities } from '#shared/domain/finding.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { searchText } from './memberSearch.ts'
import { andInScope } from './scope.ts'

export type DevelopmentFilter = Omit<DevelopmentListInput, 'organizationId' | 'offset' | 'limit'> & {
  /** Branches with everything below them; null for all in reach. */
  readonly organizationIds: readonly string[] | null
}

interface Where {
  readonly sql: string
  readonly params: SqlParams
}

const source = `development_files f join development_status s on s.file_id = f.id
  join organizations o on o.id = f.organization_id`

/** SQL: nobody has answered for the finding `x`. */
const unanswered = `not exists (select 1 from finding_overrides a
  where a.subject = 'developmentFile' and a.subject_id = x.file_id and a.code = x.code)`

const severityRank = `case x.severity ${severities.map((each, n) => `when '${each}' then ${n}`).join(' ')} end`

function ofOrganizations(db: ReadDb, ids: readonly string[] | null): Where {
  const mine = andInScope(db, 'f.organization_id')
  return {
    sql: `f.deleted_at is null and o.deleted_at is null${
      ids === null ? '' : ' and f.organization_id in (select value from json_each(@ids))'
    }${mine.sql}`,
    params: { ...(ids === null ? {} : { ids: JSON.stringify(ids) }), ...mine.params },
  }
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

function ofText(typed: string | null): Where | null {
  if (typed === null) return null
  const text = searchText(typed).replaceAll('|', '')
  if (text === '') return { sql: 'false', params: {} }
  if (/^(\d{17}[\dx]|\d{15})$/.test(text))
    return { sql: 'f.id_no = @idNo', params: { idNo: text.toUpperCase() } }
  return { sql: `s.search_keys like @like escape '\\'`, params: { like: `%|${escaped(text)}%` } }
}

function ofFinding(code: string | null): Where | null {
  if (code === null) return null
  const some = (condition: string) =>
    `exists (select 1 from development_findings x where x.file_id = f.id${condition} and ${unanswered})`
  return code === 'any'
    ? { sql: some(''), params: {} }
    : { sql: some(' and x.code = @code'), params: { code } }
}

function whereOf(db: ReadDb, filter: DevelopmentFilter): Where {
  const { organizationIds, text, states, finding, dueBy, onlyDue, approvedIn } = filter
  const parts = [
    ofOrganizations(db, organizationIds),
    states.length === 0
      ? null
      : {
          sql: 's.state in (select value from json_each(@states))',
          params: { states: JSON.stringify(states) },
        },
    dueBy === null
      ? null
      : { sql: `${onlyDue === true ? 's.must_on' : 's.due_on'} <= @dueBy`, params: { dueBy } },
    approvedIn === undefined
      ? null
      : {
          sql: `f.id in (select p.file_id from development_steps p where p.milestone = 'approvedOn'
            and p.superseded_by is null and p.done_on >= @year and p.done_on < @nextYear)`,
          params: { year: String(approvedIn), nextYear: String(approvedIn + 1) },
        },
    ofText(text),
    ofFinding(finding),
  ].filter((part) => part !== null)
  return {
    sql: parts.map((part) => part.sql).join(' and '),
    params: Object.assign({}, ...parts.map(({ params }) => params)),
  }
}

const orders: Readonly<Record<DevelopmentListInput['sort'], string>> = {
  due: 's.due_on is null, s.due_on, s.name_key, f.id',
  name: 's.name_key, f.id',
  organization: 'o.tree_order, o.id, s.name_key, f.id',
  step: 's.last_step desc, s.name_key, f.id',
}

function orderOf({ sort, onlyDue }: DevelopmentFilter): string {
  return onlyDue === true ? orders[sort].replaceAll('s.due_on', 's.must_on') : orders[sort]
}

/** Ids in the order asked for. */
export function listDevelopment(
  db: ReadDb,
  filter: DevelopmentFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly string[] {
  const where = whereOf(db, filter)
  return db.sql
    .all<{ id: string }>(
      `select f.id from ${source} where ${where.sql} order by ${orderOf(filter)} limit @limit offset @offset`,
      { ...where.params, limit, offset },
    )
    .map(({ id }) => id)
}

export function countDevelopment(db: ReadDb, filter: DevelopmentFilter): number {
  const where = whereOf(db, filter)
  return (
    db.sql.get<{ n: number }>(`select count(*) as n from ${source} where ${where.sql}`, where.params)?.n ?? 0
  )
}

/** How many files are in each state; states without one are left out. */
export function countDevelopmentStates(
  db: ReadDb,
  organizationIds: readonly string[] | null,
): ReadonlyMap<CourseState, number> {
  const where = ofOrganizations(db, organizationIds)
  const rows = db.sql.all<{ readonly state: CourseState; readonly n: number }>(
    `select s.state, count(*) as n from ${source} where ${where.sql} group by s.state`,
    where.params,
  )
  return new Map(rows.map(({ state, n }) => [state, n]))
}

export interface DevelopmentFindingCount {
  readonly code: string
  /** The worst there is. */
  readonly severity: Severity
  readonly files: number
}

const severityAt = (rank: number): Severity => severities[rank] ?? 'blue'

/** Files with each finding that nobody has answered for, the worst findings first. */
export function countDevelopmentFindings(
  db: ReadDb,
  organizationIds: readonly string[] | null,
): readonly DevelopmentFindingCount[] {
  const where = ofOrganizations(db, organizationIds)
  return db.sql
    .all<{ readonly code: string; readonly rank: number; readonly files: number }>(
      `select x.code, min(${severityRank}) as rank, count(distinct x.file_id) as files
       from ${source} cross join development_findings x on x.file_id = f.id
       where ${where.sql} and ${unanswered} group by x.code order by rank, x.code`,
      where.params,
    )
    .map(({ code, rank, files }) => ({ code, severity: severityAt(rank), files }))
}

/** Of these files, those with findings nobody has answered for: how many and the worst. The caller has seen to the scope. */
export function markDevelopmentFindings(
  db: ReadDb,
  fileIds: readonly string[],
): ReadonlyMap<string, { readonly count: number; readonly worst: Severity }> {
  const rows = db.sql.all<{ readonly fileId: string; readonly count: number; readonly rank: number }>(
    `select x.file_id as fileId, count(*) as count, min(${severityRank}) as rank from development_findings x
     where x.file_id in (select value from json_each(@ids)) and ${unanswered} group by x.file_id`,
    { ids: JSON.stringify(fileIds) },
  )
  return new Map(rows.map(({ fileId, count, rank }) => [fileId, { count, worst: severityAt(rank) }]))
}

export interface StoredDue {
  readonly fileId: string
  readonly name: string
  readonly organizationName: string
  /** JSON of a deadline. */
  readonly deadline: string
}

/** What comes between two days, soonest first, then by branch and name. */
export function listDevelopmentDues(
  db: ReadDb,
  {
    organizationIds,
    from,
    to,
  }: { readonly organizationIds: readonly string[] | null; readonly from: DateOnly; readonly to: DateOnly },
): readonly StoredDue[] {
  const where = ofOrganizations(db, organizationIds)
  const on: keyof Deadline = 'on'
  return db.sql.all<StoredDue>(
    `select f.id as fileId, f.name, o.short_name as organizationName, d.value as deadline
     from ${source} join json_each(s.deadlines) d
     where s.due_on <= @to and ${where.sql} and d.value ->> '${on}' between @from and @to
     order by d.value ->> '${on}', o.tree_order, s.name_key, f.id`,
    { ...where.params, from, to },
  )
}
