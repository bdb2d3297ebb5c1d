import type { WriteDb } from '#db/database.ts'
import { listOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import { listPosts, type StoredPost } from '#db/queries/posts.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** A community and who was its secretary on a day. */
export interface DemoSecretary {
  readonly community: StoredOrganization
  readonly post: StoredPost
}

/** Secretaries of the communities, in tree order. */
export function secretariesOn(tx: WriteDb, on: DateOnly): readonly DemoSecretary[] {
  const communities = listOrganizations(tx).filter(({ type }) => type === 'SQW')
  const posts = listPosts(
    tx,
    communities.map(({ id }) => id),
  )
  return communities.flatMap((community) => {
    const post = posts.find(
      ({ organizationId, position, ...held }) =>
        organizationId === community.id && position === 'SJ' && isHeldOn(held, on),
    )
    return post ? [{ community, post }] : []
  })
}
