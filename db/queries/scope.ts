import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { ReadDb, SqlParams } from '../database.ts'

type Scoped = Pick<ReadDb, 'scope'>

interface Condition {
  readonly sql: string
  readonly params: SqlParams
}

const listed = (column: string) => `${column} in (select value from json_each(@scope))`

const scopeParams = (scope: readonly string[]): SqlParams => ({ scope: JSON.stringify(scope) })

/** SQL that cuts rows to the caller's organisations: `column` is the one with the organisation's id. */
export function inScope({ scope }: Scoped, column: string): Condition {
  return scope === null ? { sql: 'true', params: {} } : { sql: listed(column), params: scopeParams(scope) }
}

/** ` and …` to a WHERE clause that stands already: nothing at all for who sees everything, so that plans stay as they are. */
export function andInScope({ scope }: Scoped, column: string): Condition {
  return scope === null
    ? { sql: '', params: {} }
    : { sql: ` and ${listed(column)}`, params: scopeParams(scope) }
}

/** Same for a column with a member's id, living or trashed; looked up row by row, for the few rows of a page. */
export function andMemberInScope({ scope }: Scoped, column: string): Condition {
  if (scope === null) return { sql: '', params: {} }
  return {
    sql: ` and exists (select 1 from members mine where mine.id = ${column} and ${listed('mine.organization_id')})`,
    params: scopeParams(scope),
  }
}

/** Same for a column with a living member's row number: found out from the branch index alone, before anything is cut off by a limit. */
export function andSeqInScope({ scope }: Scoped, column: string): Condition {
  if (scope === null) return { sql: '', params: {} }
  return {
    sql: ` and ${column} in (select seq from members where deleted_at is null and ${listed('organization_id')})`,
    params: scopeParams(scope),
  }
}

/** Same for drizzle's `and()`, which leaves undefined out. */
export function scopeCondition({ scope }: Scoped, column: AnyColumn): SQL | undefined {
  return scope === null
    ? undefined
    : sql`${column} in (select value from json_each(${JSON.stringify(scope)}))`
}

export function isInScope({ scope }: Scoped, organizationId: string): boolean {
  return scope === null || scope.includes(organizationId)
}

/** The organisation the caller is tied to: the top of what it sees. Null for who sees everything. */
export function scopeRoot({ scope }: Scoped): string | null {
  return scope?.[0] ?? null
}
