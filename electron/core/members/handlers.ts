import { recordOf } from '#db/queries/memberRecords.ts'
import { getMember, listTrash } from '#db/queries/members.ts'
import type { MemberRecord, membersRoutes } from '#shared/contract/members.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { applyBulk, previewBulk } from './bulk.ts'
import { createMember, restoreMembers, trashMembers, updateMember } from './commands.ts'
import { checkMember, listIds, listMembers, memberDetail, notFound, search } from './queries.ts'

export const membersHandlers: HandlersOf<typeof membersRoutes> = {
  'members.list': (input, { db, ports }) => listMembers(db.read, input, ports.clock.today()),
  'members.listIds': (input, { db, ports }) => listIds(db.read, input, ports.clock.today()),
  'members.get': ({ id }, { db, ports }) => memberDetail(db.read, id, ports.clock.today()),
  'members.search': ({ text, limit }, { db }) => ({ hits: search(db.read, text, limit) }),
  'members.check': ({ excludeId, fields }, { db, ports }) =>
    checkMember(db.read, { excludeId, fields: defined<MemberRecord>(fields) }, ports.clock.today()),
  'members.reveal': ({ id }, { db }) => {
    const member = getMember(db.read, id)
    if (!member) throw notFound()
    const { idNo, mobile, phone, hukou, address } = recordOf(member)
    return { idNo, mobile, phone, hukou, address }
  },
  'members.create': ({ fields }, { db, ports }) =>
    memberDetail(db.read, createMember(db, fields, ports), ports.clock.today()),
  'members.update': ({ id, version, fields }, { db, ports }) => {
    updateMember(db, { id, version, fields: defined<MemberRecord>(fields) }, ports)
    return memberDetail(db.read, id, ports.clock.today())
  },
  'members.trash': ({ members, reason }, { db, ports }) => ({
    count: trashMembers(db, members, reason, ports),
  }),
  'members.restore': ({ ids }, { db, ports }) => ({ count: restoreMembers(db, ids, ports) }),
  'members.listTrash': (input, { db }) => listTrash(db.read, input),
  'members.previewBulk': ({ ids, change }, { db, ports }) => ({
    rows: previewBulk(db.read, ids, change, ports),
  }),
  'members.applyBulk': ({ members, change }, { db, ports }) => ({
    count: applyBulk(db, members, change, ports),
  }),
}
