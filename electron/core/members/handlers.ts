import type { MemberRecord, membersRoutes } from '#shared/contract/members.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { applyBulk, previewBulk } from './bulk.ts'
import { createMember, trashMembers, updateMember } from './commands.ts'
import { checkMember, listIds, listMembers, memberDetail, search } from './queries.ts'
import { revealMember } from './reveal.ts'

export const membersHandlers: HandlersOf<typeof membersRoutes> = {
  'members.list': (input, { db, ports }) => listMembers(db.read, input, ports.clock.today()),
  'members.listIds': (input, { db, ports }) => listIds(db.read, input, ports.clock.today()),
  'members.get': ({ id }, { db, ports }) => memberDetail(db.read, id, ports.clock.today()),
  'members.search': ({ text, limit }, { db }) => ({ hits: search(db.read, text, limit) }),
  'members.check': ({ excludeId, fields }, { db, ports }) =>
    checkMember(db.read, { excludeId, fields: defined<MemberRecord>(fields) }, ports.clock.today()),
  'members.reveal': ({ id }, { db, account, session }) => revealMember(db, id, account.id, session.id),
  'members.create': ({ fields }, { db, ports }) =>
    memberDetail(db.read, createMember(db, fields, ports), ports.clock.today()),
  'members.update': ({ id, version, fields }, { db, ports }) => {
    updateMember(db, { id, version, fields: defined<MemberRecord>(fields) }, ports)
    return memberDetail(db.read, id, ports.clock.today())
  },
  'members.trash': ({ members, reason }, { db, ports }) => ({
    count: trashMembers(db, members, reason, ports),
  }),
  'members.previewBulk': ({ ids, change }, { db, ports }) => ({
    rows: previewBulk(db.read, ids, change, ports),
  }),
  'members.applyBulk': ({ members, change }, { db, ports }) => ({
    count: applyBulk(db, members, change, ports),
  }),
}
