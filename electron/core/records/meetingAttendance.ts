import type { ReadDb } from '#db/database.ts'
import { type HeldRoll, listRolls } from '#db/queries/meetingDuties.ts'
import { membershipsOf } from '#db/queries/memberSpells.ts'
import type { AttendanceRow } from '#shared/contract/meetingRows.ts'
import {
  absenceFindings,
  absenceStreak,
  type Attended,
  attendanceRate,
  toMakeUp,
} from '#shared/domain/meetings/attendance.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { readRoll } from './meetingRoll.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { openable } from './openable.ts'

interface Asked extends Attended {
  readonly entry: RollEntry
  readonly meeting: HeldRoll
}

export interface Attendance {
  readonly rows: readonly AttendanceRow[]
  /** Final meetings with a roll, and those of which only counts are known. */
  readonly withRoll: number
  readonly countsOnly: number
}

/**
 * Person by person over a year, from the rolls of a branch's final meetings; by name (LIFE-10 to LIFE-12). Whoever stands in a roll is
 * here, also who has left the branch since; who was exempted and did not come was not asked.
 */
export function readAttendance(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
): Attendance {
  const meetings = listRolls(db, organizationId, year)
  const asked = askedOf(meetings)
  const people = Map.groupBy(asked, personOf)
  const streakOf = streakReader(db, { organizationId, year })
  const reachable = openable(
    db,
    asked.map(({ entry }) => entry.memberId),
  )
  return {
    rows: [...people.values()]
      .map((own) => rowOf(own, streakOf(own), reachable, db))
      .toSorted(
        (a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.memberId ?? '').localeCompare(b.memberId ?? ''),
      ),
    withRoll: meetings.filter(({ roll }) => roll !== null).length,
    countsOnly: meetings.filter(({ roll, isCounted }) => roll === null && isCounted === 1).length,
  }
}

const personOf = ({ entry }: Asked) => entry.memberId ?? `name ${entry.name}`

const askedOf = (meetings: readonly HeldRoll[]): readonly Asked[] =>
  meetings.flatMap((meeting) =>
    (readRoll(meeting.roll) ?? [])
      .filter(({ exempt, state }) => exempt === null || state === 'present')
      .map((entry) => ({ ...entry, heldOn: meeting.heldOn, entry, meeting })),
  )

/**
 * LIFE-10 is asked of the person, up to the end of a year: meetings in a row go on over the turn of the year before, and from one branch
 * to the next, as far as the reader may see.
 */
function streakReader(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
): (own: readonly Asked[]) => number {
  const known = new Map<string, ReadonlyMap<string, readonly Asked[]>>()
  const heldIn = (branchId: string) => {
    const held =
      known.get(branchId) ??
      Map.groupBy(
        [year - 1, year].flatMap((each) => askedOf(listRolls(db, branchId, each))),
        personOf,
      )
    known.set(branchId, held)
    return held
  }
  return (own) => {
    const [first] = own
    if (first === undefined || absenceStreak(own) === 0) return 0
    const { memberId } = first.entry
    const stays = memberId === null ? [] : membershipsOf(db, memberId)
    const branches = new Set([organizationId, ...stays.map((stay) => stay.organizationId)])
    return absenceStreak([...branches].flatMap((id) => heldIn(id).get(personOf(first)) ?? []))
  }
}

function rowOf(
  asked: readonly Asked[],
  streak: number,
  reachable: ReadonlySet<string>,
  reader: Shown,
): AttendanceRow {
  const last = asked.at(-1)
  if (last === undefined) throw new Error('nobody asked')
  const { memberId, name, isFrail } = last.entry
  const count = (state: Attended['state']) => asked.filter((each) => each.state === state).length
  return {
    memberId: memberId !== null && reachable.has(memberId) ? memberId : null,
    name: shownText(name, reader),
    isFrail,
    asked: asked.length,
    present: count('present'),
    excused: count('excused'),
    absent: count('absent'),
    madeUp: asked.filter(({ madeUpOn }) => madeUpOn !== null).length,
    toMakeUp: toMakeUp(asked).map(({ meeting: { id, version, heldOn, title } }) => ({
      meetingId: id,
      version,
      heldOn,
      title: shownText(title, reader),
    })),
    rate: attendanceRate(asked),
    streak,
    findings: absenceFindings(streak, defaultRuleSettings),
  }
}
