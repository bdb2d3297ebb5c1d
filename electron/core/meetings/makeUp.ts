import type { Database } from '#db/database.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readRoll, writeRoll } from '../records/meetingRoll.ts'
import { setMeeting } from '../records/meetingStore.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, readMeeting, refuse } from './checks.ts'

/** 补学 or 送学上门 of somebody who was not there; the record itself stays as it is, so no version is made of it. */
export function makeUpMeeting(
  db: Database,
  { id, version, memberId, madeUpOn }: RouteInput<'meetings.makeUp'>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const meeting = readMeeting(db.read, { id, version })
  const roll = readRoll(meeting.roll) ?? []
  const entry = roll.find((each) => each.memberId === memberId)
  if (entry === undefined)
    throw conflict(
      'not on the roll',
      '这次会议的名单里没有这个人，不能登记补学。请先在会议记录里补上到会情况',
    )
  if (entry.state === 'present' && madeUpOn !== null)
    throw conflict('was there', `“${entry.name}”这次到会了，不需要补学`)
  if (madeUpOn !== null && (madeUpOn < meeting.heldOn || madeUpOn > moment.today))
    throw refuse({ madeUpOn: `补学日期应在会议当天（${formatPartialDate(meeting.heldOn)}）至今天之间` })
  const after = roll.map((each) => (each.memberId === memberId ? { ...each, madeUpOn } : each))
  db.write((tx) => setMeeting(tx, meeting, { roll: writeRoll(after) }, moment))
}
