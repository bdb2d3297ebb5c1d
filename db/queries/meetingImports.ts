import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'
import { andInScope } from './scope.ts'

/** A meeting as an import compares it. */
export interface KnownMeeting {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly groupId: string | null
  readonly kinds: string
  readonly title: string
  readonly heldOn: DateOnly
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly hostName: string | null
  readonly recorderName: string | null
  readonly should: number | null
  readonly present: number | null
  readonly hasRoll: 0 | 1
  readonly absentWords: string | null
  readonly observers: string | null
  readonly summary: string | null
  readonly lecturerName: string | null
  readonly remark: string | null
}

/** Those in reach held between two days, both included. */
export function knownMeetings(db: ReadDb, from: DateOnly, to: DateOnly): readonly KnownMeeting[] {
  const mine = andInScope(db, 'm.organization_id')
  return db.sql.all<KnownMeeting>(
    `select m.id, m.version, m.organization_id as organizationId, m.group_id as groupId, m.kinds, m.title,
       m.held_on as heldOn, m.start_time as startTime, m.end_time as endTime, m.place,
       m.host_name as hostName, m.recorder_name as recorderName, m.should, m.present,
       m.roll is not null as hasRoll, m.absent_words as absentWords, m.observers, m.summary,
       m.lecturer_name as lecturerName, m.remark
     from meetings m where m.held_on between @from and @to and m.deleted_at is null${mine.sql}`,
    { from, to, ...mine.params },
  )
}
