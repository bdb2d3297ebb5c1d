import type { Database } from '#db/database.ts'
import { itemsOfMeetings } from '#db/queries/meetings.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import { unfilledItem, unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { openable } from '../records/openable.ts'
import { addMeeting } from '../records/meetingStore.ts'
import { kindsOf } from '../records/meetingYears.ts'
import { rollOfDay } from '../records/meetingRollOfDay.ts'
import { momentOf } from '../records/moment.ts'
import { checkFields, findMeeting } from './checks.ts'

/**
 * The bones of a meeting for another day: kinds, place, times, host and recorder, headings of its ordinary items, and who is asked by
 * the records of the new day. Nothing of what was said, decided or attended. Answers the new draft's id.
 */
export function copyMeeting(
  db: Database,
  { id, heldOn }: { readonly id: string; readonly heldOn: DateOnly },
  ports: Ports,
): string {
  const moment = momentOf(ports)
  const from = findMeeting(db.read, id)
  const kinds = [...kindsOf(from.kinds)]
  const { organizationId, groupId, startTime, endTime, place } = from
  const { hostName, recorderName } = from
  const known = openable(db.read, [from.hostId, from.recorderId])
  const linked = (memberId: string | null) => (memberId !== null && known.has(memberId) ? memberId : null)
  const asked = rollOfDay(db.read, { organizationId, groupId, kinds, on: heldOn })
  const [year, month] = heldOn.split('-').map(Number)
  const fields: MeetingFields = {
    ...unfilledMeeting,
    organizationId,
    groupId,
    kinds,
    title: `${year}年${month}月${kinds.map((kind) => meetingKindShort[kind]).join('、')}`,
    heldOn,
    startTime,
    endTime,
    place,
    hostId: linked(from.hostId),
    hostName,
    recorderId: linked(from.recorderId),
    recorderName,
    termNo: asked.termNo,
    roll: [...asked.roll],
    items: itemsOfMeetings(db.read, [id])
      .filter(({ matter }) => matter === 'ordinary')
      .map(({ section, title }) => ({ ...unfilledItem, section, title })),
  }
  checkFields(db.read, fields, { today: moment.today })
  return db.write((tx) =>
    addMeeting(tx, fields, { status: 'draft', enteredOn: moment.today, isImported: false }, moment),
  )
}
