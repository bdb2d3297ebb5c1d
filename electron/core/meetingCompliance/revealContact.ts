import type { Database } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { listSecretaryPosts } from '#db/queries/meetingDuties.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { getPost } from '#db/queries/posts.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { contact } from '../records/contacts.ts'
import { personToCall } from '../records/personToCall.ts'
import { noOrganization } from '../records/noOrganization.ts'

/** The number of whom to ring at a branch, in the clear; the log keeps each look, at the member's own record where it is one's. */
export function revealContact(
  db: Database,
  organizationId: string,
  today: DateOnly,
): RouteOutput<'meetings.revealContact'> {
  const row = getOrganization(db.read, organizationId)
  if (!row || row.deletedAt !== null) throw noOrganization()
  const { post } = personToCall(row, listSecretaryPosts(db.read, organizationId), today)
  const held = post === null ? undefined : getPost(db.read, post.id)
  const member = held === undefined || held.memberId === null ? undefined : getMember(db.read, held.memberId)
  const known = held && contact(held, new Map(member === undefined ? [] : [[member.id, member]]))
  db.write((tx) =>
    tx.audit.note(
      known === undefined || member === undefined || known.memberId === null || known.phone === null
        ? { kind: 'organization', recordId: organizationId, organizationId, name: row.shortName }
        : { kind: 'member', recordId: member.id, organizationId: member.organizationId, name: member.name },
    ),
  )
  return { phone: known?.phone ?? row.contactPhone }
}
