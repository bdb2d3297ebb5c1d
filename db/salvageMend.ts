import type Sqlite from 'better-sqlite3'
import { type AuditHead, headSql, headText, noHead } from './audit/chain.ts'
import { verifyOwnChain } from './audit/verifyChain.ts'
import { verifyReplaced } from './audit/verifyReplaced.ts'
import { readSql } from './database.ts'

interface Orphan {
  readonly table: string
  readonly rowid: number
  readonly parent: string
  readonly fkid: number
}

function orphansOf(target: Sqlite.Database): readonly Orphan[] {
  return target
    .prepare<[], Orphan>(
      'select "table", rowid, parent, fkid from pragma_foreign_key_check order by "table", rowid',
    )
    .all()
}

/**
 * People must not be lost with the organisation they belong to: where its row is gone, another takes its place, under a name
 * that says so. How many.
 */
export function standInForOrganizations(target: Sqlite.Database): number {
  const missing = new Set<string>()
  for (const { table, rowid, parent, fkid } of orphansOf(target)) {
    if (parent !== 'organizations') continue
    const column = target
      .prepare('select "from" from pragma_foreign_key_list(?) where id = ?')
      .pluck()
      .get(table, fkid)
    missing.add(
      String(
        target
          .prepare(`select "${String(column)}" from "${table}" where rowid = ?`)
          .pluck()
          .get(rowid),
      ),
    )
  }
  const insert = target.prepare(insertStandIn)
  let n = 0
  for (const id of missing) insert.run({ id, name: `抢救时名称丢失（${(n += 1)}）`, n })
  return n
}

/** A community where organisations hang below it, a group where members name it as theirs, else a branch. */
const insertStandIn = `
insert into organizations (id, parent_id, position, tree_order, full_name, short_name, match_key, type, status,
  has_approval_right, is_weak, version, created_at, updated_at)
select @id,
  case when kind = 'XZ' then (select organization_id from members where group_id = @id limit 1)
    else (select id from organizations where parent_id is null order by tree_order limit 1) end,
  100000 + @n, 100000 + @n, @name, @name, @name, kind, 'active', 0, 0, 1,
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
from (select case
  when exists (select 1 from organizations where parent_id = @id) then 'SQW'
  when not exists (select 1 from members where organization_id = @id)
    and exists (select 1 from members where group_id = @id) then 'XZ'
  else 'ZB' end as kind)`

/** Columns that may point at nobody: the row says enough without. */
const mayPointAtNobody: Readonly<Record<string, string>> = {
  development_files: 'member_id',
  application_forms: 'file_id',
}

/** A file outlives the row of its member, a booklet the file it was issued for. */
export function letGoOfTheLost(target: Sqlite.Database): void {
  for (const { table, rowid, parent } of orphansOf(target)) {
    const column = mayPointAtNobody[table]
    if (column !== undefined && parent !== 'organizations')
      target.prepare(`update "${table}" set "${column}" = null where rowid = ?`).run(rowid)
  }
}

/** What still hangs on nothing goes: drafts of a lost account, details of a lost entry of the log. */
export function dropOrphans(target: Sqlite.Database): void {
  for (;;) {
    const orphans = orphansOf(target)
    if (orphans.length === 0) return
    for (const { table, rowid } of orphans)
      target.prepare(`delete from "${table}" where rowid = ?`).run(rowid)
  }
}

/** Entries after the first gap prove nothing any more; the set-aside file keeps them. */
export function endLogWhereItHolds(target: Sqlite.Database): void {
  const sql = readSql(target)
  for (;;) {
    const { problem, lastGood } = verifyOwnChain(sql, [])
    if (problem === null) return
    target.prepare('delete from audit_changes where entry > ?').run(lastGood)
    target.prepare('delete from audit_entries where seq > ?').run(lastGood)
    const head = target
      .prepare<[number], AuditHead>('select seq, hash from audit_entries where seq = ?')
      .get(lastGood)
    target.prepare(headSql).run({ value: headText(head ?? noHead) })
  }
}

/** The logs of before a restore are kept whole or not at all; whether they were given up. After `endLogWhereItHolds`. */
export function dropBrokenReplacedLogs(target: Sqlite.Database): boolean {
  if (verifyReplaced(readSql(target)).problem === null) return false
  target.exec('delete from replaced_changes; delete from replaced_entries')
  return true
}
