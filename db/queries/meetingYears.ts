import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { MeetingStatus } from '#shared/domain/meetings/records.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'

// What follows from the meetings of a branch and a year. Never shown by itself, never logged; not cut to the scope.

export interface HeldMeeting {
  readonly kinds: string
  readonly groupId: string | null
  readonly heldOn: DateOnly
  readonly lifeYear: number | null
  readonly status: MeetingStatus
}

/** Not in the trash: held in the year, or for it. */
export function heldInYear(db: ReadDb, organizationId: string, year: number): readonly HeldMeeting[] {
  return db.sql.all<HeldMeeting>(
    `select kinds, group_id as groupId, held_on as heldOn, life_year as lifeYear, status from meetings
     where organization_id = @organizationId and deleted_at is null
       and (life_year = @year or (held_on >= @from and held_on <= @to))`,
    { organizationId, year, from: `${year}-01-01`, to: `${year}-12-31` },
  )
}

export interface MeetingYearRow {
  readonly year: number
  readonly organizationId: string
  readonly kind: MeetingKind
  readonly groupId: string
  readonly finalMonths: number
  readonly draftMonths: number
  readonly meetings: number
}

/** Whatever stood there for the branch and the year is gone. */
export function replaceMeetingYear(
  db: WriteDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  rows: readonly MeetingYearRow[],
): void {
  db.sql.run('delete from meeting_years where year = @year and organization_id = @organizationId', {
    organizationId,
    year,
  })
  for (const row of rows)
    db.sql.run(
      `insert into meeting_years (year, organization_id, kind, group_id, final_months, draft_months, meetings)
       values (@year, @organizationId, @kind, @groupId, @finalMonths, @draftMonths, @meetings)`,
      { ...row },
    )
}

/** Every branch and year there is a meeting of, not in the trash. */
export function listBranchYears(
  db: ReadDb,
): readonly { readonly organizationId: string; readonly year: number }[] {
  return db.sql.all(
    `select organization_id as organizationId, cast(substr(held_on, 1, 4) as integer) as year from meetings where deleted_at is null
     union select organization_id, life_year from meetings where deleted_at is null and life_year is not null`,
  )
}
