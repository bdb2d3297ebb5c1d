import type { ReadDb } from '#db/database.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { StoredPost } from '#db/queries/posts.ts'
import type { OrganizationPosts, Post } from '#shared/contract/posts.ts'
import { maskField, maskFreeText, type Reader } from '#shared/domain/memberMasks.ts'
import { isHeldOn, postPositions, takesSeat } from '#shared/domain/posts.ts'
import { vacancies } from '#shared/domain/vacancies.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Committee, personKeyOf } from '../records/committees.ts'
import { kindOf } from '../records/organizationKind.ts'

/** What a post's row is made from besides itself. */
export interface PostContext {
  readonly on: DateOnly
  readonly organizationName: (id: string) => string
  /** Whether the person's page opens for the caller. */
  readonly isReachable: (memberId: string) => boolean
  readonly reader: Reader
}

export function postRow(post: StoredPost, { on, organizationName, isReachable, reader }: PostContext): Post {
  const { id, version, organizationId, termId, memberId, personName, position, fromOn, toOn } = post
  const free = (text: string | null) => (text === null ? null : maskFreeText(text, reader))
  return {
    id,
    version,
    organizationId,
    organizationName: organizationName(organizationId),
    termId,
    memberId: memberId !== null && isReachable(memberId) ? memberId : null,
    personName,
    position,
    fromOn: fromOn === '' ? null : fromOn,
    toOn,
    howChosen: post.howChosen,
    approvedDoc: post.approvedDoc,
    approvedOn: post.approvedOn,
    isPartTime: post.isPartTime,
    isOnePersonTwoPosts: post.isOnePersonTwoPosts,
    unitDuty: free(post.unitDuty),
    phone: post.phone === null ? null : maskField('mobile', post.phone, reader),
    leftReason: free(post.leftReason),
    remark: free(post.remark),
    isHeld: isHeldOn(post, on),
  }
}

export function isReachableIn(
  db: ReadDb,
  holders: ReadonlyMap<string, StoredMember>,
): (memberId: string) => boolean {
  return (memberId) => {
    const member = holders.get(memberId)
    return member !== undefined && isInScope(db, member.organizationId)
  }
}

/** In the order of the committee: secretary first, then by how long they have served. */
export function inCommitteeOrder<T extends Pick<StoredPost, 'position' | 'fromOn'>>(
  posts: readonly T[],
): readonly T[] {
  const rank = (post: T) => postPositions.indexOf(post.position)
  return posts.toSorted(
    (a, b) => rank(a) - rank(b) || (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0),
  )
}

export function organizationPosts(
  { row, posts, held, findings }: Committee,
  asOf: DateOnly,
  context: PostContext,
): OrganizationPosts {
  const now = posts.filter((post) => isHeldOn(post, asOf))
  return {
    organizationId: row.id,
    asOf,
    held: inCommitteeOrder(now).map((post) => postRow(post, context)),
    seats: row.committeeSeats,
    seated: new Set(now.filter(takesSeat).map(personKeyOf)).size,
    vacancies: vacancies({ type: kindOf(row).type, committeeSeats: row.committeeSeats, posts: held }, asOf),
    all: posts.map((post) => postRow(post, context)).toReversed(),
    findings: findings.posts,
  }
}
