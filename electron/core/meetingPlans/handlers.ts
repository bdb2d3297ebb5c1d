import type { ReadDb } from '#db/database.ts'
import type { MeetingPlanDetail, meetingPlansRoutes } from '#shared/contract/meetingPlans.ts'
import type { HandlersOf } from '../call.ts'
import { readMeetingPlan } from '../records/meetingPlan.ts'
import { readTopicGuides } from '../records/topicGuides.ts'
import { saveGuide, trashGuide } from './guides.ts'
import { noOrganization } from '../records/noOrganization.ts'
import { savePlan } from './plans.ts'

function planOf(
  db: ReadDb,
  key: { readonly organizationId: string; readonly year: number },
): MeetingPlanDetail {
  const plan = readMeetingPlan(db, key)
  if (plan === undefined) throw noOrganization()
  return plan
}

export const meetingPlansHandlers: HandlersOf<typeof meetingPlansRoutes> = {
  'meetingPlans.get': (input, { db }) => planOf(db.read, input),
  'meetingPlans.save': (input, { db, ports }) => {
    savePlan(db, input, ports)
    return planOf(db.read, input)
  },
  'topicGuides.list': ({ year }, { db }) => ({ rows: readTopicGuides(db.read, year) }),
  'topicGuides.save': (input, { db, ports }) => saveGuide(db, input, ports),
  'topicGuides.trash': (input, { db, ports }) => {
    trashGuide(db, input, ports)
    return null
  },
}
