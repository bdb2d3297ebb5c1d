import { describe, expect, it } from 'vitest'
import { undoNewest } from './activityHarness.ts'
import { readTables } from './ledgerCopy.ts'
import { anEnterprise } from './lostHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

const unbuilt = { staff: 180, coverForm: 'none' } as const
const shown = {
  organizationId: null,
  text: null,
  kind: null,
  coverForm: null,
  department: null,
  finding: 'ORG-72',
  coverage: null,
  offset: 0,
  limit: 50,
} as const

/** A unit of 180 people without an organisation, which ORG-72 speaks of. */
async function aUnit() {
  const office = await anOffice()
  const { id } = await office.call('enterprises.create', {
    fields: anEnterprise(office.branchId, unbuilt),
  })
  const target = { subject: 'enterprise', subjectId: id, code: 'ORG-72' } as const
  const reasonOf = async () => {
    const { findings } = await office.call('enterprises.get', { id })
    return findings.find(({ code }) => code === 'ORG-72')?.overriddenReason
  }
  const counted = async () => {
    const { findings } = await office.call('enterprises.summary', { organizationId: null })
    const { total } = await office.call('enterprises.list', shown)
    return [findings.find(({ code }) => code === 'ORG-72')?.count ?? 0, total]
  }
  return { office, id, target, reasonOf, counted }
}

describe('findings of a unit', () => {
  it('are kept with a reason, are counted no more, and still stand beside the field with it', async () => {
    const { office, id, target, reasonOf, counted } = await aUnit()
    expect(await counted()).toEqual([1, 1])
    await office.call('findings.override', { ...target, reason: '正在筹建，预计下月批复' })
    expect(await counted()).toEqual([0, 0])
    expect(await reasonOf()).toBe('正在筹建，预计下月批复')
    const { findings } = await office.call('enterprises.check', {
      excludeId: id,
      fields: { ...unbuilt, staff: 200 },
    })
    expect(findings.find(({ code }) => code === 'ORG-72')).toMatchObject({
      overriddenReason: '正在筹建，预计下月批复',
    })
    await office.call('findings.withdrawOverride', target)
    expect(await reasonOf()).toBeNull()
    expect(await counted()).toEqual([1, 1])
  })

  it('are answered for as one entry that can be undone', async () => {
    const { office, target, reasonOf } = await aUnit()
    await office.call('findings.override', { ...target, reason: '正在筹建' })
    await undoNewest(office)
    expect(await reasonOf()).toBeNull()
    await undoNewest(office)
    expect(await reasonOf()).toBe('正在筹建')
  })

  it('keep the rates as they are: a reason covers nobody', async () => {
    const { office, target } = await aUnit()
    const rates = async () => (await office.call('enterprises.summary', { organizationId: null })).rates
    const before = await rates()
    await office.call('findings.override', { ...target, reason: '正在筹建' })
    expect(await rates()).toEqual(before)
  })

  it('of another community are neither answered for nor seen', async () => {
    const office = await aStaffedOffice()
    const street = await office.call('organizations.tree', { includeEnded: false })
    const root = street.nodes.find(({ parentId }) => parentId === null)?.id ?? ''
    const { id } = await office.call('enterprises.create', { fields: anEnterprise(root, unbuilt) })
    const target = { subject: 'enterprise', subjectId: id, code: 'ORG-72' } as const
    const clerk = office.as('communityClerk')
    expect(await clerk.refusal('findings.override', { ...target, reason: '不管' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await office.call('findings.override', { ...target, reason: '街道正在筹建' })
    expect(await clerk.refusal('findings.withdrawOverride', target)).toMatchObject({ code: 'NOT_FOUND' })
    const own = await clerk.call('enterprises.create', { fields: anEnterprise(office.branchId, unbuilt) })
    await clerk.call('findings.override', { ...target, subjectId: own.id, reason: '正在筹建' })
    const { findings } = await clerk.call('enterprises.get', { id: own.id })
    expect(findings.find(({ code }) => code === 'ORG-72')).toMatchObject({ overriddenReason: '正在筹建' })
  })

  it('go with the unit when it is purged, reasons withdrawn before among them', async () => {
    const { office, id, target } = await aUnit()
    await office.call('findings.override', { ...target, reason: '正在筹建' })
    const { version } = await office.call('enterprises.get', { id })
    await office.call('enterprises.trash', { id, version, reason: '录错了' })
    const administrator = openCaller(office)
    const { user, password: ownPassword } = testAdministrator
    await administrator.call('accounts.signIn', { user, password: ownPassword })
    const kind = 'enterprise'
    await administrator.call('trash.empty', { kind, olderThanDays: 0, reason: '清理', ownPassword })
    const { finding_overrides: overrides } = await readTables(office.dataDir)
    expect(overrides).toEqual([])
  })
})
