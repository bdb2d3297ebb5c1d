import type { ReadDb } from '#db/database.ts'
import { listPosts, type StoredPost } from '#db/queries/posts.ts'
import { listSubjects, type StoredSubject } from '#db/queries/reviewSubjects.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { committeePositions, isHeldOn } from '#shared/domain/posts.ts'
import type { SubjectKind } from '#shared/domain/reviews/words.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'

/** What somebody in this post accounts as; null for posts outside the committee. */
export function subjectKindOf({
  position,
  isPartTime,
}: Pick<StoredPost, 'position' | 'isPartTime'>): SubjectKind | null {
  if (position === 'JZWY' || isPartTime) return 'partTimeMember'
  if (position === 'SJ') return 'secretary'
  return committeePositions.some((each) => each === position) ? 'committeeMember' : null
}

/** Posts held at the end of the day in the organisations below one, ended ones left out; in tree order. */
export function postsBelow(db: ReadDb, organizationId: string, on: DateOnly): readonly StoredPost[] {
  const below = readOrganizationTree(db)
    .subtree(organizationId)
    .filter((organization) => organization.id !== organizationId && !isEnded(organization))
    .map(({ id }) => id)
  const held = listPosts(db, below).filter((post) => isHeldOn(post, on))
  const byPlace = Map.groupBy(held, (post) => post.organizationId)
  return below.flatMap((id) => byPlace.get(id) ?? [])
}

/** Whether a post is this person's: by the member, else by the name in the organisation. */
export function isSamePerson(
  { memberId, personName, organizationId }: Pick<StoredPost, 'memberId' | 'personName' | 'organizationId'>,
  other: Pick<StoredSubject, 'memberId' | 'name' | 'organizationId'>,
): boolean {
  if (memberId !== null && other.memberId !== null) return memberId === other.memberId
  return organizationId === other.organizationId && personName === other.name
}

/**
 * People of another campaign who hold the same kind of post in the same organisation today; offices stay as they are.
 * Where no post is registered at all nobody is known to have left: they come along.
 */
export function stillInPost(
  db: ReadDb,
  {
    sourceId,
    organizationId,
    today,
  }: { readonly sourceId: string; readonly organizationId: string; readonly today: DateOnly },
): readonly StoredSubject[] {
  const posts = Map.groupBy(postsBelow(db, organizationId, today), (post) => post.organizationId)
  const places = new Set(
    readOrganizationTree(db)
      .subtree(organizationId)
      .filter((organization) => !isEnded(organization))
      .map(({ id }) => id),
  )
  return listSubjects(db, sourceId).filter((subject) => {
    const held = posts.get(subject.organizationId)
    if (subject.kind === 'office' || held === undefined) return places.has(subject.organizationId)
    return held.some((post) => subjectKindOf(post) === subject.kind && isSamePerson(post, subject))
  })
}
