import { getOrganization } from '#db/queries/organizations.ts'
import type { meetingsRoutes } from '#shared/contract/meetings.ts'
import type { HandlersOf } from '../call.ts'
import { gridOf, readDutyGrid } from '../records/dutyGrid.ts'
import { readCompliance } from '../records/lifeCompliance.ts'
import { readAttendance } from '../records/meetingAttendance.ts'
import { noOrganization } from '../records/noOrganization.ts'
import { revealContact } from './revealContact.ts'

type ComplianceRoute =
  | 'meetings.grid'
  | 'meetings.compliance'
  | 'meetings.attendance'
  | 'meetings.revealContact'

export const meetingComplianceHandlers: Pick<HandlersOf<typeof meetingsRoutes>, ComplianceRoute> = {
  'meetings.grid': (input, { db, ports }) => gridOf(readDutyGrid(db.read, input, ports.clock.today()), input),
  'meetings.compliance': (input, { db, ports }) => {
    const compliance = readCompliance(db.read, input, ports.clock.today())
    if (compliance === undefined) throw noOrganization()
    return compliance
  },
  'meetings.attendance': (input, { db }) => {
    const row = getOrganization(db.read, input.organizationId)
    if (!row || row.deletedAt !== null) throw noOrganization()
    return readAttendance(db.read, input)
  },
  'meetings.revealContact': ({ organizationId }, { db, ports }) =>
    revealContact(db, organizationId, ports.clock.today()),
}
