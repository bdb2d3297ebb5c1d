import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import type { StaffedOffice } from './samples.ts'
import { aPost, aTerm } from './termsHarness.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

async function anEditedTerm(office: StaffedOffice) {
  const { terms } = await office.call('terms.record', {
    organizationId: office.branchId,
    fields: aTerm({ dueOn: dateOnly('2027-03-20') }),
  })
  const key = { id: terms[0]?.id ?? '', version: terms[0]?.version ?? 0 }
  await office.as('communityClerk').call('terms.update', { ...key, fields: { termNo: 5 } })
  return key
}

async function anEditedPost(office: StaffedOffice) {
  const { ids } = await office.call('posts.enter', {
    organizationId: office.branchId,
    posts: [aPost({ personName: '王明' })],
    replaces: null,
  })
  const key = { id: ids[0] ?? '', version: 1 }
  await office.as('communityClerk').call('posts.update', { ...key, fields: { remark: '改' } })
  return key
}

/** Of 届次 and 任职: what a page sends that has not seen the last change. */
export const staleTerms = {
  'terms.update': async (office) => ({ ...(await anEditedTerm(office)), fields: { remark: '改' } }),
  'terms.extend': async (office) => ({
    ...(await anEditedTerm(office)),
    extendedTo: dateOnly('2027-09-20'),
    doc: null,
    approvedOn: null,
    reason: '区划调整',
  }),
  'terms.trash': async (office) => ({ ...(await anEditedTerm(office)), reason: '录错了' }),
  'posts.enter': async (office) => ({
    organizationId: office.branchId,
    posts: [aPost({ personName: '李华', fromOn: partialDate('2026-05') })],
    replaces: await anEditedPost(office),
  }),
  'posts.update': async (office) => ({ ...(await anEditedPost(office)), fields: { approvedDoc: '某文' } }),
  'posts.end': async (office) => ({
    ...(await anEditedPost(office)),
    on: partialDate('2026-10'),
    reason: '调动',
  }),
  'posts.trash': async (office) => ({ ...(await anEditedPost(office)), reason: '录错了' }),
} satisfies { readonly [R in RouteName]?: Stale<R> }
