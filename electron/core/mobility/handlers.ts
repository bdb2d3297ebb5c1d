import type { Database } from '#db/database.ts'
import { getMobility } from '#db/queries/mobility.ts'
import type { MobilityFields, mobilityRoutes } from '#shared/contract/mobility.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { changeMobility, closeMobility, createMobility, reopenMobility, trashMobility } from './commands.ts'
import { addContact, changeContact, removeContact } from './contacts.ts'
import { dueThisWeek, listLedger, mobilityDetail, notFound, placesOf, recordsOfMember } from './queries.ts'

/** The person's numbers, of the record or else of the roster: whoever is to be called needs one. Every look is logged. */
function reveal(db: Database, id: string): RouteOutput<'mobility.reveal'> {
  const found = getMobility(db.read, id)
  if (!found) throw notFound()
  const { record, member } = found
  db.write((tx) =>
    tx.audit.note({
      kind: 'mobilityRecord',
      recordId: id,
      name: member?.name ?? record.name ?? '',
      organizationId: member?.organizationId ?? record.organizationId,
    }),
  )
  return { idNo: member?.idNo ?? record.idNo, phone: record.phone ?? member?.mobile ?? null }
}

export const mobilityHandlers: HandlersOf<typeof mobilityRoutes> = {
  'mobility.list': (input, { db, ports }) => listLedger(db.read, input, ports.clock.today()),
  'mobility.get': ({ id }, { db, ports }) => mobilityDetail(db.read, id, ports.clock.today()),
  'mobility.ofMember': ({ memberId }, { db, ports }) => ({
    records: recordsOfMember(db.read, memberId, ports.clock.today()),
  }),
  'mobility.due': (input, { db, ports }) => dueThisWeek(db.read, input, ports.clock.today()),
  'mobility.places': (input, { db }) => placesOf(db.read, input),
  'mobility.reveal': ({ id }, { db }) => reveal(db, id),
  'mobility.create': (input, { db, ports }) =>
    mobilityDetail(db.read, createMobility(db, input, ports), ports.clock.today()),
  'mobility.update': ({ id, version, fields }, { db, ports }) => {
    changeMobility(db, { id, version, fields: defined<MobilityFields>(fields) }, ports)
    return mobilityDetail(db.read, id, ports.clock.today())
  },
  'mobility.close': (input, { db, ports }) => {
    closeMobility(db, input, ports)
    return mobilityDetail(db.read, input.id, ports.clock.today())
  },
  'mobility.reopen': (input, { db, ports }) => {
    reopenMobility(db, input, ports)
    return mobilityDetail(db.read, input.id, ports.clock.today())
  },
  'mobility.trash': (input, { db, ports }) => {
    trashMobility(db, input, ports)
    return null
  },
  'mobility.addContact': (input, { db, ports }) => {
    addContact(db, input, ports)
    return mobilityDetail(db.read, input.recordId, ports.clock.today())
  },
  'mobility.updateContact': (input, { db, ports }) =>
    mobilityDetail(db.read, changeContact(db, input, ports), ports.clock.today()),
  'mobility.removeContact': (input, { db, ports }) =>
    mobilityDetail(db.read, removeContact(db, input), ports.clock.today()),
}
