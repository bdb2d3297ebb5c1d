import type { BridgeDays, BridgeStay } from '#shared/domain/bridge.ts'
import { probationFrom } from '#shared/domain/bridgeDoubts.ts'
import type { EnteredBy, LeftBy } from '#shared/domain/memberships.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { andInScope } from './scope.ts'

// Few rows at any size: who is trashed stands in an index of its own.
const notTrashed = 's.member_id not in (select id from members where deleted_at is not null)'

// A month or a year that the opening day lies in is compared as its first day, yet may be later.
const certain = (column: string) => `${column} not in (@month, @year)`

/** SQL: there at both ends, and nothing about it changed or is uncertain in between. */
const isStill = `s.from_on <> '' and s.from_on <= @from and ${certain('s.from_on')}
  and (s.to_on is null or s.to_on > @to)
  and (s.full_from is null or s.full_from > @to
    or (s.full_from = '' and s.from_on <= @probation)
    or (s.full_from <> '' and s.full_from <= @from and ${certain('s.full_from')}))`

const touchesPeriod = `s.from_on <= @to and (s.to_on is null or s.to_on > @from or s.to_on in ('', @month, @year))`

function periodParams(ids: readonly string[], days: BridgeDays): SqlParams {
  const { from, to } = days
  return {
    ids: JSON.stringify(ids),
    from,
    to,
    month: from.slice(0, 7),
    year: from.slice(0, 4),
    probation: probationFrom(days),
  }
}

const ofBranches = 's.organization_id in (select value from json_each(@ids))'

export interface StillCount {
  readonly organizationId: string
  readonly full: number
  readonly probationary: number
}

/** How many were in these branches from one end to the other, by branch: most people, read from one index alone. */
export function countStill(db: ReadDb, ids: readonly string[], days: BridgeDays): readonly StillCount[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<StillCount>(
    `select s.organization_id as organizationId, count(case when s.full_from <= @from then 1 end) as "full",
       count(case when s.full_from <= @from then null else 1 end) as probationary
     from memberships s indexed by memberships_place
     where ${ofBranches} and ${isStill} and ${notTrashed}${mine.sql} group by s.organization_id`,
    { ...periodParams(ids, days), ...mine.params },
  )
}

/** The stays in these branches that something began, ended, changed or is uncertain about in the period: everything but `countStill`. */
export function movingStays(db: ReadDb, ids: readonly string[], days: BridgeDays): readonly BridgeStay[] {
  const mine = andInScope(db, 's.organization_id')
  return db.sql.all<BridgeStay>(
    `select s.id as stayId, s.member_id as memberId, s.organization_id as organizationId, s.from_on as fromOn, s.to_on as toOn,
       s.full_from as fullFrom, s.entered_by as enteredBy, s.left_by as leftBy
     from memberships s indexed by memberships_place
     where ${ofBranches} and ${touchesPeriod} and not (${isStill}) and ${notTrashed}${mine.sql}
     order by s.from_on, s.member_id, s.id`,
    { ...periodParams(ids, days), ...mine.params },
  )
}

export interface StayPerson {
  readonly stayId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  /** Where the person is today, which may be outside the caller's reach. */
  readonly organizationNow: string
  /** What the record says today. */
  readonly partyStatus: string
  readonly partyStatusKind: string | null
  readonly enteredBy: EnteredBy | null
  readonly leftBy: LeftBy | null
  readonly enteredDoc: string | null
  readonly leftDoc: string | null
  readonly enteredReason: string | null
  readonly leftReason: string | null
}

/** Whose stays these are. */
export function stayPeople(db: ReadDb, stayIds: readonly string[]): ReadonlyMap<string, StayPerson> {
  const mine = andInScope(db, 's.organization_id')
  const rows = db.sql.all<StayPerson>(
    `select s.id as stayId, s.member_id as memberId, m.name, s.organization_id as organizationId,
       m.organization_id as organizationNow, m.party_status as partyStatus, m.party_status_kind as partyStatusKind, s.entered_by as enteredBy, s.left_by as leftBy,
       s.entered_doc as enteredDoc, s.left_doc as leftDoc, s.entered_reason as enteredReason, s.left_reason as leftReason
     from memberships s join members m on m.id = s.member_id
     where s.id in (select value from json_each(@ids))${mine.sql}`,
    { ids: JSON.stringify(stayIds), ...mine.params },
  )
  return new Map(rows.map((row) => [row.stayId, row]))
}
