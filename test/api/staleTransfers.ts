import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { aMember, anIdNo, anOrganization, type StaffedOffice } from './samples.ts'
import { aComing, aLeaving, anIssued } from './transfersHarness.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

const on = '2026-11-20'

const aPerson = (office: StaffedOffice, n = 1) =>
  office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, idNo: anIdNo('1970-05-04', n) }),
  })

async function edited(
  office: StaffedOffice,
  { id, version }: { readonly id: string; readonly version: number },
) {
  await office.as('communityClerk').call('transfers.update', { id, version, fields: { remark: '别处改过' } })
  return { id, version }
}

const anEditedWaiting = async (office: StaffedOffice) =>
  edited(office, await office.call('transfers.create', aLeaving((await aPerson(office)).id)))

const anEditedLetter = async (office: StaffedOffice) =>
  edited(office, await anIssued(office, (await aPerson(office)).id))

const anEditedComing = async (office: StaffedOffice) =>
  edited(office, await office.call('transfers.create', aComing(office.branchId)))

/** Of 组织关系转接 and 拆分: what a page sends that has not seen the last change. */
export const staleTransfers = {
  'transfers.update': async (office) => ({ ...(await anEditedComing(office)), fields: { reason: '调动' } }),
  'transfers.issue': async (office) => ({
    ...(await anEditedWaiting(office)),
    letterNo: '2026-001',
    issuedOn: on,
    validDays: 10,
    feePaidTo: '2026-11',
  }),
  'transfers.send': async (office) => ({ ...(await anEditedLetter(office)), on }),
  'transfers.accept': async (office) => ({
    ...(await anEditedComing(office)),
    on,
    joinedOn: null,
    regularOn: null,
  }),
  'transfers.receipt': async (office) => ({ ...(await anEditedLetter(office)), on, receivedOn: null }),
  'transfers.return': async (office) => ({
    ...(await anEditedLetter(office)),
    on,
    reason: '抬头有误',
    reportedTo: null,
  }),
  'transfers.void': async (office) => ({ ...(await anEditedLetter(office)), on, reason: '写错' }),
  'transfers.trash': async (office) => ({ ...(await anEditedComing(office)), reason: '录重了' }),
  'organizations.split': async (office) => {
    const { id, version } = await office.call('organizations.get', { id: office.branchId })
    const { id: memberId } = await aPerson(office)
    await office
      .as('communityClerk')
      .call('organizations.update', { id, version, fields: { address: '东环路' } })
    const { fullName, shortName } = anOrganization({ shortName: '新分党支部' })
    return {
      id,
      version,
      happenedOn: on,
      docNo: null,
      reason: '人数增加',
      fullName,
      shortName,
      code: null,
      members: [{ id: memberId, version: 1 }],
    }
  },
} as const satisfies { readonly [R in RouteName]?: Stale<R> }
