import type { Database } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { contact } from '../records/contacts.ts'
import { requirePost } from './commands.ts'

/** The full number of whoever holds a post. Noted at the person's own record where it is a member's. */
export function revealPost(db: Database, id: string): RouteOutput<'posts.reveal'> {
  const post = requirePost(db.read, id)
  const member = post.memberId === null ? undefined : getMember(db.read, post.memberId)
  const { phone, memberId } = contact(post, new Map(member === undefined ? [] : [[member.id, member]]))
  const subject =
    member === undefined || memberId === null
      ? { kind: 'post' as const, recordId: id, organizationId: post.organizationId }
      : { kind: 'member' as const, recordId: memberId, organizationId: member.organizationId }
  db.write((tx) => tx.audit.note({ ...subject, name: post.personName }))
  return { phone }
}
