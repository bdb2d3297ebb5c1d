import type { ReadDb } from '#db/database.ts'
import { type KnownMeeting, knownMeetings } from '#db/queries/meetingImports.ts'
import type { RollOfDay } from '#shared/contract/meetingRows.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { rollOfDay } from '../records/meetingRollOfDay.ts'

export type { KnownMeeting } from '#db/queries/meetingImports.ts'

/** What is there of the days and branches a workbook speaks of. */
export interface MeetingSnapshot {
  /** Meetings of a branch on a day. */
  known(organizationId: string, on: DateOnly): readonly KnownMeeting[]
  /** Who should have come, asked once for each branch, kind and day. */
  rollOf(
    organizationId: string,
    groupId: string | null,
    kinds: readonly MeetingKind[],
    on: DateOnly,
  ): RollOfDay
}

export function readMeetingSnapshot(db: ReadDb, days: readonly DateOnly[]): MeetingSnapshot {
  const sorted = days.toSorted()
  const [from, to] = [sorted[0], sorted.at(-1)]
  const all = from === undefined || to === undefined ? [] : knownMeetings(db, from, to)
  const byPlace = Map.groupBy(all, ({ organizationId, heldOn }) => `${organizationId} ${heldOn}`)
  const rolls = new Map<string, RollOfDay>()
  return {
    known: (organizationId, on) => byPlace.get(`${organizationId} ${on}`) ?? [],
    rollOf: (organizationId, groupId, kinds, on) => {
      const key = [organizationId, groupId, on, ...kinds].join(' ')
      const roll = rolls.get(key) ?? rollOfDay(db, { organizationId, groupId, kinds, on })
      rolls.set(key, roll)
      return roll
    },
  }
}
