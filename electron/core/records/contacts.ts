import type { ReadDb } from '#db/database.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { StoredPost } from '#db/queries/posts.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isHeldOn, type PostPosition } from '#shared/domain/posts.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Committee, type Committees, readCommittees } from './committees.ts'

/** Somebody to call, the number in the clear: callers mask it. */
export interface Contact {
  readonly name: string
  readonly phone: string | null
  readonly memberId: string | null
  readonly postId: string | null
}

export interface OrganizationContacts {
  readonly committee: Committee
  readonly aboveName: string
  readonly secretary: Contact | null
  readonly isOldSecretary: boolean
  readonly deputy: Contact | null
  readonly organizer: Contact | null
}

/** Who leads each living organisation at the end of a day, in tree order. */
export function readContacts(
  db: ReadDb,
  organizationId: string | null,
  on: DateOnly,
): readonly OrganizationContacts[] {
  const inside = organizationId === null ? null : new Set(subtreeIds(db, organizationId))
  const committees = readCommittees(db, on, null)
  return committees.all
    .filter(({ row }) => !isEnded(row) && (inside === null || inside.has(row.id)))
    .map((committee) => contactsOf(committee, committees, on))
}

/** What the organisation's own page says, as long as nobody has entered the post: a vacant one has no secretary. */
export function oldSecretaryName({ row, posts }: Committee): string | null {
  return posts.some(({ position }) => position === 'SJ') ? null : row.secretaryName
}

function contactsOf(committee: Committee, { tree, holders }: Committees, on: DateOnly): OrganizationContacts {
  const { row, posts } = committee
  const held = posts.filter((post) => isHeldOn(post, on))
  const first = (position: PostPosition): Contact | null => {
    const post = held.find((each) => each.position === position)
    return post === undefined ? null : contact(post, holders)
  }
  const secretary = first('SJ')
  const oldName = oldSecretaryName(committee)
  const old = oldName === null ? null : { name: oldName, phone: null, memberId: null, postId: null }
  const above = tree.parentOf(row)
  return {
    committee,
    aboveName: above === null ? '' : (tree.get(above)?.shortName ?? ''),
    secretary: secretary ?? old,
    isOldSecretary: secretary === null && old !== null,
    deputy: first('FSJ'),
    organizer: first('ZZ'),
  }
}

export function contact(
  { id, memberId, personName, phone }: StoredPost,
  holders: Committees['holders'],
): Contact {
  const member = memberId === null ? undefined : holders.get(memberId)
  const known = member === undefined || member.deletedAt !== null ? undefined : member
  return {
    name: personName,
    phone: known?.mobile ?? known?.phone ?? phone,
    memberId: known?.id ?? null,
    postId: id,
  }
}
