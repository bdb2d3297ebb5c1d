import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { anOffice, aStaffedOffice } from './samples.ts'
import { change, join, namesOf, type Office, shown, year } from './bridgeHarness.ts'

const on = partialDate

/** 2026 in two branches of a community. */
async function aYear(office: Office): Promise<void> {
  const { branchId, otherBranchId } = office
  await join(office, '常驻甲')
  await join(office, '发展乙', {
    personType: '2',
    joinedOn: on('2026-03-01'),
    joinKind: '1',
    regularOn: null,
    enteredOn: null,
    enteredKind: null,
  })
  await join(office, '转入丙', { enteredOn: on('2026-04-01'), enteredKind: '3' })
  const moved = await join(office, '调动丁')
  await change(office, moved, { organizationId: otherBranchId, enteredOn: on('2026-05-01') })
  const out = await join(office, '转出戊')
  await change(office, out, { partyStatus: 'ZCU', partyStatusOn: on('2026-06-01') })
  const dead = await join(office, '去世己')
  await change(office, dead, { partyStatus: 'SW', partyStatusOn: on('2026-06-02') })
  const stopped = await join(office, '停止庚')
  await change(office, stopped, { partyStatus: 'TZ', partyStatusOn: on('2026-06-03') })
  const expelled = await join(office, '除名辛')
  await change(office, expelled, {
    partyStatus: 'CD',
    partyStatusKind: 'CD-CM',
    partyStatusOn: on('2026-06-04'),
  })
  const back = await join(office, '恢复壬', { partyStatus: 'TZ', partyStatusOn: on('2025-02-01') })
  await change(office, back, { partyStatus: 'ZC', partyStatusOn: on('2026-07-01') })
  const converted = await join(office, '转正癸', {
    personType: '2',
    joinedOn: on('2025-09-01'),
    regularOn: null,
    enteredOn: on('2025-09-01'),
    enteredKind: '1',
  })
  await change(office, converted, { personType: '1', regularOn: on('2026-09-01') })
  await join(office, '来去子', {
    enteredOn: on('2026-02-01'),
    organizationId: branchId,
    partyStatus: 'ZCU',
    partyStatusOn: on('2026-10-01'),
  })
}

describe('the bridge of a year', () => {
  it('STA-02 opens with who was there, names everybody who came or went, and balances', async () => {
    const office = await anOffice()
    await aYear(office)
    const bridge = await office.call('bridge.compute', { organizationId: office.communityId, ...year })
    expect(shown(bridge.total)).toEqual({
      opening: 7,
      admitted: 1,
      transferredIn: 2,
      restored: 1,
      transferredOut: 2,
      lapsed: 1,
      expelled: 1,
      died: 1,
      converted: 1,
      closing: 6,
    })
    expect(bridge.total.converted).toEqual({ full: 1, probationary: -1 })
    expect(bridge.isBalanced).toBe(true)
    expect(bridge.isUnfinished).toBe(true)
    const names = async (...[key, type]: [Parameters<typeof namesOf>[2], ('1' | '2')?]) =>
      namesOf(office, office.communityId, key, type ?? null)
    expect(await names('ins')).toEqual(['来去子', '发展乙', '转入丙', '恢复壬'])
    expect(await names('outs')).toEqual(['转出戊', '去世己', '停止庚', '除名辛', '来去子'])
    expect(await names('converted')).toEqual(['转正癸'])
    expect(await names('admitted', '2')).toEqual(['发展乙'])
    expect(await names('admitted', '1')).toEqual([])
    expect((await names('opening', '2')).toSorted()).toEqual(['转正癸'])
    expect((await names('closing')).toSorted()).toEqual(
      ['发展乙', '常驻甲', '恢复壬', '调动丁', '转入丙', '转正癸'].toSorted(),
    )
  })

  it('a move between two units is in the rows of both and nowhere in the whole', async () => {
    const office = await anOffice()
    await aYear(office)
    const bridge = await office.call('bridge.compute', { organizationId: office.communityId, ...year })
    const [first, second] = bridge.units.map(({ numbers }) => shown(numbers))
    expect(first).toMatchObject({ opening: 7, transferredOut: 3 })
    expect(second).toEqual({ transferredIn: 1, closing: 1 })
    expect(bridge.between && shown(bridge.between)).toEqual({ transferredIn: -1, transferredOut: -1 })
    for (const number of ['betweenIn', 'betweenOut'] as const)
      expect(await namesOf(office, office.communityId, number)).toEqual(['调动丁'])
    expect(await namesOf(office, office.otherBranchId, 'transferredIn')).toEqual(['调动丁'])
  })

  it('says the day, the way and the paper of a movement', async () => {
    const office = await anOffice()
    const id = await join(office, '除名辛')
    await change(office, id, {
      partyStatus: 'CD',
      partyStatusKind: 'CD-CM',
      partyStatusOn: on('2026-06-04'),
      partyStatusDoc: '测街党〔2026〕8号',
    })
    const { rows } = await office.call('bridge.names', {
      organizationId: null,
      ...year,
      number: 'expelled',
      personType: null,
      offset: 0,
      limit: 10,
    })
    expect(rows).toEqual([
      {
        memberId: id,
        name: '除名辛',
        organizationName: '东环第一党支部',
        personType: '1',
        dateZh: '2026年6月4日',
        kindZh: '出党（除名）',
        doc: '测街党〔2026〕8号',
        reason: null,
        nowZh: null,
      },
    ])
  })

  it('12 keeps 停止党籍 in its year when 除名 follows later, and has nothing of either in the later year', async () => {
    const office = await anOffice()
    const id = await join(office, '停止甲')
    await change(office, id, { partyStatus: 'TZ', partyStatusOn: on('2023-03-01') })
    await change(office, id, {
      partyStatus: 'CD',
      partyStatusKind: 'CD-TL',
      partyStatusOn: on('2026-04-01'),
    })
    const then = { from: dateOnly('2022-12-31'), to: dateOnly('2023-12-31') }
    const before = await office.call('bridge.compute', { organizationId: null, ...then })
    expect(shown(before.total)).toEqual({ opening: 1, lapsed: 1 })
    const after = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(shown(after.total)).toEqual({})
  })

  it('leaves out who is in the trash', async () => {
    const office = await anOffice()
    const id = await join(office, '错录')
    await office.call('members.trash', { members: [{ id, version: 1 }], reason: '录重了' })
    const bridge = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(shown(bridge.total)).toEqual({})
  })

  it('names whose records leave something open, and how they were counted', async () => {
    const office = await anOffice()
    await join(office, '无日期', { enteredOn: null, enteredKind: null, joinedOn: null, regularOn: null })
    await join(office, '只有月', { enteredOn: on('2026-05') })
    await join(office, '没有止', { partyStatus: 'SW', partyStatusOn: null })
    const bridge = await office.call('bridge.compute', { organizationId: null, ...year })
    expect(bridge.notes).toEqual([
      { doubt: 'startUnknown', count: 1, names: ['无日期'] },
      { doubt: 'startCoarse', count: 1, names: ['只有月'] },
      { doubt: 'endUnknown', count: 1, names: ['没有止'] },
    ])
    expect(shown(bridge.total)).toEqual({ opening: 1, transferredIn: 1, closing: 2 })
    expect(await namesOf(office, null, 'endUnknown')).toEqual(['没有止'])
  })

  it('refuses a closing that is not after the opening, and an organisation that is not there', async () => {
    const office = await anOffice()
    const day = dateOnly('2026-05-01')
    expect(
      await office.refusal('bridge.compute', { organizationId: null, from: day, to: day }),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: { to: expect.stringContaining('晚于期初') } })
    expect(await office.refusal('bridge.compute', { organizationId: 'nowhere', ...year })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('an account of one community', () => {
  it('has the bridge of its own branches, and is refused that of the street', async () => {
    const office = await aStaffedOffice()
    await aYear(office)
    const clerk = office.as('communityClerk')
    const own = await clerk.call('bridge.compute', { organizationId: null, ...year })
    expect(own.organizationId).toBe(office.communityId)
    expect(shown(own.total)).toMatchObject({ opening: 7, closing: 6 })
    expect(await clerk.refusal('bridge.compute', { organizationId: office.rootId, ...year })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('sees that somebody has left for elsewhere, and not where', async () => {
    const office = await aStaffedOffice()
    const { id: westId } = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: {
        ...(await office.call('organizations.get', { id: office.branchId })).fields,
        shortName: '西湖党支部',
        fullName: '中共西湖党支部',
        code: '001999',
      },
    })
    const id = await join(office, '外出甲')
    await change(office, id, { organizationId: westId, enteredOn: on('2026-05-01') })
    const { rows } = await office.as('communityClerk').call('bridge.names', {
      organizationId: null,
      ...year,
      number: 'outs',
      personType: null,
      offset: 0,
      limit: 10,
    })
    expect(rows).toMatchObject([
      { name: '外出甲', memberId: null, kindZh: '转出（支部间调整）', nowZh: '管理范围以外' },
    ])
  })
})
