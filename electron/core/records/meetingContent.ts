import { z } from 'zod'
import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFiles } from '#db/queries/developmentFiles.ts'
import {
  followUpsOfMeetings,
  itemsOfMeetings,
  type StoredFollowUp,
  type StoredMeeting,
  type StoredMeetingItem,
} from '#db/queries/meetings.ts'
import {
  followUpInput,
  type MeetingFields,
  meetingInput,
  meetingItemInput,
} from '#shared/contract/meetingInputs.ts'
import type { MeetingContent, SavedFollowUp, SavedItem } from '#shared/contract/meetingRows.ts'
import { shownTexts } from './developmentRows.ts'
import type { Shown } from './mobilityRows.ts'
import { readRoll } from './meetingRoll.ts'
import { kindsOf } from './meetingYears.ts'

type OwnFields = MeetingContent['fields']

/** The form of a meeting without its parts, in the clear. */
export function fieldsOfMeeting(row: StoredMeeting): OwnFields {
  const { id: _i, status: _s, enteredOn: _e, finalizedOn: _f, isImported: _im, version: _v, ...rest } = row
  const { checkState: _cs, checkWords: _cw, checkedOn: _co, checkedBy: _cb, ...more } = rest
  const { createdAt: _c, updatedAt: _u, deletedAt: _d, deletedReason: _r, kinds, roll, ...fields } = more
  return { ...fields, kinds: [...kindsOf(kinds)], roll: mutable(readRoll(roll)) }
}

const mutable = <T>(list: readonly T[] | null): T[] | null => (list === null ? null : [...list])

export function savedItem(
  { meetingId: _m, position: _p, ...item }: StoredMeetingItem,
  fileNames: ReadonlyMap<string, string>,
): SavedItem {
  return { ...item, developmentFileName: fileNames.get(item.developmentFileId ?? '') ?? null }
}

export function savedFollowUp(row: StoredFollowUp): SavedFollowUp {
  const { id, what, memberId, personName, dueOn, closedOn, result } = row
  return { id, what, memberId, personName, dueOn, closedOn, result }
}

/** Names of the files these items are about, as far as the reader may see them. */
function fileNamesOf(db: ReadDb, items: readonly StoredMeetingItem[]): ReadonlyMap<string, string> {
  const ids = [...new Set(items.flatMap(({ developmentFileId }) => developmentFileId ?? []))]
  return new Map(ids.length === 0 ? [] : getDevelopmentFiles(db, ids).map(({ id, name }) => [id, name]))
}

/** What a meeting says now, whole and in the clear. Whoever asks has read the meeting, cut to the scope, before. */
export function contentOfMeeting(db: ReadDb, meeting: StoredMeeting): MeetingContent {
  const items = itemsOfMeetings(db, [meeting.id])
  const names = fileNamesOf(db, items)
  return {
    fields: fieldsOfMeeting(meeting),
    items: items.map((item) => savedItem(item, names)),
    followUps: followUpsOfMeetings(db, [meeting.id]).map(savedFollowUp),
  }
}

const freeTexts = [
  'hostName',
  'recorderName',
  'lecturerName',
  'title',
  'place',
  'shouldReason',
  'absentWords',
  'observers',
  'summary',
  'lectureTopic',
  'themeProgram',
  'units',
  'effect',
  'remark',
] as const satisfies readonly (keyof OwnFields)[]

/** Texts anybody may have written a number into, as the reader is shown them. */
export function shownContent({ fields, items, followUps }: MeetingContent, reader: Shown): MeetingContent {
  const roll = fields.roll?.map((entry) => shownTexts(entry, ['name', 'note'], reader)) ?? null
  return {
    fields: { ...shownTexts(fields, freeTexts, reader), roll },
    items: items.map((item) => shownTexts(item, ['title', 'presenter', 'discussion', 'decision'], reader)),
    followUps: followUps.map((each) => shownTexts(each, ['what', 'personName', 'result'], reader)),
  }
}

const id = z.string().min(1).max(64)

/** As a version keeps it. */
const contentSchema = z.strictObject({
  fields: meetingInput.omit({ items: true, followUps: true }),
  items: z.array(meetingItemInput.extend({ id, developmentFileName: z.string().nullable() })),
  followUps: z.array(followUpInput.extend({ id })),
})

/** Throws on a text that is no meeting. */
export function readContent(stored: string): MeetingContent {
  return contentSchema.parse(JSON.parse(stored))
}

/** The whole form as it stands, for a save that changes little. */
export function formOf({ fields, items, followUps }: MeetingContent): MeetingFields {
  return {
    ...fields,
    items: items.map(({ developmentFileName: _f, ...item }) => item),
    followUps: [...followUps],
  }
}
