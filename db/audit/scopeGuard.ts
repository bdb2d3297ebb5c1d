import { AppError } from '#shared/contract/errors.ts'
import type { ReadSql } from '../database.ts'
import type { Touched } from './touched.ts'
import type { Columns } from './triggers.ts'

/** Ids of an organisation and all below it, ended and trashed ones too. */
export function idsBelow(sql: ReadSql, root: string): readonly string[] {
  return sql
    .all<{ id: string }>(
      // `union`, not `union all`: should a tree ever hold a cycle, this still ends.
      `with recursive below(id) as (
         select @root union select o.id from organizations o join below on o.parent_id = below.id)
       select id from below`,
      { root },
    )
    .map((row) => row.id)
}

const rootKeeps = [
  'parent_id',
  'type',
  'status',
  'code',
  'merged_into_id',
  'deleted_at',
  'has_approval_right',
]

interface Reached {
  /** Rows that are not what they were. */
  readonly changed: readonly Touched[]
  /** Organisations of records that were only looked at. */
  readonly noted: readonly (string | null)[]
}

/** The last line of defence: whatever a handler forgot, nothing outside the writer's organisations is written. Throws FORBIDDEN. */
export function refuseOutside(
  sql: ReadSql,
  root: string,
  { changed, noted }: Reached,
  columns: Columns,
): void {
  const now = new Set(idsBelow(sql, root))
  const isOutside = (id: string | null) => id !== null && !now.has(id)
  if (noted.some(isOutside)) throw forbidden('a note', outsideZh)
  const taken = new Set(changed.filter((each) => isTakenIn(each, columns, now)).map((each) => each.key))
  for (const each of changed) {
    const isOrganization = each.table === 'organizations'
    if (
      isOutside(each.oldOrganization) ||
      isOutside(each.newOrganization) ||
      (isOrganization && taken.has(each.key))
    )
      throw forbidden(each.table, outsideZh)
    if (isOrganization && each.key === root && rootKeeps.some((column) => differs(each, columns, column)))
      throw forbidden('the root of the scope', '本组织自身的设立、隶属和撤销由街道党工委办理，您不能修改')
  }
}

const outsideZh = '涉及您管理范围以外的党组织，没有写入任何数据。请联系街道党务干事办理'

function forbidden(what: string, messageZh: string): AppError {
  return new AppError('FORBIDDEN', `outside the scope: ${what}`, { messageZh })
}

function differs({ table, before, after, isNew }: Touched, columns: Columns, column: string): boolean {
  const i = columns.get(table)?.indexOf(column) ?? -1
  return !isNew && i >= 0 && (before?.[i] ?? null) !== (after?.[i] ?? null)
}

/** An organisation from elsewhere hung below one's own. */
function isTakenIn(each: Touched, columns: Columns, now: ReadonlySet<string>): boolean {
  if (each.table !== 'organizations' || each.isGone || !differs(each, columns, 'parent_id')) return false
  const from = each.before?.[columns.get('organizations')?.indexOf('parent_id') ?? -1]
  return typeof from !== 'string' || !now.has(from)
}
