import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { workbook } from '../unit/imports/workbooks.ts'
import { undoNewest } from './activityHarness.ts'
import { aFileAt } from './developmentHarness.ts'
import { aClass } from './developmentRegistersHarness.ts'
import { importFile } from './importsHarness.ts'
import { anEnterprise } from './lostHarness.ts'
import { anInflow } from './mobilityHarness.ts'
import { aMember, anIdNo, anOffice, type Office } from './samples.ts'

/** The first branch looks after an inflow, an outflow of nobody in the roster and a unit, and has no member. */
async function aBranchLookingAfter() {
  const office = await anOffice()
  const inflow = await office.call('mobility.create', anInflow(office.branchId))
  const rows = [
    ['姓名', '身份证号', '所在党支部', '流向地', '外出时间'],
    ['钱外出', anIdNo('1990-01-01', 9), '东环第一党支部', '上海市', '2025-03-01'],
  ]
  await importFile(office, 'mobility', '台账.xlsx', workbook({ 台账: { rows } }))
  const unit = await office.call('enterprises.create', { fields: anEnterprise(office.branchId) })
  const elsewhere = await office.call('mobility.create', anInflow(office.otherBranchId, { name: '别处人' }))
  const list = { state: 'open', filter: null, place: null, text: null, offset: 0, limit: 50 } as const
  const places = async () => {
    const at = { organizationId: null }
    const { rows: outflows } = await office.call('mobility.list', { ...list, ...at, direction: 'LC' })
    const ofInflow = await office.call('mobility.get', { id: inflow.id })
    const { fields } = await office.call('enterprises.get', { id: unit.id })
    return [ofInflow.organizationId, outflows[0]?.organizationId, fields.organizationId]
  }
  const { version } = await office.call('organizations.get', { id: office.branchId })
  const change = {
    id: office.branchId,
    version,
    happenedOn: office.clock.today(),
    docNo: null,
    reason: '调整',
  }
  return { office, places, change, elsewhere }
}

it('a branch merged into another hands over whom and what it looks after, undone as one', async () => {
  const { office, places, change, elsewhere } = await aBranchLookingAfter()
  const { branchId, otherBranchId } = office
  expect(await places()).toEqual([branchId, branchId, branchId])
  await office.call('organizations.merge', { ...change, intoId: otherBranchId })
  expect(await places()).toEqual([otherBranchId, otherBranchId, otherBranchId])
  await undoNewest(office)
  expect(await places()).toEqual([branchId, branchId, branchId])
  expect((await office.call('mobility.get', { id: elsewhere.id })).organizationId).toBe(otherBranchId)
})

it('a dissolved branch hands over to the branch its members go to, undone as one', async () => {
  const { office, places, change } = await aBranchLookingAfter()
  const { branchId, otherBranchId } = office
  await office.call('members.create', { fields: aMember({ organizationId: branchId }) })
  await office.call('organizations.dissolve', { ...change, membersTo: otherBranchId })
  expect(await places()).toEqual([otherBranchId, otherBranchId, otherBranchId])
  await undoNewest(office)
  expect(await places()).toEqual([branchId, branchId, branchId])
})

it('a dissolved branch without members hands over to the organisation above', async () => {
  const { office, places, change } = await aBranchLookingAfter()
  await office.call('organizations.dissolve', { ...change, membersTo: null })
  expect(await places()).toEqual([office.communityId, office.communityId, office.communityId])
})

it('a branch that is split stays, and so does what it looks after', async () => {
  const { office, places, change } = await aBranchLookingAfter()
  const member = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  await office.call('organizations.split', {
    ...change,
    fullName: '中共东环第三支部委员会',
    shortName: '东环第三党支部',
    code: null,
    members: [{ id: member.id, version: member.version }],
  })
  expect(await places()).toEqual([office.branchId, office.branchId, office.branchId])
})

it('booklets in the box of a committee that ended are issued by the one that takes over; what it issued and held stays its own', async () => {
  const office = await aFileAt('preReviewOn')
  const { call, rootId, communityId, file } = office
  await call('forms.stock', { organizationId: communityId, prefix: '', from: '001', to: '003' })
  await call('forms.stock', { organizationId: rootId, prefix: '', from: '003', to: '003' })
  const list = { status: null, text: null, offset: 0, limit: 10 } as const
  const issuers = async () =>
    (await call('forms.list', list)).rows
      .map(({ serialNo, organizationName }) => `${serialNo} ${organizationName}`)
      .toSorted()
  const [first] = (await call('forms.list', { ...list, text: '001' })).rows
  await call('forms.issue', {
    id: first?.id ?? '',
    version: first?.version ?? 0,
    fileId: file.id,
    issuedOn: partialDate('2024-12-05'),
    receivedBy: null,
  })
  const held = await call('training.create', { fields: { ...aClass, organizationId: communityId } })
  const before = await issuers()
  const below = [office.branchId, office.otherBranchId]
  for (const id of below) {
    const { version } = await call('organizations.get', { id })
    await call('organizations.move', { ...anEnd(office, id, version), parentId: rootId })
  }
  const { version } = await call('organizations.get', { id: communityId })
  await call('organizations.dissolve', { ...anEnd(office, communityId, version), membersTo: null })
  expect(await issuers()).toEqual([
    '001 东环社区党委',
    '002 测试街道党工委',
    '003 东环社区党委',
    '003 测试街道党工委',
  ])
  expect((await call('training.get', { id: held.id })).organizationId).toBe(communityId)
  await undoNewest(office)
  expect(await issuers()).toEqual(before)
})

function anEnd({ clock }: Pick<Office, 'clock'>, id: string, version: number) {
  return { id, version, happenedOn: clock.today(), docNo: null, reason: '调整' }
}
