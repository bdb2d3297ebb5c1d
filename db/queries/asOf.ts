import type { PersonType } from '#shared/contract/memberships.ts'
import type { EnteredBy, StartBasis } from '#shared/domain/memberships.ts'
import type { PartyStatus } from '#shared/domain/partyStatus.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { andInScope } from './scope.ts'

/** Who is asked for: those who belonged to these branches, or to these groups, at the end of that day. */
export interface DayFilter {
  readonly on: DateOnly
  /** Null for everybody in reach. */
  readonly of: { readonly column: 'organization_id' | 'group_id'; readonly ids: readonly string[] } | null
  readonly personType: PersonType | null
  /** 党籍状态 on that day; null for all that count. */
  readonly status: PartyStatus | null
}

export interface DayCount {
  readonly organizationId: string
  readonly full: number
  readonly probationary: number
}

/** Somebody as of a day. What the record alone knows (birth, 转正) is today's. */
export interface DayPerson {
  readonly stayId: string
  readonly memberId: string
  readonly organizationId: string
  /** Where the person is today, which may be outside the caller's reach. */
  readonly organizationNow: string
  readonly name: string
  readonly isFull: 0 | 1
  readonly fromOn: PartialDate | ''
  readonly startBasis: StartBasis
  readonly enteredBy: EnteredBy | null
  readonly birthDate: PartialDate | null
  readonly joinedOn: PartialDate | null
  readonly regularOn: PartialDate | null
  readonly partyAgeCorrectionMonths: number | null
}

interface Where {
  readonly on: DateOnly
  readonly sql: string
  readonly params: SqlParams
}

/** SQL: a spell holds at the end of the day. '' as an end is before everything, as the schema says. */
const holds = (spell: string) =>
  `${spell}.from_on <= @on and (${spell}.to_on is null or ${spell}.to_on > @on)`

// Few rows at any size: who is trashed stands in an index of its own, and so do the rare statuses.
const notTrashed = 's.member_id not in (select id from members where deleted_at is not null)'

/** Few people at any size, found one by one: those of a group, or of a rare 党籍状态. Everybody else is found by their branches. */
const isFew = ({ of, status }: DayFilter) => of?.column === 'group_id' || (status !== null && status !== 'ZC')

const staysOf = (filter: DayFilter) =>
  `memberships s indexed by ${isFew(filter) ? 'memberships_member' : 'memberships_place'}`

function whereOf(db: ReadDb, { on, of, personType, status }: DayFilter): Where {
  const parts = [holds('s'), notTrashed]
  if (of?.column === 'organization_id') parts.push('s.organization_id in (select value from json_each(@ids))')
  if (of?.column === 'group_id')
    parts.push(
      `s.member_id in (select g.member_id from group_spells g
        where g.group_id in (select value from json_each(@ids)) and ${holds('g')})`,
    )
  if (personType === '1') parts.push('s.full_from <= @on')
  if (personType === '2') parts.push('(s.full_from is null or s.full_from > @on)')
  const ofStatus = (condition: string) =>
    `(select p.member_id from status_spells p where ${condition} and ${holds('p')})`
  if (status === 'ZC') parts.push(`s.member_id not in ${ofStatus("p.status in ('LC', 'ZZQL', 'XQ')")}`)
  else if (status !== null) parts.push(`s.member_id in ${ofStatus('p.status = @status')}`)
  const mine = andInScope(db, 's.organization_id')
  return {
    on,
    sql: parts.join(' and ') + mine.sql,
    params: {
      on,
      ...(of === null ? {} : { ids: JSON.stringify(of.ids) }),
      ...(status === null || status === 'ZC' ? {} : { status }),
      ...mine.params,
    },
  }
}

/** By branch, in no order. Read from one index alone, unless it asks for few. */
export function countAsOf(db: ReadDb, filter: DayFilter): readonly DayCount[] {
  const where = whereOf(db, filter)
  return db.sql.all<DayCount>(
    `select s.organization_id as organizationId,
       count(case when s.full_from <= @on then 1 end) as "full",
       count(case when s.full_from <= @on then null else 1 end) as probationary
     from ${staysOf(filter)} where ${where.sql} group by s.organization_id`,
    where.params,
  )
}

const personColumns = `s.id as stayId, s.member_id as memberId, s.organization_id as organizationId,
  m.organization_id as organizationNow, m.name, coalesce(s.full_from <= @on, 0) as isFull, s.from_on as fromOn,
  s.start_basis as startBasis, s.entered_by as enteredBy, m.birth_date as birthDate, m.joined_on as joinedOn,
  m.regular_on as regularOn, m.party_age_correction_months as partyAgeCorrectionMonths`

interface Part {
  readonly offset: number
  readonly limit: number
}

interface Found {
  /** Tables `s`, `m` and what they are ordered by. */
  readonly source: string
  readonly where: Where
  readonly order: string
}

/** What is sorted are keys alone; the rest is read for the people of the page. */
function readPart(
  db: ReadDb,
  { source, where, order }: Found,
  { offset, limit }: Part,
): readonly DayPerson[] {
  const stays = db.sql
    .all<{ readonly stay: number }>(
      `select s.rowid as stay from ${source} where ${where.sql} order by ${order} limit @limit offset @offset`,
      { ...where.params, limit, offset },
    )
    .map(({ stay }) => stay)
  return db.sql.all<DayPerson>(
    `select ${personColumns} from json_each(@stays) page cross join memberships s on s.rowid = page.value
       cross join members m on m.id = s.member_id order by page.key`,
    { on: where.on, stays: JSON.stringify(stays) },
  )
}

/** People of the branches named by `filter.of`, by branch as the tree has them and by name; for a page, or some branches. */
export function peopleByBranch(db: ReadDb, filter: DayFilter, part: Part): readonly DayPerson[] {
  const source = `${staysOf(filter)} join organizations o on o.id = s.organization_id join members m on m.id = s.member_id`
  return readPart(
    db,
    { source, where: whereOf(db, filter), order: 'o.tree_order, o.id, m.name_key, m.seq' },
    part,
  )
}

/** The same people by name, whatever branch they were in. */
export function peopleByName(db: ReadDb, filter: DayFilter, part: Part): readonly DayPerson[] {
  const where = whereOf(db, filter)
  // Many: walked in the order of the names. Few: found by their branches and sorted.
  const isWalked = filter.of === null && db.scope === null && !isFew(filter)
  const source = isWalked
    ? 'members m indexed by members_name cross join memberships s indexed by memberships_member on s.member_id = m.id'
    : `${staysOf(filter)} join members m on m.id = s.member_id`
  return readPart(
    db,
    {
      source,
      where: { ...where, sql: `m.deleted_at is null and ${where.sql}` },
      order: 'm.name_key, m.organization_id, m.party_status, m.seq',
    },
    part,
  )
}

export interface DayStatus {
  readonly memberId: string
  readonly status: PartyStatus
  readonly kind: string | null
}

/** 党籍状态 other than 正常 of these people on that day. The caller has seen to the scope. */
export function statusesAsOf(db: ReadDb, memberIds: readonly string[], on: DateOnly): readonly DayStatus[] {
  return db.sql.all<DayStatus>(
    `select p.member_id as memberId, p.status, p.kind from status_spells p
     where p.member_id in (select value from json_each(@ids)) and ${holds('p')} order by p.from_on, p.rowid`,
    { ids: JSON.stringify(memberIds), on },
  )
}

/** Groups of these people on that day. The caller has seen to the scope. */
export function groupsAsOf(
  db: ReadDb,
  memberIds: readonly string[],
  on: DateOnly,
): readonly { readonly memberId: string; readonly groupId: string }[] {
  return db.sql.all(
    `select g.member_id as memberId, g.group_id as groupId from group_spells g
     where g.member_id in (select value from json_each(@ids)) and ${holds('g')} order by g.from_on, g.rowid`,
    { ids: JSON.stringify(memberIds), on },
  )
}

/** Everybody of these branches, by name: for a meeting or an election. */
export function branchPeople(
  db: ReadDb,
  organizationIds: readonly string[],
  on: DateOnly,
): readonly DayPerson[] {
  return peopleByName(
    db,
    { on, of: { column: 'organization_id', ids: organizationIds }, personType: null, status: null },
    { offset: 0, limit: -1 },
  )
}
