import type { ReadDb } from '#db/database.ts'
import { countMeetings, listMeetings, type MeetingFilter } from '#db/queries/meetingList.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { MeetingListInput } from '#shared/contract/meetingInputs.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { meetingRows } from '../records/meetingDetail.ts'
import { kindsOf } from '../records/meetingYears.ts'

/** A page of records, newest first; counts by kind are of the other filters alone. */
export function meetingList(
  db: ReadDb,
  { organizationId, offset, limit, ...rest }: MeetingListInput,
): RouteOutput<'meetings.list'> {
  const filter: MeetingFilter = {
    ...rest,
    organizationIds: organizationId === null ? null : subtreeIds(db, organizationId),
    lateDays: defaultRuleSettings['life.lateRecordDays'],
  }
  const all = countMeetings(db, { ...filter, kinds: [] })
  const byKind: Record<MeetingKind, number> = {
    branchMeeting: 0,
    committeeMeeting: 0,
    groupMeeting: 0,
    lecture: 0,
    themeDay: 0,
    organizationLife: 0,
    appraisal: 0,
    other: 0,
  }
  let total = 0
  for (const { kinds: stored, count } of all) {
    const kinds = kindsOf(stored)
    for (const kind of kinds) byKind[kind] += count
    if (rest.kinds.length === 0 || kinds.some((kind) => rest.kinds.includes(kind))) total += count
  }
  return { rows: meetingRows(db, listMeetings(db, filter, { offset, limit })), total, byKind }
}
