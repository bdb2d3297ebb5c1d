import { isOpenMobility, mobilityStatuses } from '#shared/domain/mobility.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

// Whoever asks has read these people as of the day, cut to the scope, before.

/** Of these people, those the meeting comes to (LIFE-11), by their records of today. */
export function frailOf(db: ReadDb, memberIds: readonly string[]): ReadonlySet<string> {
  const rows = db.sql.all<{ readonly id: string }>(
    'select id from members where cannot_attend = 1 and id in (select value from json_each(@ids))',
    { ids: JSON.stringify(memberIds) },
  )
  return new Set(rows.map(({ id }) => id))
}

/** Of these people, those who were away as 流动党员 on the day; a stay that ended on a day nobody wrote down excuses nobody. */
export function awayOn(db: ReadDb, memberIds: readonly string[], on: DateOnly): ReadonlySet<string> {
  const rows = db.sql.all<{ readonly id: string }>(
    `select distinct member_id as id from mobility_records
     where direction = 'LC' and deleted_at is null and out_on <= @on
       and (returned_on > @on or (returned_on is null and status in (select value from json_each(@open))))
       and member_id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(memberIds), on, open: JSON.stringify(mobilityStatuses.filter(isOpenMobility)) },
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Of these people, those whose 转正 the branch decided on that day or later. Full membership is counted back to the end of the probation,
 * but nobody votes before that meeting, nor at it.
 */
export function decidedSince(db: ReadDb, memberIds: readonly string[], on: DateOnly): ReadonlySet<string> {
  const rows = db.sql.all<{ readonly id: string }>(
    `select distinct f.member_id as id from development_files f join development_steps s on s.file_id = f.id
     where f.deleted_at is null and s.superseded_by is null and s.milestone = 'regularMeetingOn' and s.done_on >= @on
       and f.member_id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(memberIds), on },
  )
  return new Set(rows.map(({ id }) => id))
}
