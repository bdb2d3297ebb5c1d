import type { WriteDb } from '#db/database.ts'
import { listPosts, type StoredPost } from '#db/queries/posts.ts'
import { postPositions } from '#shared/domain/posts.ts'

/** Each organisation's, oldest first, and of a day the secretary before the others: random ids would order them anew each time. */
export function postsByRank(tx: WriteDb, organizationIds: readonly string[] | null): readonly StoredPost[] {
  const rank = new Map(postPositions.map((position, place) => [position, String(place).padStart(2, '0')]))
  const keyOf = ({ fromOn, position, personName }: StoredPost) =>
    `${fromOn} ${rank.get(position) ?? ''} ${personName}`
  return listPosts(tx, organizationIds)
    .map((post) => ({ post, key: keyOf(post) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ post }) => post)
}
