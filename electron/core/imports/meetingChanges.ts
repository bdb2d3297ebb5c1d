import type { ImportMode, ImportRow } from '#shared/contract/imports.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import type { RollOfDay } from '#shared/contract/meetingRows.ts'
import { unfilledItem, unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { meetingFieldLabels } from '#shared/labels/meetings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { KnownMeeting } from './meetingSnapshot.ts'
import { textDiffers } from './fieldDiffers.ts'
import type { ReadMeeting } from './readMeeting.ts'

interface Target {
  readonly organizationId: string
  readonly groupId: string | null
  readonly heldOn: DateOnly
  readonly day: RollOfDay
}

/** The one person of the day's list who is called so. */
function memberOf(name: string | null, roll: readonly RollEntry[]): string | null {
  const found = roll.filter((entry) => entry.name === name)
  return found.length === 1 ? (found[0]?.memberId ?? null) : null
}

/**
 * Name by name where the row leaves no doubt: 应到 is the roster's of that day, everybody away is named and is one person of it.
 * Null where only the counts are sure.
 */
function rollOf({ should, present, absence }: ReadMeeting, { day }: Target): readonly RollEntry[] | null {
  if (should === null || present === null || day.should !== should || should === 0) return null
  const away = new Map(absence.people.map((person) => [person.name, person]))
  const counted = day.roll.filter(({ isVoter, exempt }) => isVoter && exempt === null)
  const found = counted.filter(({ name }) => away.has(name))
  const isSure =
    absence.count === should - present && found.length === away.size && away.size === should - present
  if (!isSure) return null
  // Of those without 表决权 the row's numbers say nothing.
  return counted.map((entry) => {
    const person = away.get(entry.name)
    if (person === undefined) return { ...entry, state: 'present', reason: null, note: null }
    const { reason, note } = person
    return {
      ...entry,
      state: reason === null ? 'absent' : 'excused',
      reason,
      note: note === '' ? null : note.slice(0, 100),
    }
  })
}

/** 2025年度组织生活会 held in March 2026 is of 2025. */
function lifeYearOf({ kinds, title }: ReadMeeting): number | null {
  if (!kinds.includes('organizationLife') && !kinds.includes('appraisal')) return null
  const written = /((?:19|20)\d{2})年度/.exec(title)
  return written === null ? null : Number(written[1])
}

/** What a row says, as a meeting; names are linked to members where only one of the day can be meant. */
export function meetingFields(read: ReadMeeting, target: Target): MeetingFields {
  const { kinds, title, decision, lecturerName } = read
  const { organizationId, groupId, heldOn, day } = target
  const roll = rollOf(read, target)
  const isLecture = kinds.includes('lecture')
  const [section = 'other'] = kinds
  return {
    ...unfilledMeeting,
    organizationId,
    groupId,
    kinds: [...kinds],
    title,
    heldOn,
    startTime: read.startTime,
    endTime: read.endTime,
    place: read.place,
    hostId: memberOf(read.hostName, day.roll),
    hostName: read.hostName,
    recorderId: memberOf(read.recorderName, day.roll),
    recorderName: read.recorderName,
    should: read.should,
    present: read.present,
    roll: roll === null ? null : [...roll],
    absentWords: roll === null ? read.absentWords : null,
    observers: read.observers === null ? null : read.observers.replaceAll(/[、,，;；]+/g, '\n'),
    summary: read.summary,
    lectureTopic: isLecture ? title : null,
    lecturerId: memberOf(lecturerName, day.roll),
    lecturerName,
    isSecretaryLecturing:
      !isLecture || lecturerName === null || day.secretary === null
        ? null
        : day.secretary.name === lecturerName,
    lifeYear: lifeYearOf(read),
    remark: read.remark,
    items: decision === null ? [] : [{ ...unfilledItem, section, title, decision }],
  }
}

const compared = [
  'title',
  'startTime',
  'endTime',
  'place',
  'hostName',
  'recorderName',
  'should',
  'present',
  'absentWords',
  'observers',
  'summary',
  'lecturerName',
  'remark',
] as const

type Compared = (typeof compared)[number]

export interface MeetingChanges {
  readonly set: Partial<Pick<MeetingFields, Compared>>
  readonly changes: ImportRow['changes']
}

/** Who came is the meeting's own where it has a roll: a sheet's numbers do not change it. */
const ofRoll: ReadonlySet<string> = new Set<Compared>(['should', 'present', 'absentWords'])

/** What a row changes in a meeting that is there; a blank cell never overwrites. */
export function meetingChanges(
  current: KnownMeeting,
  fields: MeetingFields,
  mode: ImportMode,
): MeetingChanges {
  const set: Partial<Pick<MeetingFields, Compared>> = {}
  const changes: ImportRow['changes'][number][] = []
  for (const key of compared) {
    const [old, value] = [current[key], fields[key]]
    if (value === null || (current.hasRoll === 1 && ofRoll.has(key))) continue
    const isSame =
      typeof old === 'string' && typeof value === 'string' ? !textDiffers(old, value) : old === value
    if (isSame || (mode === 'fillBlanks' && old !== null)) continue
    Object.assign(set, { [key]: value })
    changes.push({
      field: key,
      label: meetingFieldLabels[key],
      old: old === null ? '' : String(old),
      new: String(value),
    })
  }
  return { set, changes }
}
