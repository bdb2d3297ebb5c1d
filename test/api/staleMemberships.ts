import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { move } from './membershipsHarness.ts'
import { aMember, type StaffedOffice } from './samples.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

async function anEditedMember(office: StaffedOffice) {
  const { id, version } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId }),
  })
  await office.as('communityClerk').call('members.update', { id, version, fields: { remark: '补' } })
  return { id, version }
}

/** The first stay of a person, put right by somebody else meanwhile. */
async function aCorrectedStay(office: StaffedOffice): Promise<RouteInput<'memberships.correct'>> {
  const { id } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId }),
  })
  const { entries } = await office.call('memberships.ofMember', { id })
  const stay = entries.find(({ kind }) => kind === 'stay')
  const input = {
    stayId: stay?.id ?? '',
    version: stay?.stay?.version ?? 0,
    organizationId: office.branchId,
    fromOn: partialDate('1996-03'),
    toOn: null,
    enteredBy: '2' as const,
    leftBy: null,
    enteredDoc: null,
    leftDoc: null,
    reason: '按档案更正',
  }
  await office.as('communityClerk').call('memberships.correct', input)
  return { ...input, fromOn: partialDate('1997-03') }
}

/** Of 组织关系: what a page sends that has not seen the last change. */
export const staleMemberships = {
  'memberships.move': async (office) => move(office, { members: [await anEditedMember(office)] }),
  'memberships.changeStatus': async (office) => ({
    ...(await anEditedMember(office)),
    to: 'SW',
    kind: null,
    on: dateOnly('2026-10-01'),
    doc: null,
    toId: null,
    reason: null,
  }),
  'memberships.correct': aCorrectedStay,
} satisfies { readonly [R in RouteName]?: Stale<R> }
