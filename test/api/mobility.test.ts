import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aLedger, anInflow, anOutflow, aStreetWithPeople } from './mobilityHarness.ts'
import { aMember, anIdNo } from './samples.ts'

const lost = { code: 'CONFLICT' }

describe('an outflow', () => {
  it('makes its member 流动党员 with the place, and giving up the record takes that back', async () => {
    const { test, member } = await aStreetWithPeople()
    const out = await test.call('mobility.create', anOutflow(member.id))
    const away = await test.call('members.get', { id: member.id })
    expect(away.record).toMatchObject({ isFloating: true, floatingTo: '广东省深圳市' })
    await test.call('mobility.close', {
      id: out.id,
      version: out.version,
      ending: { status: 'returned', on: '2026-11-02', reason: null },
    })
    const back = await test.call('members.get', { id: member.id })
    expect(back.record).toMatchObject({ isFloating: false, floatingTo: null })
    const { records } = await test.call('mobility.ofMember', { memberId: member.id })
    expect(records).toEqual([
      expect.objectContaining({ status: 'returned', endedOn: '2026-11-02', nextDue: null }),
    ])
  })

  it('follows a change of place, goes with the trash and comes back with the undo', async () => {
    const { test, member } = await aStreetWithPeople()
    const out = await test.call('mobility.create', anOutflow(member.id))
    const moved = await test.call('mobility.update', {
      id: out.id,
      version: out.version,
      fields: { city: '广州市' },
    })
    const placeOf = async () => (await test.call('members.get', { id: member.id })).record.floatingTo
    expect(await placeOf()).toBe('广东省广州市')
    await test.call('mobility.trash', { id: out.id, version: moved.version, reason: '录错了' })
    expect(await placeOf()).toBeNull()
    expect(await test.refusal('mobility.get', { id: out.id })).toMatchObject({ code: 'NOT_FOUND' })
    const { rows } = await test.call('trash.list', { kind: 'mobilityRecord', offset: 0, limit: 10 })
    expect(rows).toEqual([expect.objectContaining({ name: '王小明', organizationName: '东环第一党支部' })])
    const activity = await test.call('activity.lastOwn', { kinds: ['mobilityRecord'], recordId: out.id })
    await test.call('activity.undo', { seq: activity?.seq ?? 0 })
    expect(await placeOf()).toBe('广东省广州市')
  })

  it('comes back from the trash with its member 流动党员 again', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id, version } = await test.call('mobility.create', anOutflow(member.id))
    await test.call('mobility.trash', { id, version, reason: '录错了' })
    await test.call('trash.restore', { items: [{ kind: 'mobilityRecord', id }] })
    expect((await test.call('members.get', { id: member.id })).record.isFloating).toBe(true)
    expect((await test.call('mobility.list', aLedger)).total).toBe(1)
  })

  it('is refused a second time while the first is open, and taken when that is over', async () => {
    const { test, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id))
    const refusal = await test.refusal('mobility.create', anOutflow(member.id))
    expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED' })
    expect(refusal.fields?.memberId).toContain('已有一条没有结束的外出记录')
    const old = {
      ...anOutflow(member.id, { outOn: null }),
      ending: { status: 'returned', on: null, reason: null } as const,
    }
    expect(await test.call('mobility.create', old)).toMatchObject({ status: 'returned' })
  })

  it('refuses only what contradicts itself', async () => {
    const { test, member } = await aStreetWithPeople()
    const refusal = await test.refusal(
      'mobility.create',
      anOutflow(member.id, { expectedBack: partialDate('2025-02') }),
    )
    expect(refusal.fields).toEqual({ expectedBack: '预计返回早于外出（流入）日期' })
    const odd = await test.call(
      'mobility.create',
      anOutflow(member.id, { kind: 'abroad', isRegistered: false }),
    )
    expect(odd.findings.map(({ code }) => code).toSorted()).toEqual(['FLO-01', 'FLO-04', 'MOBILITY_PLACE'])
  })

  it('knows somebody else has written in between', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id, version } = await test.call('mobility.create', anOutflow(member.id))
    await test.call('mobility.update', { id, version, fields: { unit: '甲公司' } })
    const late = await test.refusal('mobility.update', { id, version, fields: { unit: '乙公司' } })
    expect(late).toMatchObject({ code: 'STALE_WRITE' })
  })

  it('opens by itself for whom a roster calls 流动党员, with nothing made up', async () => {
    const { test, street } = await aStreetWithPeople()
    const fields = { organizationId: street.branchId, name: '赵外出', idNo: anIdNo('1980-01-01', 3) }
    const { id } = await test.call('members.create', {
      fields: aMember({ ...fields, isFloating: true, floatingTo: '上海市浦东新区' }),
    })
    const { records } = await test.call('mobility.ofMember', { memberId: id })
    expect(records).toEqual([
      expect.objectContaining({ status: 'away', placeText: '上海市浦东新区', placeKey: '上海市' }),
    ])
    expect(records[0]?.fields).toMatchObject({ outOn: null, reason: null, kind: null })
  })

  it('cannot be told otherwise by the member’s own form', async () => {
    const { test, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id))
    const { version } = await test.call('members.get', { id: member.id })
    const refusal = await test.refusal('members.update', {
      id: member.id,
      version,
      fields: { isFloating: false },
    })
    expect(refusal.fields?.isFloating).toContain('流动党员')
  })
})

describe('an inflow', () => {
  it('FLO-07 is in no count of members and in no roster', async () => {
    const { test, street } = await aStreetWithPeople()
    const inflow = await test.call('mobility.create', anInflow(street.branchId))
    const { total } = await test.call('members.list', {
      organizationId: null,
      text: null,
      filters: [],
      sort: { field: 'name', descending: false },
      offset: 0,
      limit: 10,
    })
    const { nodes } = await test.call('organizations.tree', { includeEnded: false })
    expect({ total, counted: nodes.find(({ id }) => id === street.branchId)?.own.full }).toEqual({
      total: 1,
      counted: 1,
    })
    expect(inflow).toMatchObject({ direction: 'LR', name: '外来人', organizationName: '东环第一党支部' })
    expect((await test.call('mobility.list', aLedger)).total).toBe(0)
    expect((await test.call('mobility.list', { ...aLedger, direction: 'LR' })).total).toBe(1)
  })

  it('needs its organisation of origin, a branch in charge and a name', async () => {
    const { test, street } = await aStreetWithPeople()
    const nothing = { name: '', origOrg: null, origContact: null, organizationId: null }
    const refusal = await test.refusal('mobility.create', anInflow(street.branchId, nothing))
    expect(Object.keys(refusal.fields ?? {}).toSorted()).toEqual([
      'name',
      'organizationId',
      'origContact',
      'origOrg',
    ])
  })

  it('shows its numbers masked until somebody asks, and logs the look', async () => {
    const { test, street } = await aStreetWithPeople()
    const idNo = anIdNo('1985-02-03', 7)
    const { id, fields } = await test.call(
      'mobility.create',
      anInflow(street.branchId, { idNo, phone: '13912345678' }),
    )
    expect(fields).toMatchObject({
      idNo: `${idNo.slice(0, 6)}********${idNo.slice(-4)}`,
      phone: '139****5678',
    })
    expect(await test.call('mobility.reveal', { id })).toEqual({ idNo, phone: '13912345678' })
  })
})

it('undoing the creation of a record that was built on is refused with the reason', async () => {
  const { test, member } = await aStreetWithPeople()
  const { id } = await test.call('mobility.create', anOutflow(member.id))
  const created = await test.call('activity.lastOwn', { kinds: ['mobilityRecord'], recordId: id })
  await test.call('mobility.update', { id, version: 1, fields: { unit: '甲公司' } })
  expect(await test.refusal('activity.undo', { seq: created?.seq ?? 0 })).toMatchObject(lost)
})
