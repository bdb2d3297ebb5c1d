import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { change, join, namesOf, shown, year } from './bridgeHarness.ts'
import { anOffice, anOrganization, aStaffedOffice } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

const on = partialDate
const names = { organizationId: null, ...year, personType: null, offset: 0, limit: 50 }
const lastYear = { organizationId: null, from: '2024-12-31', to: '2025-12-31' } as const

/** 2025 frozen with 甲, 乙 and 丙. */
async function aFrozenYear() {
  const office = await anOffice()
  const [first, second, third] = [
    await join(office, '甲'),
    await join(office, '乙'),
    await join(office, '丙'),
  ]
  const freeze = await office.call('bridge.freeze', { year: 2025 })
  office.clock.set('2026-11-21T02:05:00Z')
  return { ...office, first, second, third, freeze }
}

describe('a frozen year', () => {
  it('closes the year and opens the next one with the same number', async () => {
    const office = await aFrozenYear()
    expect(office.freeze).toMatchObject({ onDay: '2025-12-31', full: 3, probationary: 0, frozenBy: '测试员' })
    const before = await office.call('bridge.compute', lastYear)
    const after = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(before.closingFreeze).toEqual(office.freeze)
    expect(after.openingFreeze).toEqual(office.freeze)
    expect(before.total.closing).toEqual(after.total.opening)
    expect(shown(after.total)).toEqual({ opening: 3, closing: 3 })
  })

  it('keeps its number when the records are corrected, and says by name what makes the difference', async () => {
    const office = await aFrozenYear()
    await change(office, office.first, { enteredOn: on('2026-02-01') })
    await change(office, office.second, { personType: '2', regularOn: null })
    await join(office, '补录丁')
    const before = await office.call('bridge.compute', lastYear)
    const after = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(after.total.opening).toEqual({ full: 3, probationary: 0 })
    expect(after.total.openingFix).toEqual({ full: -1, probationary: 1 })
    expect(shown(after.total)).toEqual({ opening: 3, transferredIn: 1, closing: 4 })
    expect(before.total.closing).toEqual({ full: 3, probationary: 0 })
    expect(before.total.closingFix).toEqual({ full: 1, probationary: -1 })
    expect([before.isBalanced, after.isBalanced]).toEqual([true, true])
    const { rows } = await office.call('bridge.names', { ...names, number: 'openingFix' })
    const said = new Map(rows.map(({ name, kindZh, reason }) => [name, `${kindZh}｜${reason}`]))
    expect(said.get('甲')).toBe(
      '冻结时按正式党员计，现在没有计入｜2026-11-21 10:05 测试员 修改党员信息：进入本支部日期 2010年1月1日 → 2026年2月1日',
    )
    expect(said.get('乙')).toContain(
      '冻结时按正式党员计，现在按预备党员计｜2026-11-21 10:05 测试员 修改党员信息：',
    )
    expect(said.get('乙')).toContain('人员类别 正式党员 → 预备党员')
    expect(said.get('补录丁')).toBe('冻结时没有计入，现在按正式党员计｜2026-11-21 10:05 测试员 新增党员')
    expect(said.size).toBe(3)
    expect(await namesOf(office, null, 'opening')).toEqual(['丙', '甲', '乙'].toSorted(byFrozenOrder))
  })

  it('says which older stay was put right, where the record itself did not change', async () => {
    const office = await aFrozenYear()
    await change(office, office.first, { organizationId: office.otherBranchId, enteredOn: on('2026-03-01') })
    const { entries } = await office.call('memberships.ofMember', { id: office.first })
    const older = entries.find(({ stay }) => stay?.isLast === false)
    if (!older?.stay) throw new Error('no older stay')
    const { isLast: _, ...stay } = older.stay
    await office.call('memberships.correct', {
      ...stay,
      stayId: older.id,
      fromOn: on('2026-02-01'),
      toOn: on('2026-03-01'),
      reason: '按介绍信更正',
    })
    const { rows } = await office.call('bridge.names', { ...names, number: 'openingFix' })
    expect(rows).toMatchObject([{ name: '甲', kindZh: '冻结时按正式党员计，现在没有计入' }])
    expect(rows[0]?.reason).toMatch(/^2026-11-21 10:05 测试员 .*：起 2010年1月1日 → 2026年2月1日/)
  })

  it('still counts who was moved to the trash since, and says so', async () => {
    const office = await aFrozenYear()
    await office.call('members.trash', {
      members: [{ id: office.third, version: 1 }],
      reason: '录重了',
    })
    const { rows } = await office.call('bridge.names', { ...names, number: 'openingFix' })
    expect(rows).toMatchObject([{ name: '丙', memberId: null, nowZh: '在回收站' }])
    expect(rows[0]?.reason).toContain('删除党员')
    expect((await office.call('bridge.compute', { organizationId: null, ...year })).total.opening.full).toBe(
      3,
    )
  })

  it('still counts by name who was deleted for good since', async () => {
    const office = await aFrozenYear()
    await office.call('members.trash', { members: [{ id: office.third, version: 1 }], reason: '录重了' })
    const administrator = openCaller(office)
    const { user, password } = testAdministrator
    await administrator.call('accounts.signIn', { user, password })
    await administrator.call('trash.empty', {
      kind: 'member',
      olderThanDays: 0,
      reason: '清理',
      ownPassword: password,
    })
    const { rows } = await office.call('bridge.names', { ...names, number: 'openingFix' })
    expect(rows).toMatchObject([{ name: '丙', memberId: null, nowZh: '档案已彻底删除' }])
    expect(await namesOf(office, null, 'opening')).toContain('丙')
  })

  it('a branch put right makes no difference to the whole, and one to each branch', async () => {
    const office = await aFrozenYear()
    await office.call('memberships.move', {
      members: [{ id: office.first, version: 1 }],
      toId: office.otherBranchId,
      groupId: null,
      how: 'neverThere',
      on: null,
      reason: '支部录错了',
      docNo: null,
    })
    const bridge = await office.call('bridge.compute', { organizationId: office.communityId, ...year })
    expect(shown(bridge.total)).toEqual({ opening: 3, closing: 3 })
    expect(bridge.units.map(({ numbers }) => shown(numbers))).toEqual([
      { opening: 3, openingFix: -1, closing: 2 },
      { openingFix: 1, closing: 1 },
    ])
  })

  it('is frozen once, not before its end, and cannot be undone as other writes can', async () => {
    const office = await aFrozenYear()
    expect(await office.refusal('bridge.freeze', { year: 2025 })).toMatchObject({ code: 'CONFLICT' })
    expect(await office.refusal('bridge.freeze', { year: 2026 })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { year: expect.stringContaining('还没有结束') },
    })
    const { rows } = await office.call('activity.list', {
      accountId: null,
      kind: 'bridgeFreeze',
      from: null,
      to: null,
      text: null,
      offset: 0,
      limit: 10,
    })
    expect(rows).toMatchObject([
      {
        title: '冻结年末数',
        subjects: [{ name: '2025年年末数' }],
        notUndoable: expect.stringContaining('解除冻结'),
      },
    ])
  })

  it('is lifted with a reason that stays readable, once', async () => {
    const office = await aFrozenYear()
    const { id, version } = office.freeze
    await change(office, office.first, { enteredOn: on('2026-02-01') })
    const lift = { id, version, reason: '上级要求更正后重报' }
    await office.call('bridge.unfreeze', lift)
    expect(await office.refusal('bridge.unfreeze', lift)).toMatchObject({ code: 'STALE_WRITE' })
    const { rows } = await office.call('bridge.freezes', {})
    expect(rows).toMatchObject([{ id, lifted: { by: '测试员', reason: '上级要求更正后重报' } }])
    const bridge = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(bridge.openingFreeze).toBe(null)
    expect(shown(bridge.total)).toEqual({ opening: 2, transferredIn: 1, closing: 3 })
    const again = await office.call('bridge.freeze', { year: 2025 })
    expect(again.full).toBe(2)
  })

  it('is made by who keeps the whole street only; others see the numbers of their own branches', async () => {
    const office = await aStaffedOffice()
    await join(office, '甲')
    const clerk = office.as('communityClerk')
    expect(await clerk.refusal('bridge.freeze', { year: 2025 })).toMatchObject({
      code: 'FORBIDDEN',
      messageZh: expect.stringContaining('街道党务干事'),
    })
    expect(await office.as('leader').refusal('bridge.freeze', { year: 2025 })).toMatchObject({
      code: 'FORBIDDEN',
    })
    await office.call('bridge.freeze', { year: 2025 })
    const seen = await clerk.call('bridge.freezes', {})
    expect(seen).toMatchObject({ mayFreeze: false, rows: [{ full: 1, probationary: 0 }] })
    expect((await clerk.call('bridge.compute', { organizationId: null, ...year })).openingFreeze?.full).toBe(
      1,
    )
  })

  it('tells a community that somebody was never its own, and neither where they are nor that they are no more', async () => {
    const office = await aStaffedOffice()
    const id = await join(office, '甲')
    await office.call('bridge.freeze', { year: 2025 })
    const { id: westId } = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: anOrganization({ shortName: '西湖党支部' }),
    })
    await office.call('memberships.move', {
      members: [{ id, version: 1 }],
      toId: westId,
      groupId: null,
      how: 'neverThere',
      on: null,
      reason: '支部录错了',
      docNo: null,
    })
    const { rows } = await office
      .as('communityClerk')
      .call('bridge.names', { ...names, number: 'openingFix' })
    expect(rows).toMatchObject([{ name: '甲', memberId: null, nowZh: '管理范围以外' }])
    expect(JSON.stringify(rows)).not.toContain('西湖')
  })
})

/** 丙 bing, 甲 jia, 乙 yi. */
const order = ['丙', '甲', '乙']
const byFrozenOrder = (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
