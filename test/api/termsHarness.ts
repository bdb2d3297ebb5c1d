import type { PostFields } from '#shared/contract/posts.ts'
import type { TermFields } from '#shared/contract/terms.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import type { Caller } from './testCore.ts'

export function aTerm(fields: Partial<TermFields> = {}): TermFields {
  return { termNo: 3, fromOn: partialDate('2022-03-20'), dueOn: null, endedOn: null, remark: null, ...fields }
}

export function aPost(fields: Partial<PostFields> = {}): PostFields {
  return {
    termId: null,
    memberId: null,
    personName: null,
    position: 'SJ',
    fromOn: partialDate('2022-03-20'),
    howChosen: 'elected',
    approvedDoc: null,
    approvedOn: dateOnly('2022-03-25'),
    isPartTime: false,
    isOnePersonTwoPosts: false,
    unitDuty: null,
    phone: null,
    remark: null,
    ...fields,
  }
}

/** A term of the branch with its secretary, and a 兼职委员 of the community: ids for the samples of every route. */
export async function addTerms(
  { call }: Caller,
  {
    stem,
    branchId,
    otherBranchId,
    communityId,
    memberId,
    phone,
  }: {
    readonly stem: string
    readonly branchId: string
    readonly otherBranchId: string
    readonly communityId: string
    readonly memberId: string
    readonly phone: string
  },
) {
  const { terms } = await call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ dueOn: dateOnly('2027-03-20'), remark: `${stem}届` }),
  })
  const termId = terms[0]?.id ?? ''
  const { ids } = await call('posts.enter', {
    organizationId: branchId,
    posts: [aPost({ memberId, termId, remark: `${stem}书记` })],
    replaces: null,
  })
  const partTime = await call('posts.enter', {
    organizationId: communityId,
    posts: [
      aPost({
        personName: `${stem}兼职委员`,
        position: 'JZWY',
        unitDuty: `${stem}学校校长`,
        phone,
        approvedOn: null,
      }),
    ],
    replaces: null,
  })
  const bare = await call('terms.record', { organizationId: otherBranchId, fields: aTerm({ termNo: 1 }) })
  return {
    bareTermId: bare.terms[0]?.id ?? '',
    termId,
    postId: ids[0] ?? '',
    partTimeId: partTime.ids[0] ?? '',
  }
}
