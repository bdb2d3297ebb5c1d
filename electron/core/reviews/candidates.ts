import type { ReadDb } from '#db/database.ts'
import { listSubjects } from '#db/queries/reviewSubjects.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import type { Ports } from '../ports.ts'
import { shownText } from '../records/mobilityRows.ts'
import { openable } from '../records/openable.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { getCampaign, getScheme, schemeOf } from '../records/reviewCampaign.ts'
import type { Given } from './given.ts'
import { refuse } from './refusals.ts'
import { isSamePerson, postsBelow, subjectKindOf } from './stillInPost.ts'

/** Secretaries, members of committees and 兼职委员 in office below the campaign's organisation, as the scheme asks for them. */
export function candidates(
  db: ReadDb,
  { campaignId, schemeId }: Given<'reviews.candidates'>,
  { clock }: Ports,
): RouteOutput<'reviews.candidates'> {
  const { organizationId } = getCampaign(db, campaignId)
  const stored = getScheme(db, schemeId)
  if (stored.campaignId !== campaignId) throw refuse('schemeId', '这套方案不是本次述职测评的，请重新选择')
  const wanted = schemeOf(stored).subjects
  const already = listSubjects(db, campaignId)
  const tree = readOrganizationTree(db)
  const posts = postsBelow(db, organizationId, clock.today()).filter(
    (post) => !already.some((subject) => isSamePerson(post, subject)),
  )
  const known = openable(
    db,
    posts.map(({ memberId }) => memberId),
  )
  const found = posts.flatMap((post) => {
    const { memberId, personName, position } = post
    const kind = subjectKindOf(post)
    if (kind === null || !wanted.includes(kind)) return []
    return {
      organizationId: post.organizationId,
      organizationName: tree.get(post.organizationId)?.shortName ?? '',
      memberId: memberId !== null && known.has(memberId) ? memberId : null,
      name: shownText(personName, db),
      kind,
      duty: postPositionLabels[position],
    }
  })
  // Two posts of one person in one organisation are one candidate, by the higher post.
  const keyOf = ({ organizationId, memberId, name }: (typeof found)[number]) =>
    `${organizationId} ${memberId ?? name}`
  const order = (kind: string) => ['secretary', 'committeeMember', 'partTimeMember'].indexOf(kind)
  return [...Map.groupBy(found, keyOf).values()].flatMap((same) =>
    same.toSorted((a, b) => order(a.kind) - order(b.kind)).slice(0, 1),
  )
}
