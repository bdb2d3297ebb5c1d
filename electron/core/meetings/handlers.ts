import type { meetingsRoutes } from '#shared/contract/meetings.ts'
import type { HandlersOf } from '../call.ts'
import { meetingDetail, meetingVersion } from '../records/meetingDetail.ts'
import { rollOfDay } from '../records/meetingRollOfDay.ts'
import { checkMeetings } from './checking.ts'
import { createMeeting, finalizeMeeting, trashMeeting, updateMeeting } from './commands.ts'
import { copyMeeting } from './copy.ts'
import type { DevelopmentDeeds } from './developmentVotes.ts'
import { closeFollowUp, followUpBoard } from './followUps.ts'
import { makeUpMeeting } from './makeUp.ts'
import { meetingList } from './queries.ts'

type Handlers = Omit<
  HandlersOf<typeof meetingsRoutes>,
  'meetings.grid' | 'meetings.compliance' | 'meetings.attendance' | 'meetings.revealContact'
>

export function meetingsHandlers(deeds: DevelopmentDeeds): Handlers {
  return {
    'meetings.list': (input, { db }) => meetingList(db.read, input),
    'meetings.get': ({ id }, { db }) => meetingDetail(db.read, id),
    'meetings.version': ({ id, no }, { db }) => meetingVersion(db.read, id, no),
    'meetings.roll': (input, { db }) => rollOfDay(db.read, input),
    'meetings.create': ({ fields }, { db, ports }) =>
      meetingDetail(db.read, createMeeting(db, fields, ports)),
    'meetings.update': (input, { db, ports, account }) => {
      updateMeeting(db, input, { deeds, by: account.displayName, ports })
      return meetingDetail(db.read, input.id)
    },
    'meetings.finalize': (input, { db, ports }) => {
      finalizeMeeting(db, input, deeds, ports)
      return meetingDetail(db.read, input.id)
    },
    'meetings.copy': (input, { db, ports }) => meetingDetail(db.read, copyMeeting(db, input, ports)),
    'meetings.trash': (input, { db, ports }) => {
      trashMeeting(db, input, ports)
      return null
    },
    'meetings.check': (input, { db, ports, account }) => checkMeetings(db, input, account.displayName, ports),
    'meetings.followUps': (input, { db, ports }) => followUpBoard(db.read, input, ports.clock.today()),
    'meetings.closeFollowUp': (input, { db, ports }) => {
      closeFollowUp(db, input, ports)
      return null
    },
    'meetings.makeUp': (input, { db, ports }) => {
      makeUpMeeting(db, input, ports)
      return null
    },
  }
}
