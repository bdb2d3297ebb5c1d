import type { FrozenPlace } from '#shared/domain/bridgeFreeze.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import type { bridgeFreezes } from '../schema/bridge.ts'
import { andInScope } from './scope.ts'

export type StoredFreeze = typeof bridgeFreezes.$inferSelect

const columns = `id, on_day as onDay, organization_id as organizationId, full, probationary, frozen_by as frozenBy,
  lifted_at as liftedAt, lifted_by as liftedBy, lifted_reason as liftedReason, version, created_at as createdAt,
  updated_at as updatedAt`

/** Newest day first, lifted ones too. Its numbers are the whole street's: who is tied to a part is shown none. */
export function listFreezes(db: ReadDb): readonly StoredFreeze[] {
  return db.sql.all<StoredFreeze>(
    `select ${columns} from bridge_freezes order by on_day desc, created_at desc, id`,
  )
}

export function freezeOn(db: ReadDb, onDay: DateOnly): StoredFreeze | undefined {
  return db.sql.get<StoredFreeze>(
    `select ${columns} from bridge_freezes where on_day = @onDay and lifted_at is null`,
    { onDay },
  )
}

export function getFreeze(db: ReadDb, id: string): StoredFreeze | undefined {
  return db.sql.get<StoredFreeze>(`select ${columns} from bridge_freezes where id = @id`, { id })
}

type NewFreeze = Pick<StoredFreeze, 'id' | 'onDay' | 'organizationId' | 'frozenBy'> & { readonly at: Instant }

/** Notes who belonged anywhere at the end of the day, and how many these are. */
export function insertFreeze(db: WriteDb, freeze: NewFreeze): void {
  db.sql.run(
    `insert into bridge_freezes (id, on_day, organization_id, full, probationary, frozen_by, version, created_at, updated_at)
     select @id, @onDay, @organizationId, count(distinct case when s.full_from <= @onDay then s.member_id end),
       count(distinct case when s.full_from <= @onDay then null else s.member_id end), @frozenBy, 1, @at, @at
     from memberships s where ${holds('s', '@onDay')}`,
    { ...freeze },
  )
  db.sql.run(
    `insert or ignore into bridge_freeze_people (freeze_id, member_id, name, name_key, organization_id, is_full)
     select @id, s.member_id, m.name, m.name_key, s.organization_id, coalesce(s.full_from <= @onDay, 0)
     from memberships s join members m on m.id = s.member_id where ${holds('s', '@onDay')} order by s.from_on desc, s.id`,
    { id: freeze.id, onDay: freeze.onDay },
  )
}

const holds = (spell: string, day: string) =>
  `${spell}.from_on <= ${day} and (${spell}.to_on is null or ${spell}.to_on > ${day})
   and ${spell}.member_id not in (select id from members where deleted_at is not null)`

/** False when somebody else has written in between, or it is lifted already. */
export function liftFreeze(
  db: WriteDb,
  args: {
    readonly id: string
    readonly version: number
    readonly at: Instant
    readonly by: string
    readonly reason: string
  },
): boolean {
  return (
    db.sql.run(
      `update bridge_freezes set lifted_at = @at, lifted_by = @by, lifted_reason = @reason, updated_at = @at,
         version = version + 1
       where id = @id and version = @version and lifted_at is null`,
      args,
    ) === 1
  )
}

interface RawPlace {
  readonly memberId: string
  readonly organizationId: string
  readonly isFull: 0 | 1
}

/** Where the frozen list and the records do not say the same: what each has and the other has not. */
export function freezeDifferences(
  db: ReadDb,
  { id, onDay }: Pick<StoredFreeze, 'id' | 'onDay'>,
): { readonly was: readonly FrozenPlace[]; readonly is: readonly FrozenPlace[] } {
  const then = andInScope(db, 'p.organization_id')
  const now = andInScope(db, 's.organization_id')
  const isNow = 's.organization_id = p.organization_id and coalesce(s.full_from <= @onDay, 0) = p.is_full'
  // Row by row on the keys: EXCEPT sorts both lists as wholes, which takes four times as long.
  const frozen = `select p.member_id as memberId, p.organization_id as organizationId, p.is_full as isFull
    from bridge_freeze_people p indexed by bridge_freeze_people_who
    where p.freeze_id = @id${then.sql} and not exists (
      select 1 from memberships s indexed by memberships_member
      where s.member_id = p.member_id and ${isNow} and ${holds('s', '@onDay')})`
  const recorded = `select s.member_id as memberId, s.organization_id as organizationId,
      coalesce(s.full_from <= @onDay, 0) as isFull
    from memberships s indexed by memberships_place where ${holds('s', '@onDay')}${now.sql} and not exists (
      select 1 from bridge_freeze_people p indexed by bridge_freeze_people_who
      where p.freeze_id = @id and p.member_id = s.member_id and ${isNow})`
  const params = { id, onDay, ...then.params }
  const places = (sql: string) =>
    db.sql.all<RawPlace>(sql, params).map((row) => ({ ...row, isFull: row.isFull === 1 }))
  return { was: places(frozen), is: places(recorded) }
}

/** How many of a frozen list were in the caller's branches. */
export function countFrozen(
  db: ReadDb,
  id: string,
): { readonly full: number; readonly probationary: number } {
  const mine = andInScope(db, 'p.organization_id')
  const found = db.sql.get<{ readonly full: number; readonly probationary: number }>(
    `select count(case when p.is_full = 1 then 1 end) as "full", count(case when p.is_full = 0 then 1 end) as probationary
     from bridge_freeze_people p where p.freeze_id = @id${mine.sql}`,
    { id, ...mine.params },
  )
  return found ?? { full: 0, probationary: 0 }
}

export interface FrozenPerson extends FrozenPlace {
  readonly name: string
  /** Where the person is today; null for one purged since. */
  readonly organizationNow: string | null
}

interface RawPerson extends Omit<FrozenPerson, 'isFull'> {
  readonly isFull: 0 | 1
}

/** People of a frozen list in these branches, by branch and name. */
export function frozenPeople(
  db: ReadDb,
  id: string,
  {
    ids,
    isFull,
    offset,
    limit,
  }: {
    /** Null for all, those of branches that are no more too. */
    readonly ids: readonly string[] | null
    readonly isFull: boolean | null
    readonly offset: number
    readonly limit: number
  },
): readonly FrozenPerson[] {
  const mine = andInScope(db, 'p.organization_id')
  const kind = isFull === null ? '' : ` and p.is_full = ${isFull ? 1 : 0}`
  const place = ids === null ? '' : ' and p.organization_id in (select value from json_each(@ids))'
  const rows = db.sql.all<RawPerson>(
    `select p.member_id as memberId, p.organization_id as organizationId, p.is_full as isFull, p.name,
       m.organization_id as organizationNow
     from bridge_freeze_people p left join organizations o on o.id = p.organization_id left join members m on m.id = p.member_id
     where p.freeze_id = @id${place}${kind}${mine.sql}
     order by o.tree_order, o.id, p.name_key, p.member_id limit @limit offset @offset`,
    { id, ...(ids === null ? {} : { ids: JSON.stringify(ids) }), limit, offset, ...mine.params },
  )
  return rows.map((row) => ({ ...row, isFull: row.isFull === 1 }))
}

export interface FrozenName {
  readonly memberId: string
  readonly name: string
  /** Where the person is today, which may be outside the caller's reach; null for one purged since. */
  readonly organizationNow: string | null
  readonly isTrashed: 0 | 1
}

/** These people of a frozen list, those who are no more in the records among them. */
export function frozenNames(
  db: ReadDb,
  id: string,
  memberIds: readonly string[],
): ReadonlyMap<string, FrozenName> {
  const mine = andInScope(db, 'p.organization_id')
  const rows = db.sql.all<FrozenName>(
    `select p.member_id as memberId, p.name, m.organization_id as organizationNow, m.deleted_at is not null as isTrashed
     from bridge_freeze_people p left join members m on m.id = p.member_id
     where p.freeze_id = @id and p.member_id in (select value from json_each(@ids))${mine.sql}`,
    { id, ids: JSON.stringify(memberIds), ...mine.params },
  )
  return new Map(rows.map((row) => [row.memberId, row]))
}
