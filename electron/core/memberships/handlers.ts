import type { membershipsRoutes } from '#shared/contract/memberships.ts'
import { AppError } from '#shared/contract/errors.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { HandlersOf } from '../call.ts'
import { readVoters } from '../records/voters.ts'
import { changeStatus, checkStatus } from './changeStatus.ts'
import { correctStay } from './correct.ts'
import { countDay, listDay, refuseFuture } from './dayPeople.ts'
import { checkMove, moveMembers } from './move.ts'
import { readTimeline } from './timeline.ts'

export const membershipsHandlers: HandlersOf<typeof membershipsRoutes> = {
  'memberships.list': (input, { db, ports }) => listDay(db.read, input, ports.clock.today()),
  'memberships.counts': ({ on }, { db, ports }) => ({ on, rows: countDay(db.read, on, ports.clock.today()) }),
  'memberships.voters': ({ organizationId, on }, { db, ports }) => {
    refuseFuture(on, ports.clock.today())
    if (!getOrganization(db.read, organizationId))
      throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
    return readVoters(db.read, organizationId, on)
  },
  'memberships.ofMember': ({ id }, { db, ports }) => ({
    entries: readTimeline(db.read, id, ports.clock.today()),
  }),
  'memberships.checkMove': (input, { db, ports }) => ({ rows: checkMove(db.read, input, ports) }),
  'memberships.move': (input, { db, ports }) => ({ count: moveMembers(db, input, ports) }),
  'memberships.checkStatus': (input, { db, ports }) => ({ findings: checkStatus(db.read, input, ports) }),
  'memberships.changeStatus': (input, { db, ports }) => {
    changeStatus(db, input, ports)
    return null
  },
  'memberships.correct': (input, { db, ports }) => {
    correctStay(db, input, ports)
    return null
  },
}
