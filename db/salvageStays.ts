import type Sqlite from 'better-sqlite3'

const counted = `m.party_status in ('ZC', 'LC', 'XQ', 'ZZQL')`
const lastEnd = `(select max(s.to_on) from memberships s where s.member_id = m.id)`

/** Begins where what is left of the person's stays ends, else where the record says. */
const insertStays = `
insert into memberships (id, member_id, organization_id, from_on, to_on, start_basis, full_from, left_by, version, created_at, updated_at)
select lower(hex(randomblob(16))), m.id, m.organization_id,
  coalesce(${lastEnd}, m.entered_on, m.joined_on, ''),
  case when ${counted} then null else coalesce(m.party_status_on, '') end,
  case when ${lastEnd} is not null then 'unknown' when m.entered_on is not null then 'entered'
    when m.joined_on is not null then 'joined' else 'unknown' end,
  case when m.person_type = '2' then null else coalesce(m.regular_on, '') end,
  case when ${counted} then null else m.party_status end,
  1, m.created_at, m.updated_at
from members m
where case when ${counted} then not exists (select 1 from memberships s where s.member_id = m.id and s.to_on is null)
  else not exists (select 1 from memberships s where s.member_id = m.id) end`

/**
 * Nobody may fall out of the counts because the row of a stay was lost: whoever has none gets one from the record. How many. A
 * file of before there were stays gets them when it is migrated.
 */
export function standInForStays(target: Sqlite.Database): number {
  const isThere = target.prepare("select 1 from sqlite_master where name = 'memberships'").get()
  return isThere === undefined ? 0 : target.prepare(insertStays).run().changes
}
