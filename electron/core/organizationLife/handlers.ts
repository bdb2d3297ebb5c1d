import { branchesWithout } from '#db/queries/organizationLife.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { organizationLifeRoutes } from '#shared/contract/organizationLife.ts'
import type { HandlersOf } from '../call.ts'
import { appraisalDetail } from '../records/appraisalDetail.ts'
import { lifeMeetingDetail } from '../records/lifeMeetingDetail.ts'
import { readTalksWithout } from '../records/talksWithout.ts'
import { createAppraisal, saveAppraisal, trashAppraisal } from './appraisalCommands.ts'
import { listAppraisals, memberResults, proposedPeople } from './appraisals.ts'
import { createLifeMeeting, saveLifeMeeting, trashLifeMeeting } from './lifeMeetingCommands.ts'
import { listLifeMeetings } from './lifeMeetings.ts'
import { listTalkRows, saveTalk, talkDetail, trashTalk } from './talks.ts'

/** 组织生活会, 民主评议党员, 谈心谈话. */
export const organizationLifeHandlers: HandlersOf<typeof organizationLifeRoutes> = {
  'lifeMeetings.list': (input, { db, ports }) => listLifeMeetings(db.read, input, ports.clock.today()),
  'lifeMeetings.without': ({ organizationId, year, ...part }, { db }) =>
    branchesWithout(db.read, 'life_meetings', { organizationId, year }, part),
  'lifeMeetings.get': ({ id }, { db, ports }) => lifeMeetingDetail(db.read, id, ports.clock.today()),
  'lifeMeetings.create': ({ fields }, { db, ports }) =>
    lifeMeetingDetail(db.read, createLifeMeeting(db, fields, ports), ports.clock.today()),
  'lifeMeetings.update': (input, { db, ports }) => {
    saveLifeMeeting(db, input, ports)
    return lifeMeetingDetail(db.read, input.id, ports.clock.today())
  },
  'lifeMeetings.trash': (input, { db, ports }) => {
    trashLifeMeeting(db, input, ports)
    return null
  },
  'appraisals.list': (input, { db }) => listAppraisals(db.read, input),
  'appraisals.without': ({ organizationId, year, ...part }, { db }) =>
    branchesWithout(db.read, 'appraisals', { organizationId, year }, part),
  'appraisals.get': ({ id }, { db, ports }) => appraisalDetail(db.read, id, ports.clock.today()),
  'appraisals.people': (input, { db }) => proposedPeople(db.read, input),
  'appraisals.create': ({ fields }, { db, ports }) =>
    appraisalDetail(db.read, createAppraisal(db, fields, ports), ports.clock.today()),
  'appraisals.update': (input, { db, ports }) => {
    saveAppraisal(db, input, ports)
    return appraisalDetail(db.read, input.id, ports.clock.today())
  },
  'appraisals.trash': (input, { db, ports }) => {
    trashAppraisal(db, input, ports)
    return null
  },
  'appraisals.ofMember': ({ memberId }, { db }) => memberResults(db.read, memberId),
  'talks.list': (input, { db }) => listTalkRows(db.read, input),
  'talks.get': ({ id }, { db }) => talkDetail(db.read, id),
  'talks.without': ({ organizationId, year }, { db, ports }) => {
    if (!getOrganization(db.read, organizationId))
      throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '所选党支部已不存在，请重新选择' })
    return readTalksWithout(db.read, { organizationId, year }, ports.clock.today())
  },
  'talks.save': (input, { db, ports }) => saveTalk(db, input, ports),
  'talks.trash': (input, { db, ports }) => {
    trashTalk(db, input, ports)
    return null
  },
}
