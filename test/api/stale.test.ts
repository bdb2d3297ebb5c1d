import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ErrorBody } from '#shared/contract/errors.ts'
import { type RouteInput, type RouteName, routes } from '#shared/contract/routes.ts'
import { readTables } from './ledgerCopy.ts'
import { aMember, anIdNo, anOrganization, aStaffedOffice, type StaffedOffice } from './samples.ts'
import { staleDevelopment } from './staleDevelopment.ts'
import { staleElections } from './staleElections.ts'
import { staleLost } from './staleLost.ts'
import { staleMeetingPlans } from './staleMeetingPlans.ts'
import { staleMeetings } from './staleMeetings.ts'
import { staleMemberships } from './staleMemberships.ts'
import { staleOrganizationLife } from './staleOrganizationLife.ts'
import { staleMobility } from './staleMobility.ts'
import { staleRectifications } from './staleRectifications.ts'
import { staleRegisters } from './staleRegisters.ts'
import { staleReviews } from './staleReviews.ts'
import { staleReviewBallots } from './staleReviewBallots.ts'
import { staleReviewScores } from './staleReviewScores.ts'
import { staleTerms } from './staleTerms.ts'
import { staleTransfers } from './staleTransfers.ts'
import { openCaller, testAdministrator, testUser } from './testCore.ts'

/** Makes a record, lets somebody else write to it, and answers what a page that has not seen that would send. */
type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

async function anEditedMember(office: StaffedOffice) {
  const { id, version } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId }),
  })
  const community = office.as('communityClerk')
  await community.call('members.update', { id, version, fields: { mobile: '13911112222' } })
  return { id, version }
}

async function aFreshMember(office: StaffedOffice) {
  const { id, version } = await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      name: '李小红',
      idNo: anIdNo('1980-06-05', 2),
      gender: '2',
    }),
  })
  return { id, version }
}

async function anEditedBranch(office: StaffedOffice, shortName = '东环第三党支部') {
  const { id, version } = await office.call('organizations.create', {
    parentId: office.communityId,
    fields: anOrganization({ shortName }),
  })
  await office
    .as('communityClerk')
    .call('organizations.update', { id, version, fields: { address: '东环路' } })
  return { id, version }
}

const change = (office: StaffedOffice) => ({ happenedOn: office.clock.today(), docNo: null, reason: '调整' })
const ownPassword = testAdministrator.password

async function anEditedAccount(office: StaffedOffice) {
  const administrator = office.as('systemAdministrator')
  const { rows } = await administrator.call('accounts.list', {})
  const account = rows.find(({ user }) => user === 'leader')
  if (!account) throw new Error('no such account')
  const { id, version, role, organizationId } = account
  await administrator.call('accounts.update', {
    id,
    version,
    role,
    organizationId,
    displayName: '新书记',
    ownPassword,
  })
  return { id, version, role, organizationId }
}

const staleInputs = {
  ...staleDevelopment,
  ...staleRegisters,
  ...staleReviews,
  ...staleRectifications,
  ...staleReviewBallots,
  ...staleReviewScores,
  ...staleElections,
  ...staleLost,
  ...staleMeetingPlans,
  ...staleMeetings,
  ...staleMemberships,
  ...staleMobility,
  ...staleOrganizationLife,
  ...staleTransfers,
  ...staleTerms,
  'members.update': async (office) => ({ ...(await anEditedMember(office)), fields: { remark: '改' } }),
  'members.trash': async (office) => ({
    members: [await aFreshMember(office), await anEditedMember(office)],
    reason: '重复录入',
  }),
  'members.applyBulk': async (office) => ({
    members: [await aFreshMember(office), await anEditedMember(office)],
    change: { field: 'manageClass', value: '1' },
  }),
  'bridge.unfreeze': async (office) => {
    const { id, version } = await office.call('bridge.freeze', { year: 2025 })
    await office.call('bridge.unfreeze', { id, version, reason: '更正后重新冻结' })
    return { id, version, reason: '上级要求更正' }
  },
  'organizations.update': async (office) => ({
    ...(await anEditedBranch(office)),
    fields: { contactName: '王小明' },
  }),
  'organizations.move': async (office) => ({
    ...(await anEditedBranch(office)),
    ...change(office),
    parentId: office.rootId,
  }),
  'organizations.dissolve': async (office) => ({
    ...(await anEditedBranch(office)),
    ...change(office),
    membersTo: null,
  }),
  'organizations.merge': async (office) => ({
    ...(await anEditedBranch(office)),
    ...change(office),
    intoId: office.branchId,
  }),
  'organizations.trash': async (office) => ({ ...(await anEditedBranch(office)), reason: '录错了' }),
  'organizations.restore': async (office) => {
    const { id, version } = await anEditedBranch(office)
    await office.call('organizations.dissolve', {
      id,
      version: version + 1,
      ...change(office),
      membersTo: null,
    })
    return { id, version: version + 1, ...change(office) }
  },
  'activity.putBack': async (office) => {
    const { id, version } = await anEditedMember(office)
    const { entries } = await office.call('activity.history', { kind: 'member', id })
    const edit = entries.find(({ action }) => action === 'changed')
    return { changeId: edit?.changeId ?? 0, field: 'mobile', version }
  },
  'accounts.update': async (office) => ({
    ...(await anEditedAccount(office)),
    displayName: '旧书记',
    ownPassword,
  }),
  'accounts.disable': async (office) => {
    const { id, version } = await anEditedAccount(office)
    return { id, version, reason: '离职', ownPassword }
  },
  'accounts.enable': async (office) => {
    const { id, version } = await anEditedAccount(office)
    const administrator = office.as('systemAdministrator')
    await administrator.call('accounts.disable', { id, version: version + 1, reason: '离职', ownPassword })
    return { id, version: version + 1, password: 'Fresh-2026', ownPassword }
  },
} as const satisfies { readonly [R in RouteName]?: Stale<R> }

/** Whether an input names the version somebody has seen, however deep. */
function asksForVersion(route: RouteName): boolean {
  const schema = z.toJSONSchema(routes[route].input, { unrepresentable: 'any', io: 'input' })
  return JSON.stringify(schema).includes('"version":')
}

const isRoute = (name: string): name is RouteName => name in routes

it('every command that asks for a version is tried below', () => {
  const asking = Object.keys(routes).filter((name) => isRoute(name) && asksForVersion(name))
  expect(asking.length).toBeGreaterThan(10)
  expect(Object.keys(staleInputs).toSorted()).toEqual(asking.toSorted())
})

describe('what has been written to since it was read is not written over', () => {
  async function refusalOf<R extends keyof typeof staleInputs>(
    office: StaffedOffice,
    route: R,
  ): Promise<ErrorBody> {
    const makeInput: Stale<R> = staleInputs[route] as Stale<R> // each input stands under its own route
    const input = await makeInput(office)
    const caller = route.startsWith('accounts.') ? office.as('systemAdministrator') : office
    const keys = () => readFileSync(join(office.dataDir, 'keys.json'), 'utf8')
    const [before, keysBefore] = [await readTables(office.dataDir), keys()]
    const error = await caller.refusal(route, input)
    expect(await readTables(office.dataDir)).toEqual(before)
    expect(keys()).toBe(keysBefore)
    return error
  }

  it.each(Object.keys(staleInputs) as (keyof typeof staleInputs)[])('%s', async (route) => {
    const error = await refusalOf(await aStaffedOffice(), route)
    expect(error.code).toBe('STALE_WRITE')
    expect(error.messageZh).toMatch(/刚被|已被|刚由/)
  })

  it('findings.override: somebody else’s reason', async () => {
    const office = await aStaffedOffice()
    const { id } = await office.call('members.create', {
      fields: aMember({ organizationId: office.branchId, regularOn: null }),
    })
    const target = { subject: 'member', subjectId: id, code: 'REGULAR_MISSING' } as const
    await office.as('communityClerk').call('findings.override', { ...target, reason: '档案遗失' })
    const before = await readTables(office.dataDir)
    expect(await office.refusal('findings.override', { ...target, reason: '以后再补' })).toMatchObject({
      code: 'STALE_WRITE',
      messageZh: expect.stringContaining('已由别人说明过原因'),
    })
    expect(await readTables(office.dataDir)).toEqual(before)
  })
})

it('two windows of one core: the second to save is told, looks again and saves', async () => {
  const office = await aStaffedOffice()
  const other = openCaller(office)
  await other.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  const { id } = await aFreshMember(office)
  const [here, there] = [await office.call('members.get', { id }), await other.call('members.get', { id })]
  await office.call('members.update', { id, version: here.version, fields: { remark: '左边' } })
  const late = { id, version: there.version, fields: { mobile: '13911112222' } }
  expect(await other.refusal('members.update', late)).toMatchObject({ code: 'STALE_WRITE' })
  const { version } = await other.call('members.get', { id })
  const saved = await other.call('members.update', { ...late, version })
  expect(saved.record).toMatchObject({ remark: '左边', mobile: '139****2222' })
})
