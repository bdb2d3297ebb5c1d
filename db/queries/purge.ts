import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { forgetOverrides } from './overridesPurge.ts'
import { purgeRows } from './plainTrash.ts'
import { pointersTo } from './trash.ts'

/** Trashed members up to this moment, in the order of their row numbers. */
export function membersToPurge(db: ReadDb, upTo: Instant): readonly string[] {
  return idsOf(db, 'members', upTo)
}

function idsOf(db: ReadDb, table: 'members' | 'organizations', upTo: Instant): readonly string[] {
  return db.sql
    .all<{ id: string }>(
      `select id from ${table} where deleted_at is not null and deleted_at <= @upTo order by rowid`,
      { upTo },
    )
    .map(({ id }) => id)
}

/** Trashed organisations up to this moment that nothing points at any more but each other; and how many have to stay. */
export function organizationsToPurge(
  db: ReadDb,
  upTo: Instant,
): { readonly ids: readonly string[]; readonly kept: number } {
  const all = idsOf(db, 'organizations', upTo)
  const pointers = pointersTo(db, 'organizations')
  let ids = all
  for (;;) {
    const going = JSON.stringify(ids)
    const held = new Set(
      pointers.flatMap(({ table, column }) =>
        db.sql
          .all<{ id: string }>(
            `select distinct "${column}" as id from "${table}"
             where "${column}" in (select value from json_each(@going))
               ${table === 'organizations' ? 'and id not in (select value from json_each(@going))' : ''}`,
            { going },
          )
          .map(({ id }) => id),
      ),
    )
    if (held.size === 0) return { ids, kept: all.length - ids.length }
    ids = ids.filter((id) => !held.has(id))
  }
}

/** Row, search keys, findings, overrides, half-written forms and every record that speaks of the person. Call within `audit.purging()`. */
export function purgeMembers(db: WriteDb, ids: readonly string[]): void {
  const params = { ids: JSON.stringify(ids) }
  const these = 'in (select value from json_each(@ids))'
  forgetOverrides(db, 'member', ids)
  db.sql.run(
    `delete from member_search_keys where seq in (select seq from members where id ${these})`,
    params,
  )
  db.sql.run(`delete from member_findings where member_id ${these}`, params)
  db.sql.run(
    `delete from workspace_items where key in
       (select prefix.value || these.value from json_each('["draft:member:","draft:transfer:out:"]') prefix, json_each(@ids) these)`,
    params,
  )
  purgeRows(db, 'member', ids)
}

/** Row, events and overrides. Call within `audit.purging()`; nothing may point at them. */
export function purgeOrganizations(db: WriteDb, ids: readonly string[]): void {
  const params = { ids: JSON.stringify(ids) }
  const these = 'in (select value from json_each(@ids))'
  forgetOverrides(db, 'organization', ids)
  db.sql.run(`delete from organization_events where organization_id ${these}`, params)
  db.sql.run(`delete from organizations where id ${these}`, params)
}
