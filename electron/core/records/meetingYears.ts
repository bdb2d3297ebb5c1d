import type { WriteDb } from '#db/database.ts'
import {
  heldInYear,
  type HeldMeeting,
  type MeetingYearRow,
  replaceMeetingYear,
} from '#db/queries/meetingYears.ts'
import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'

export interface BranchYear {
  readonly organizationId: string
  readonly year: number
}

const yearly: readonly MeetingKind[] = ['organizationLife', 'appraisal']

/** As stored: comma-separated. */
export function kindsOf(stored: string): readonly MeetingKind[] {
  const parts = stored.split(',')
  return meetingKinds.filter((kind) => parts.includes(kind))
}

/** In the order of `meetingKinds`, each once. */
export function writeKinds(kinds: readonly MeetingKind[]): MeetingKind | `${MeetingKind},${string}` {
  const [first, ...rest] = meetingKinds.filter((kind) => kinds.includes(kind))
  if (first === undefined) throw new Error('a meeting of no kind')
  return rest.length === 0 ? first : `${first},${rest.join(',')}`
}

/** The years a meeting is looked up under: the one it was held in, and the one it was held for. */
export function yearsOf({
  organizationId,
  heldOn,
  lifeYear,
}: Pick<HeldMeeting, 'heldOn' | 'lifeYear'> & { readonly organizationId: string }): readonly BranchYear[] {
  const held = Number(heldOn.slice(0, 4))
  return [...new Set([held, lifeYear ?? held])].map((year) => ({ organizationId, year }))
}

function rowsOf(
  { organizationId, year }: BranchYear,
  held: readonly HeldMeeting[],
): readonly MeetingYearRow[] {
  const rows = new Map<string, MeetingYearRow>()
  for (const meeting of held) {
    const heldYear = Number(meeting.heldOn.slice(0, 4))
    for (const kind of kindsOf(meeting.kinds)) {
      const isYearly = yearly.includes(kind)
      if ((isYearly ? (meeting.lifeYear ?? heldYear) : heldYear) !== year) continue
      const groupId = kind === 'groupMeeting' ? (meeting.groupId ?? '') : ''
      const bit = 1 << (isYearly ? 0 : Number(meeting.heldOn.slice(5, 7)) - 1)
      const key = `${kind} ${groupId}`
      const row = rows.get(key) ?? {
        year,
        organizationId,
        kind,
        groupId,
        finalMonths: 0,
        draftMonths: 0,
        meetings: 0,
      }
      rows.set(key, {
        ...row,
        finalMonths: meeting.status === 'final' ? row.finalMonths | bit : row.finalMonths,
        draftMonths: meeting.status === 'draft' ? row.draftMonths | bit : row.draftMonths,
        meetings: row.meetings + 1,
      })
    }
  }
  return [...rows.values()]
}

/** Made anew from the meetings as they stand now: after every write, undo, restore and import. */
export function renewMeetingYears(tx: WriteDb, years: readonly BranchYear[]): void {
  const each = new Map(years.map((year) => [`${year.organizationId} ${year.year}`, year]))
  for (const year of each.values())
    replaceMeetingYear(tx, year, rowsOf(year, heldInYear(tx, year.organizationId, year.year)))
}
