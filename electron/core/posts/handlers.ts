import type { ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { listPostsOfMember } from '#db/queries/posts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ContactPerson, OrganizationPosts, postsRoutes } from '#shared/contract/posts.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { maskField } from '#shared/domain/memberMasks.ts'
import { defined } from '#shared/lib/defined.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { HandlersOf } from '../call.ts'
import { readCommittees } from '../records/committees.ts'
import { type Contact, readContacts } from '../records/contacts.ts'
import { kindOf } from '../records/organizationKind.ts'
import { deletePost, enterNewPosts, leavePost, requireOrganization, updatePostFields } from './commands.ts'
import { revealPost } from './reveal.ts'
import { isReachableIn, organizationPosts, postRow } from './rows.ts'

function postsOf(db: ReadDb, organizationId: string, asOf: DateOnly, today: DateOnly): OrganizationPosts {
  requireOrganization(db, organizationId)
  const { all, holders, tree } = readCommittees(db, today, [organizationId])
  const [committee] = all
  if (!committee) throw new Error('an organization in reach stands in no tree')
  return organizationPosts(committee, asOf, {
    on: asOf,
    organizationName: (id) => tree.get(id)?.shortName ?? '',
    isReachable: isReachableIn(db, holders),
    reader: db,
  })
}

function postsOfMember(db: ReadDb, memberId: string, today: DateOnly): RouteOutput<'posts.ofMember'> {
  if (!getMember(db, memberId))
    throw new AppError('NOT_FOUND', 'no such member', { messageZh: '找不到这名党员，请刷新后重试' })
  const names = organizationNames(db)
  const context = {
    on: today,
    organizationName: (id: string) => names.get(id) ?? '',
    isReachable: () => true,
    reader: db,
  }
  return { posts: listPostsOfMember(db, memberId).map((post) => postRow(post, context)) }
}

function contacts(
  db: ReadDb,
  { organizationId, text, offset, limit }: RouteInput<'posts.contacts'>,
  today: DateOnly,
): RouteOutput<'posts.contacts'> {
  const shown = (person: Contact | null): ContactPerson | null =>
    person === null
      ? null
      : { ...person, phone: person.phone === null ? null : maskField('mobile', person.phone, db) }
  const rows = readContacts(db, organizationId, today).map((each) => ({
    organizationId: each.committee.row.id,
    organizationName: each.committee.row.shortName,
    organizationType: kindOf(each.committee.row).type,
    aboveName: each.aboveName,
    secretary: shown(each.secretary),
    isOldSecretary: each.isOldSecretary,
    deputy: shown(each.deputy),
    organizer: shown(each.organizer),
    contactName: each.committee.row.contactName,
    contactPhone: each.committee.row.contactPhone,
  }))
  const wanted = text === null || text === '' ? null : text
  const found = rows.filter(
    ({ organizationName, secretary, deputy, organizer, contactName }) =>
      wanted === null ||
      [organizationName, secretary?.name, deputy?.name, organizer?.name, contactName].some((name) =>
        (name ?? '').includes(wanted),
      ),
  )
  return { rows: found.slice(offset, offset + limit), total: found.length }
}

export const postsHandlers: HandlersOf<typeof postsRoutes> = {
  'posts.of': ({ organizationId, asOf }, { db, ports }) =>
    postsOf(db.read, organizationId, asOf, ports.clock.today()),
  'posts.ofMember': ({ memberId }, { db, ports }) => postsOfMember(db.read, memberId, ports.clock.today()),
  'posts.contacts': (input, { db, ports }) => contacts(db.read, input, ports.clock.today()),
  'posts.reveal': ({ id }, { db }) => revealPost(db, id),
  'posts.enter': (input, { db, ports }) => ({ ids: enterNewPosts(db, input, ports) }),
  'posts.update': ({ id, version, fields }, { db, ports }) => {
    updatePostFields(db, { id, version, fields: defined(fields) }, ports)
    return null
  },
  'posts.end': (input, { db, ports }) => {
    leavePost(db, input, ports)
    return null
  },
  'posts.trash': (input, { db, ports }) => {
    deletePost(db, input, ports)
    return null
  },
}
