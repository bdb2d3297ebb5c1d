import { maskField } from '#shared/domain/memberMasks.ts'
import { type TrashKind, trashKinds } from '#shared/contract/trash.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { auditedTables, tableOf } from '../audit/auditedTables.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { type Diff, shownDiff } from './auditDiffs.ts'
import { foreignKeysOf, isPart } from './parts.ts'
import { type PlainTrashKind, plainTrashOf } from './plainTrash.ts'
import { inScope } from './scope.ts'

export interface TrashedRecord {
  readonly kind: TrashKind
  readonly id: string
  readonly version: number
  readonly name: string
  /** Of a member. */
  readonly maskedIdNo: string | null
  /** Of an organisation. */
  readonly type: string | null
  /** Where it stood: the branch of a member, what an organisation hung on. */
  readonly placeId: string | null
  readonly deletedAt: Instant
  readonly deletedReason: string | null
}

const ownSelects: Readonly<Record<Exclude<TrashKind, PlainTrashKind>, string>> = {
  member: `select 'member' as kind, id, version, name, id_no as idNo, null as type, organization_id as placeId,
    deleted_at as deletedAt, deleted_reason as deletedReason, organization_id as scopeId from members`,
  organization: `select 'organization' as kind, id, version, short_name as name, null as idNo, type, parent_id as placeId,
    deleted_at as deletedAt, deleted_reason as deletedReason, id as scopeId from organizations`,
}

function selectOf(kind: TrashKind): string {
  if (kind === 'member' || kind === 'organization') return ownSelects[kind]
  const { name, place } = plainTrashOf(kind)
  const of = (sql: string) => sql.replaceAll('row.', 't.')
  return `select '${kind}' as kind, t.id, t.version, ${of(name)} as name, null as idNo, null as type, ${of(place)} as placeId,
    t.deleted_at as deletedAt, t.deleted_reason as deletedReason, ${of(place)} as scopeId from "${tableOf(kind).table}" t`
}

/** Newest first; of one kind or all. */
export function listTrashed(
  db: ReadDb,
  {
    kind,
    offset,
    limit,
  }: { readonly kind: TrashKind | null; readonly offset: number; readonly limit: number },
): readonly TrashedRecord[] {
  const mine = inScope(db, 'scopeId')
  const kinds = kind === null ? trashKinds : [kind]
  return db.sql
    .all<TrashedRecord & { readonly idNo: string | null; readonly scopeId: string }>(
      `select * from (${kinds.map((each) => `${selectOf(each)} where deleted_at is not null`).join(' union all ')})
       where ${mine.sql} order by deletedAt desc, kind desc, id limit @limit offset @offset`,
      { ...mine.params, offset, limit },
    )
    .map(({ idNo, scopeId: _scopeId, ...row }) => ({
      ...row,
      maskedIdNo: idNo === null ? null : maskField('idNo', idNo, db),
    }))
}

export interface TrashTotal {
  readonly kind: TrashKind
  readonly count: number
  readonly oldest: Instant | null
}

/** Every kind, those with nothing in the trash too. */
export function countTrashed(db: ReadDb): readonly TrashTotal[] {
  return trashKinds.map((kind) => {
    const { table, organization } = tableOf(kind)
    const mine = inScope(db, (organization ?? '').replaceAll('row.', 't.'))
    const row = db.sql.get<{ count: number; oldest: Instant | null }>(
      `select count(*) as count, min(deleted_at) as oldest from "${table}" t where deleted_at is not null and ${mine.sql}`,
      mine.params,
    )
    return { kind, count: row?.count ?? 0, oldest: row?.oldest ?? null }
  })
}

export interface Deletion {
  readonly entry: number
  readonly accountName: string
}

const deletedAtOf = (diff: Diff) => diff['deleted_at']?.[1]

/** Which entry put each of these records into the trash; none for what was deleted before there was a log. */
export function deletionsOf(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, Deletion> {
  const changes = db.sql.all<Deletion & { readonly recordId: string; readonly diff: string | null }>(
    `select c.record_id as recordId, c.entry, e.account_name as accountName, c.diff
     from audit_changes c join audit_entries e on e.seq = c.entry
     where c.record_id in (select value from json_each(@ids)) and c.action = 'changed'
       and c.kind in (select value from json_each(@kinds))
     order by c.entry desc`,
    { ids: JSON.stringify(ids), kinds: JSON.stringify(trashKinds) },
  )
  const found = new Map<string, Deletion>()
  for (const { recordId, entry, accountName, diff } of changes)
    if (!found.has(recordId) && typeof deletedAtOf(shownDiff({ diff })) === 'string')
      found.set(recordId, { entry, accountName })
  return found
}

export interface TrashedLink {
  readonly kind: TrashKind
  readonly id: string
  /** Records it points at by foreign keys. */
  readonly on: readonly string[]
}

/** What an entry put into the trash and is still there, with what each hangs on. */
export function trashedBy(db: ReadDb, entry: number): readonly TrashedLink[] {
  return trashKinds.flatMap((kind) => {
    const { table, key } = tableOf(kind)
    const columns = foreignKeysOf(db, table)
      .filter(({ parent }) => trashKinds.some((other) => tableOf(other).table === parent))
      .map(({ column }) => column)
    return db.sql
      .all<{ id: string; deletedAt: string; on: string; diff: string | null }>(
        `select t."${key}" as id, t.deleted_at as deletedAt, json_array(${columns.map((c) => `t."${c}"`).join(', ')}) as "on", c.diff
         from audit_changes c join "${table}" t on t."${key}" = c.record_id
         where c.entry = @entry and c.kind = @kind and c.action = 'changed' and t.deleted_at is not null`,
        { entry, kind },
      )
      .filter(({ deletedAt, diff }) => deletedAtOf(shownDiff({ diff })) === deletedAt)
      .map(({ id, on }) => {
        const pointed: readonly (string | null)[] = JSON.parse(on)
        return { kind, id, on: pointed.filter((each) => each !== null) }
      })
  })
}

/** Every table's foreign keys to this one, but those of what belongs to its record and goes with it. */
export function pointersTo(
  db: ReadDb,
  parent: string,
): readonly { readonly table: string; readonly column: string }[] {
  return Object.keys(auditedTables).flatMap((table) => {
    const all = foreignKeysOf(db, table)
    return all
      .filter((key) => key.parent === parent && !isPart(key, all))
      .map(({ column }) => ({ table, column }))
  })
}

/** False when it was restored in between. */
export function restoreOrganizationRow(
  db: WriteDb,
  args: { readonly id: string; readonly at: Instant },
): boolean {
  const sql = `update organizations set deleted_at = null, deleted_reason = null, version = version + 1, updated_at = @at
    where id = @id and deleted_at is not null`
  return db.sql.run(sql, args) === 1
}
