import type { WriteDb } from '#db/database.ts'
import {
  deleteFollowUps,
  deleteMeetingItems,
  followUpsOfMeetings,
  getMeeting,
  insertFollowUp,
  insertMeeting,
  insertMeetingItem,
  insertMeetingVersion,
  itemsOfMeetings,
  type MeetingColumns,
  type StoredFollowUp,
  type StoredMeeting,
  type StoredMeetingItem,
  updateFollowUp,
  updateMeeting,
  updateMeetingItem,
  versionsOfMeeting,
} from '#db/queries/meetings.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import type { MeetingStatus } from '#shared/domain/meetings/records.ts'
import { countRoll } from '#shared/domain/meetings/roll.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { contentOfMeeting } from './meetingContent.ts'
import { writeRoll } from './meetingRoll.ts'
import { renewMeetingYears, writeKinds, yearsOf } from './meetingYears.ts'
import type { WriteMoment } from './memberStore.ts'

export function staleMeeting(): AppError {
  return new AppError('STALE_WRITE', 'meeting changed since it was read', {
    messageZh: '这份会议记录刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** The columns a form fills. 应到 and 实到 are the roll's where there is one; a group and a year only where the kind has them. */
function columnsOf({ items: _i, followUps: _f, ...fields }: MeetingFields) {
  const { kinds, roll, groupId, lifeYear, should, present } = fields
  const counted = roll === null ? { should, present } : countRoll(roll)
  const isYearly = kinds.includes('organizationLife') || kinds.includes('appraisal')
  return {
    ...fields,
    kinds: writeKinds(kinds),
    roll: writeRoll(roll),
    should: counted.should,
    present: counted.present,
    groupId: kinds.includes('groupMeeting') ? groupId : null,
    lifeYear: isYearly ? lifeYear : null,
  } satisfies MeetingColumns
}

const aboutFiles: readonly string[] = ['admission', 'regular', 'extension', 'disqualification']

/** In the order given; what is not named any more goes. Throws STALE_WRITE for a part that is gone. */
function writeParts(tx: WriteDb, meetingId: string, fields: MeetingFields, { ids }: WriteMoment): void {
  const oldItems = new Map(itemsOfMeetings(tx, [meetingId]).map((item) => [item.id, item]))
  const oldFollowUps = new Map(followUpsOfMeetings(tx, [meetingId]).map((each) => [each.id, each]))
  const isGone = [
    ...fields.items.filter(({ id }) => id !== null && !oldItems.has(id)),
    ...fields.followUps.filter(({ id }) => id !== null && !oldFollowUps.has(id)),
  ]
  if (isGone.length > 0) throw staleMeeting()
  fields.items.forEach((item, position) => {
    const row: StoredMeetingItem = {
      ...item,
      developmentFileId: aboutFiles.includes(item.matter) ? item.developmentFileId : null,
      id: item.id ?? ids.next(),
      meetingId,
      position,
    }
    if (item.id === null) insertMeetingItem(tx, row)
    else if (!isSame(oldItems.get(item.id), row)) updateMeetingItem(tx, row)
    oldItems.delete(row.id)
  })
  deleteMeetingItems(tx, [...oldItems.keys()])
  fields.followUps.forEach((each, position) => {
    const row: StoredFollowUp = {
      ...each,
      id: each.id ?? ids.next(),
      subject: 'meeting',
      subjectId: meetingId,
      organizationId: fields.organizationId,
      position,
    }
    if (each.id === null) insertFollowUp(tx, row)
    else if (!isSame(oldFollowUps.get(each.id), row)) updateFollowUp(tx, row)
    oldFollowUps.delete(row.id)
  })
  deleteFollowUps(tx, [...oldFollowUps.keys()])
}

function isSame<T extends object>(before: T | undefined, after: T): boolean {
  const old = new Map<string, unknown>(Object.entries(before ?? {}))
  return Object.entries(after).every(([key, value]) => old.get(key) === value)
}

export interface MeetingEntry {
  readonly status: MeetingStatus
  /** The day it was written down first. */
  readonly enteredOn: DateOnly
  readonly isImported: boolean
}

/** The one way a meeting comes to be, with its parts. The ids of parts are given here. Answers its id. */
export function addMeeting(
  tx: WriteDb,
  fields: MeetingFields,
  entry: MeetingEntry,
  moment: WriteMoment,
): string {
  const row = putMeeting(tx, fields, entry, moment)
  renewMeetingYears(tx, yearsOf(row))
  return row.id
}

/** Many at once: what is known of each year is made anew once for all of them. */
export function addMeetings(
  tx: WriteDb,
  all: readonly MeetingFields[],
  entry: MeetingEntry,
  moment: WriteMoment,
): void {
  renewMeetingYears(
    tx,
    all.flatMap((fields) => yearsOf(putMeeting(tx, fields, entry, moment))),
  )
}

function putMeeting(
  tx: WriteDb,
  fields: MeetingFields,
  { status, enteredOn, isImported }: MeetingEntry,
  moment: WriteMoment,
): StoredMeeting {
  const id = moment.ids.next()
  const row: StoredMeeting = {
    ...columnsOf(fields),
    id,
    status,
    enteredOn,
    finalizedOn: status === 'final' ? moment.today : null,
    checkState: null,
    checkWords: null,
    checkedOn: null,
    checkedBy: null,
    isImported,
    version: 1,
    createdAt: moment.at,
    updatedAt: moment.at,
    deletedAt: null,
    deletedReason: null,
  }
  insertMeeting(tx, row)
  writeParts(tx, id, fields, moment)
  return row
}

/** 补录: what was prepared before a meeting is no record of it yet; the first writing after it is. */
export function enteredBy(
  { enteredOn }: Pick<StoredMeeting, 'enteredOn'>,
  heldOn: DateOnly,
  today: DateOnly,
): DateOnly {
  return enteredOn < heldOn && heldOn <= today ? today : enteredOn
}

export interface MeetingVersion {
  readonly reason: string
  /** Who changed it, by name. */
  readonly by: string
}

/**
 * The whole form written over a meeting. Of a final one what it said becomes a version, and nobody has checked it any more. Throws
 * STALE_WRITE.
 */
export function changeMeeting(
  tx: WriteDb,
  meeting: StoredMeeting,
  fields: MeetingFields,
  version: MeetingVersion | null,
  moment: WriteMoment,
): void {
  const isFinal = meeting.status === 'final'
  if (isFinal && version === null) throw new Error('a final meeting is changed with a reason')
  if (isFinal && version !== null)
    insertMeetingVersion(tx, {
      id: moment.ids.next(),
      meetingId: meeting.id,
      no: (versionsOfMeeting(tx, meeting.id).at(-1)?.no ?? 0) + 1,
      reason: version.reason,
      changedOn: moment.today,
      changedBy: version.by,
      content: JSON.stringify(contentOfMeeting(tx, meeting)),
    })
  const unchecked = { checkState: null, checkWords: null, checkedOn: null, checkedBy: null }
  const enteredOn = enteredBy(meeting, fields.heldOn, moment.today)
  setMeeting(tx, meeting, { ...columnsOf(fields), enteredOn, ...(isFinal ? unchecked : {}) }, moment)
  writeParts(tx, meeting.id, fields, moment)
}

/** Columns of a meeting alone; with nothing to set it says that a part was written. Throws STALE_WRITE. */
export function setMeeting(
  tx: WriteDb,
  meeting: StoredMeeting,
  set: MeetingColumns,
  { at }: Pick<WriteMoment, 'at'>,
): void {
  if (!updateMeeting(tx, { id: meeting.id, version: meeting.version, at }, set)) throw staleMeeting()
  const after = getMeeting(tx, meeting.id)
  renewMeetingYears(tx, [...yearsOf(meeting), ...(after === undefined ? [] : yearsOf(after))])
}
