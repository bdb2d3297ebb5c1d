import type { Database } from '#db/database.ts'
import { nextSeqNo } from '#db/queries/meetingList.ts'
import { getMeeting, type StoredMeeting } from '#db/queries/meetings.ts'
import { listTerms } from '#db/queries/terms.ts'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import { termOn } from '#shared/domain/terms.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { contentOfMeeting, formOf } from '../records/meetingContent.ts'
import { addMeeting, changeMeeting, enteredBy, setMeeting } from '../records/meetingStore.ts'
import { renewMeetingYears, yearsOf } from '../records/meetingYears.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import {
  checkFields,
  conflict,
  missingForFinal,
  readMeeting,
  refuse,
  type Versioned,
  withoutBlanks,
} from './checks.ts'
import { type DevelopmentDeeds, refuseLosingVotes, writeVotesThrough } from './developmentVotes.ts'

/** A draft; it may be of a day that comes, for its 签到表. Answers its id. */
export function createMeeting(db: Database, form: MeetingFields, ports: Ports): string {
  const moment = momentOf(ports)
  const fields = withoutBlanks(form)
  checkFields(db.read, fields, { today: moment.today })
  return db.write((tx) =>
    addMeeting(tx, fields, { status: 'draft', enteredOn: moment.today, isImported: false }, moment),
  )
}

interface Update extends Versioned {
  readonly fields: MeetingFields
  readonly reason: string | null
}

/** Throws STALE_WRITE; VALIDATION_FAILED by field, and for a final meeting without a reason. */
export function updateMeeting(
  db: Database,
  { id, version, fields: form, reason }: Update,
  { deeds, by, ports }: { readonly deeds: DevelopmentDeeds; readonly by: string; readonly ports: Ports },
): void {
  const moment = momentOf(ports)
  const meeting = readMeeting(db.read, { id, version })
  const fields = withoutBlanks(form)
  const before = formOf(contentOfMeeting(db.read, meeting))
  checkFields(db.read, fields, { today: moment.today, before })
  const isFinal = meeting.status === 'final'
  if (isFinal) {
    if (reason === null) throw refuse({ reason: '记录已定稿，修改请写明原因，原来的内容留作前一版' })
    checkFinal(fields, moment.today, before)
  }
  // A final record keeps its number where the form leaves it to the program.
  const { termNo, seqNo } = meeting
  const whole = isFinal
    ? { ...fields, termNo: fields.termNo ?? termNo, seqNo: fields.seqNo ?? seqNo }
    : fields
  db.write((tx) => {
    if (isFinal) refuseLosingVotes(tx, meeting, fields)
    changeMeeting(tx, meeting, whole, reason === null ? null : { reason, by }, moment)
    const after = getMeeting(tx, id)
    if (isFinal && after !== undefined) writeVotesThrough(tx, deeds, after, moment)
  })
}

/** Throws CONFLICT with one sentence that names all that is missing; what a record of before lacked already is not asked for. */
function checkFinal(fields: MeetingFields, today: DateOnly, before: MeetingFields | null): void {
  if (fields.heldOn > today)
    throw conflict(
      'held in the future',
      `会议日期（${formatPartialDate(fields.heldOn)}）还没有到，会后再定稿`,
    )
  const known = before === null ? [] : missingForFinal({ ...before, heldOn: fields.heldOn }, today)
  const missing = missingForFinal(fields, today).filter((what) => !known.includes(what))
  if (missing.length > 0)
    throw conflict(
      'the record is not whole',
      `还不能${before === null ? '定稿' : '保存'}，还缺：${missing.join('、')}。请补齐后再${before === null ? '定稿' : '保存'}`,
    )
}

/**
 * 第×届第×次: counted by branch (and group) and by the first kind of the meeting, within the term the day falls into; where no term
 * with a number is on record, within the calendar year. What somebody wrote stands; where earlier ones bear no number it stays empty.
 */
function numberOf(db: Database['read'], meeting: StoredMeeting): Pick<StoredMeeting, 'termNo' | 'seqNo'> {
  const { organizationId, groupId, heldOn } = meeting
  const term = termOn(listTerms(db, [organizationId]), heldOn)
  const termNo = meeting.termNo ?? term?.termNo ?? null
  const kind = meeting.kinds.split(',')[0] ?? ''
  const from = termNo === null || term === null ? heldOn.slice(0, 4) : term.fromOn
  const asked = { id: meeting.id, organizationId, groupId, kind, termNo, from, heldOn }
  return { termNo, seqNo: meeting.seqNo ?? nextSeqNo(db, asked) }
}

/** Throws STALE_WRITE; CONFLICT for one that is final, that lacks something, or whose votes the rules of 发展党员 refuse. */
export function finalizeMeeting(db: Database, input: Versioned, deeds: DevelopmentDeeds, ports: Ports): void {
  const moment = momentOf(ports)
  const meeting = readMeeting(db.read, input)
  if (meeting.status === 'final') throw conflict('final already', '这份记录已经定稿，请刷新查看')
  checkFinal(formOf(contentOfMeeting(db.read, meeting)), moment.today, null)
  db.write((tx) => {
    const set = {
      status: 'final',
      finalizedOn: moment.today,
      enteredOn: enteredBy(meeting, meeting.heldOn, moment.today),
      ...numberOf(tx, meeting),
    } as const
    setMeeting(tx, meeting, set, moment)
    const after = getMeeting(tx, meeting.id)
    if (after !== undefined) writeVotesThrough(tx, deeds, after, moment)
  })
}

export function trashMeeting(
  db: Database,
  { id, version, reason }: Versioned & { readonly reason: string },
  ports: Ports,
): void {
  const meeting = readMeeting(db.read, { id, version })
  db.write((tx) => {
    refuseLosingVotes(tx, meeting, null)
    movePlainToTrash(tx, 'meeting', { id, version }, reason, momentOf(ports))
    renewMeetingYears(tx, yearsOf(meeting))
  })
}
