import type { WriteDb } from '#db/database.ts'
import { listPosts } from '#db/queries/posts.ts'
import type { ElectionFields } from '#shared/contract/elections.ts'
import { contestsOf } from '../records/electionContests.ts'
import type { ElectionFacts } from '../records/electionFacts.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { changePost } from '../records/postStore.ts'

type Approval = Pick<ElectionFields, 'approvalDoc' | 'approvalOn'>

/** The superior's approval usually comes after the result is confirmed: the posts entered from it take it over, where nobody has written another. */
export function approvePosts(
  tx: WriteDb,
  facts: ElectionFacts,
  fields: Partial<Approval>,
  moment: WriteMoment,
): void {
  const { election, organization } = facts
  const before: Approval = { approvalDoc: election.approvalDoc, approvalOn: election.approvalOn }
  const after: Approval = { ...before, ...fields }
  if (after.approvalDoc === before.approvalDoc && after.approvalOn === before.approvalOn) return
  const leaders = new Set(
    contestsOf(facts)
      .filter(({ contest }) => contest !== 'committee')
      .flatMap(({ elected }) => elected.map(({ memberId }) => memberId)),
  )
  const posts = listPosts(tx, [organization.id]).filter(
    (post) =>
      (post.position === 'SJ' || post.position === 'FSJ') &&
      post.fromOn === election.meetingOn &&
      post.memberId !== null &&
      leaders.has(post.memberId) &&
      post.approvedDoc === before.approvalDoc &&
      post.approvedOn === before.approvalOn,
  )
  for (const post of posts)
    changePost(tx, post, { approvedDoc: after.approvalDoc, approvedOn: after.approvalOn }, moment)
}
