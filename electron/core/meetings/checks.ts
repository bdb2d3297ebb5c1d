import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFiles } from '#db/queries/developmentFiles.ts'
import { getMeeting, type StoredMeeting } from '#db/queries/meetings.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import { whyNotHeldHere } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { mustBeCounted } from '#shared/domain/meetings/votes.ts'
import { meetingKindLabels } from '#shared/labels/meetings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { kindOf } from '../records/organizationKind.ts'
import { openable } from '../records/openable.ts'
import { noSuchMeeting } from '../records/meetingDetail.ts'
import { staleMeeting } from '../records/meetingStore.ts'
import { voteSubject } from '../records/meetingVotes.ts'

export function refuse(fields: FieldErrors): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

/** Something stands in the way of what was asked. */
export function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

export interface Versioned {
  readonly id: string
  readonly version: number
}

/** Throws NOT_FOUND for one out of reach or in the trash. */
export function findMeeting(db: ReadDb, id: string): StoredMeeting {
  const meeting = getMeeting(db, id)
  if (!meeting || meeting.deletedAt !== null) throw noSuchMeeting()
  return meeting
}

/** Throws NOT_FOUND, STALE_WRITE. */
export function readMeeting(db: ReadDb, { id, version }: Versioned): StoredMeeting {
  const meeting = findMeeting(db, id)
  if (meeting.version !== version) throw staleMeeting()
  return meeting
}

const blanksAsNull = <T extends object>(record: T): T =>
  // Sound: whatever may be blank may be null; titles and the like are never blank.
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value === '' ? null : value])) as T

/** A text of nothing is none. */
export function withoutBlanks({ items, followUps, ...own }: MeetingFields): MeetingFields {
  return { ...blanksAsNull(own), items: items.map(blanksAsNull), followUps: followUps.map(blanksAsNull) }
}

/** A branch, or a committee whose own meeting it is (trap 15: not its 组织生活会); one that has ended keeps its book. */
function placeErrors(
  db: ReadDb,
  { organizationId, groupId, kinds }: MeetingFields,
  before: MeetingFields | null,
): FieldErrors {
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null)
    return { organizationId: '找不到这个党组织，请重新选择' }
  if (organization.type === 'XZ')
    return { organizationId: '党小组的会记在它所在的党支部，请选择党支部，再选党小组' }
  const isSamePlace = before?.organizationId === organizationId
  const ofBranches = kinds.filter((kind) => kind === 'organizationLife' || kind === 'appraisal')
  const why = whyNotHeldHere(kindOf(organization).type)
  if (why !== null && ofBranches.some((kind) => !(isSamePlace && before.kinds.includes(kind))))
    return { organizationId: why }
  if (groupId === null || !kinds.includes('groupMeeting')) return {}
  // Wherever the group is by now: it was this meeting's.
  if (isSamePlace && before.groupId === groupId) return {}
  const group = getOrganization(db, groupId)
  return group?.parentId === organizationId && group.type === 'XZ' && group.deletedAt === null
    ? {}
    : { groupId: '党小组不属于这个党支部，请重新选择' }
}

function partErrors(fields: MeetingFields, today: DateOnly): FieldErrors {
  const { items, followUps, kinds, roll, startTime, endTime } = fields
  const astray = items.find(({ section }) => !kinds.includes(section))
  const about = items.flatMap(({ developmentFileId, matter }) =>
    developmentFileId === null || voteSubject(matter) === null ? [] : [`${matter} ${developmentFileId}`],
  )
  const people = (roll ?? []).flatMap(({ memberId }) => memberId ?? [])
  const isTwice = (parts: readonly { readonly id: string | null }[]) => {
    const ids = parts.flatMap(({ id }) => id ?? [])
    return new Set(ids).size < ids.length
  }
  const future = (roll ?? []).find(({ madeUpOn }) => madeUpOn !== null && madeUpOn > today)
  const early = followUps.find(({ closedOn }) => closedOn !== null && closedOn > today)
  return {
    ...(startTime !== null && endTime !== null && endTime <= startTime
      ? { endTime: '结束时间应晚于开始时间' }
      : {}),
    ...(astray === undefined
      ? {}
      : {
          items: `议题“${astray.title}”记在“${meetingKindLabels[astray.section]}”，会议类型里没有选它，请改选会议类型或议题所在的会议`,
        }),
    ...(new Set(about).size < about.length ? { items: '同一人的同一事项列了两次，请合并成一个议题' } : {}),
    ...(isTwice(items) ? { items: '同一个议题列了两次，请删去一个' } : {}),
    ...(isTwice(followUps) ? { followUps: '同一个落实事项列了两次，请删去一个' } : {}),
    ...(new Set(people).size < people.length ? { roll: '到会名单里有人列了两次，请删去一个' } : {}),
    ...(future === undefined ? {} : { roll: `“${future.name}”的补学日期晚于今天，请核对` }),
    ...(early === undefined ? {} : { followUps: `“${early.what}”的办结日期晚于今天，请核对` }),
  }
}

/** Files of 发展党员 named anew are in reach; those the meeting named before stay, wherever they are now. */
function fileErrors(db: ReadDb, { items }: MeetingFields, known: ReadonlySet<string>): FieldErrors {
  const ids = [...new Set(items.flatMap(({ developmentFileId }) => developmentFileId ?? []))].filter(
    (id) => !known.has(id),
  )
  const there = new Set(
    (ids.length === 0 ? [] : getDevelopmentFiles(db, ids))
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id }) => id),
  )
  return ids.every((id) => there.has(id)) ? {} : { items: '找不到议题所选的发展党员档案，请重新选择' }
}

const peopleOf = ({
  hostId,
  hostName,
  recorderId,
  recorderName,
  lecturerId,
  lecturerName,
  ...parts
}: MeetingFields) => [
  { field: 'hostName', memberId: hostId, name: hostName },
  { field: 'recorderName', memberId: recorderId, name: recorderName },
  { field: 'lecturerName', memberId: lecturerId, name: lecturerName },
  ...(parts.roll ?? []).map(({ memberId, name }) => ({ field: 'roll', memberId, name })),
  ...parts.followUps.map(({ memberId, personName: name }) => ({ field: 'followUps', memberId, name })),
]

/** Members named anew are in reach; those the meeting named before stay, wherever they are now. */
function personErrors(db: ReadDb, fields: MeetingFields, before: MeetingFields | null): FieldErrors {
  const known = new Set(before === null ? [] : peopleOf(before).map(({ memberId }) => memberId))
  const fresh = peopleOf(fields).filter(({ memberId }) => memberId !== null && !known.has(memberId))
  const there = openable(
    db,
    fresh.map(({ memberId }) => memberId),
  )
  const astray = fresh.find(({ memberId }) => memberId !== null && !there.has(memberId))
  return astray === undefined
    ? {}
    : { [astray.field]: `“${astray.name ?? ''}”不在您的管理范围或已删除，请重新选择，或只填姓名` }
}

/** Throws VALIDATION_FAILED by field: what contradicts itself. `before`: what the meeting says already. */
export function checkFields(
  db: ReadDb,
  fields: MeetingFields,
  { today, before = null }: { readonly today: DateOnly; readonly before?: MeetingFields | null },
): void {
  const files = (before?.items ?? []).flatMap(({ developmentFileId }) => developmentFileId ?? [])
  const errors = {
    ...placeErrors(db, fields, before),
    ...fileErrors(db, fields, new Set(files)),
    ...personErrors(db, fields, before),
    ...partErrors(fields, today),
  }
  if (Object.keys(errors).length > 0) throw refuse(errors)
}

const thinAfterDays = 365

/** Whether a record is of long ago, so that what nobody wrote down then cannot be asked for now. */
export function isHistory(heldOn: DateOnly, today: DateOnly): boolean {
  return Date.parse(today) - Date.parse(heldOn) > thinAfterDays * 86_400_000
}

/** What a record lacks to be one, each as a word; of long ago only what makes it meaningless. */
export function missingForFinal(fields: MeetingFields, today: DateOnly): readonly string[] {
  const { hostName, recorderName, roll, present, items, summary, lectureTopic, themeProgram, effect } = fields
  const isOld = isHistory(fields.heldOn, today)
  const isEmpty =
    items.length === 0 && [summary, lectureTopic, themeProgram, effect].every((text) => text === null)
  const uncounted = items.filter(
    ({ matter, should, present: came, agreed }) =>
      mustBeCounted(matter) && matter !== 'election' && (should === null || came === null || agreed === null),
  )
  const nobody = roll?.every(({ state }) => state !== 'present') ?? (present === null || present === 0)
  return [
    ...(hostName === null && !isOld ? ['主持人'] : []),
    ...(recorderName === null && !isOld ? ['记录人'] : []),
    ...(nobody && !isOld ? ['到会情况（逐人登记，或填写应到、实到人数）'] : []),
    ...(isEmpty ? ['会议内容（议题或纪要）'] : []),
    ...(isOld ? [] : uncounted.map(({ title }) => `议题“${title}”的表决票数`)),
  ]
}
