import type { ReadDb } from '#db/database.ts'
import type { OrganizationTerms, TermFields, termsRoutes } from '#shared/contract/terms.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { readCommittees } from '../records/committees.ts'
import { listTermsDue } from './board.ts'
import { deleteTerm, extendTerm, recordTerm, requireOrganization, updateTermFields } from './commands.ts'
import { organizationTerms } from './rows.ts'

function termsOf(db: ReadDb, organizationId: string, today: DateOnly): OrganizationTerms {
  requireOrganization(db, organizationId)
  const [committee] = readCommittees(db, today, [organizationId]).all
  if (!committee) throw new Error('an organization in reach stands in no tree')
  return organizationTerms(committee, today)
}

export const termsHandlers: HandlersOf<typeof termsRoutes> = {
  'terms.list': (input, { db, ports }) => listTermsDue(db.read, input, ports.clock.today()),
  'terms.of': ({ organizationId }, { db, ports }) => termsOf(db.read, organizationId, ports.clock.today()),
  'terms.record': (input, { db, ports }) => {
    recordTerm(db, input, ports)
    return termsOf(db.read, input.organizationId, ports.clock.today())
  },
  'terms.update': ({ id, version, fields }, { db, ports }) => {
    const organizationId = updateTermFields(db, { id, version, fields: defined<TermFields>(fields) }, ports)
    return termsOf(db.read, organizationId, ports.clock.today())
  },
  'terms.extend': (input, { db, ports }) =>
    termsOf(db.read, extendTerm(db, input, ports), ports.clock.today()),
  'terms.trash': (input, { db, ports }) => {
    deleteTerm(db, input, ports)
    return null
  },
}
