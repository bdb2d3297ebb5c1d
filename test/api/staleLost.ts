import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { aDecision, anAttempt, anEnterprise } from './lostHarness.ts'
import { aMember, type StaffedOffice } from './samples.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

async function aCase(office: StaffedOffice) {
  const { id: memberId } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId }),
  })
  return office.call('lost.open', { memberId, since: '2026-01', remark: null })
}

async function anEditedCase(office: StaffedOffice) {
  const { id, version } = await aCase(office)
  await office.as('communityClerk').call('lost.update', { id, version, since: '2026-02', remark: null })
  return { id, version }
}

async function anEditedAttempt(office: StaffedOffice) {
  const lost = await aCase(office)
  const { attempts } = await office.call('lost.addAttempt', { caseId: lost.id, fields: anAttempt() })
  const key = { id: attempts[0]?.id ?? '', version: 1 }
  const fields = anAttempt({ way: 'visit' })
  await office.as('communityClerk').call('lost.updateAttempt', { ...key, fields })
  return key
}

async function anEditedUnit(office: StaffedOffice) {
  const { id, version } = await office.call('enterprises.create', { fields: anEnterprise(office.branchId) })
  await office.as('communityClerk').call('enterprises.update', { id, version, fields: { staff: 130 } })
  return { id, version }
}

const decided = async (office: StaffedOffice) => ({
  ...(await anEditedCase(office)),
  ...aDecision('2026-08-10'),
})

/** Of 失联处置 and 两新组织: what a page sends that has not seen the last change. */
export const staleLost = {
  'lost.update': async (office) => ({ ...(await anEditedCase(office)), since: '2026-03', remark: null }),
  'lost.stop': decided,
  'lost.expel': decided,
  'lost.revoke': decided,
  'lost.restore': async (office) => ({
    ...(await anEditedCase(office)),
    appliedOn: null,
    discussedOn: null,
    approvedOn: '2026-08-10',
    approvedBy: null,
    doc: null,
  }),
  'lost.found': async (office) => ({ ...(await anEditedCase(office)), on: '2026-08-10', remark: null }),
  'lost.trash': async (office) => ({ ...(await anEditedCase(office)), reason: '录错了' }),
  'lost.updateAttempt': async (office) => ({
    ...(await anEditedAttempt(office)),
    fields: anAttempt({ way: 'family' }),
  }),
  'lost.removeAttempt': anEditedAttempt,
  'enterprises.update': async (office) => ({ ...(await anEditedUnit(office)), fields: { staff: 140 } }),
  'enterprises.trash': async (office) => ({ ...(await anEditedUnit(office)), reason: '录错了' }),
} as const satisfies { readonly [R in RouteName]?: Stale<R> }
