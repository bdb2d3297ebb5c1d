import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aContact, anInflow, anOutflow } from './mobilityHarness.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInAs, signedInCore } from './testCore.ts'

const ledger = {
  direction: 'LC',
  state: 'open',
  organizationId: null,
  filter: null,
  place: null,
  text: null,
  offset: 0,
  limit: 50,
} as const

async function aStreetWithPeople() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const add = (name: string, order: number) =>
    test.call('members.create', {
      fields: aMember({ organizationId: street.branchId, name, idNo: anIdNo('1970-05-04', order) }),
    })
  const member = await add('王小明', 1)
  return { test, street, member, add }
}

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
    expect((await test.call('mobility.list', ledger)).total).toBe(1)
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
    expect((await test.call('mobility.list', ledger)).total).toBe(0)
    expect((await test.call('mobility.list', { ...ledger, direction: 'LR' })).total).toBe(1)
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

describe('contacts', () => {
  it('put the next one off when the person was reached, and not otherwise', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const due = async () => (await test.call('mobility.due', { organizationId: null, limit: 10 })).total
    expect(await due()).toBe(1)
    const missed = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-11-20', false),
    })
    expect(missed).toMatchObject({ lastReachedOn: null, isOverdue: true })
    const made = await test.call('mobility.addContact', { recordId: id, contact: aContact('2026-11-21') })
    expect(made).toMatchObject({ lastReachedOn: '2026-11-21', nextDue: '2027-02-21', isOverdue: false })
    expect(await due()).toBe(0)
    const [last] = made.contacts
    const removed = await test.call('mobility.removeContact', { id: last?.id ?? '', version: 1 })
    expect(removed.contacts.map(({ contactedOn }) => contactedOn)).toEqual(['2026-11-20'])
    const activity = await test.call('activity.lastOwn', { kinds: ['mobilityContact'], recordId: null })
    await test.call('activity.undo', { seq: activity?.seq ?? 0 })
    expect(await due()).toBe(0)
  })

  it('that have not happened yet are refused', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const refusal = await test.refusal('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-11-22'),
    })
    expect(refusal.fields?.contactedOn).toContain('晚于今天')
  })

  it('propose a case of 失联 after six months and two calls nobody answered', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const once = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-09-20', false),
    })
    expect(once.proposesLostCase).toBe(false)
    const twice = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-10-20', false),
    })
    expect(twice.proposesLostCase).toBe(true)
    expect((await test.call('members.get', { id: member.id })).record.isLost).not.toBe(true)
  })
})

describe('the boards', () => {
  it('count what their filters list', async () => {
    const { test, add, member } = await aStreetWithPeople()
    const abroad = await add('李出国', 3)
    const settled = await add('孙定居', 5)
    await test.call('mobility.create', anOutflow(member.id, { certExpiresOn: partialDate('2026-12-01') }))
    await test.call(
      'mobility.create',
      anOutflow(abroad.id, { kind: 'abroad', province: '新加坡', city: null }),
    )
    await test.call('mobility.create', anOutflow(settled.id, { isTransferable: true }))
    const { counts } = await test.call('mobility.list', ledger)
    expect(counts).toMatchObject({
      open: 3,
      closed: 0,
      abroad: 1,
      certificate: 1,
      shouldTransfer: 1,
      overdue: 3,
    })
    for (const filter of ['abroad', 'certificate', 'shouldTransfer', 'overdue', 'silent', 'due'] as const) {
      const { total, rows } = await test.call('mobility.list', { ...ledger, filter })
      expect({ filter, total, rows: rows.length }).toEqual({
        filter,
        total: counts[filter],
        rows: counts[filter],
      })
    }
  })

  it('FLO-09 names a place with three 正式党员, and opens its people', async () => {
    const { test, add, member } = await aStreetWithPeople()
    const others = [await add('钱二', 3), await add('孙三', 5)]
    for (const { id } of [member, ...others]) await test.call('mobility.create', anOutflow(id))
    const { places } = await test.call('mobility.places', { direction: 'LC', organizationId: null })
    expect(places).toEqual([expect.objectContaining({ place: '广东省深圳市', people: 3, full: 3 })])
    expect(places[0]?.finding?.code).toBe('FLO-09')
    expect((await test.call('mobility.list', { ...ledger, place: '广东省深圳市' })).total).toBe(3)
  })
})

it('undoing the creation of a record that was built on is refused with the reason', async () => {
  const { test, member } = await aStreetWithPeople()
  const { id } = await test.call('mobility.create', anOutflow(member.id))
  const created = await test.call('activity.lastOwn', { kinds: ['mobilityRecord'], recordId: id })
  await test.call('mobility.update', { id, version: 1, fields: { unit: '甲公司' } })
  expect(await test.refusal('activity.undo', { seq: created?.seq ?? 0 })).toMatchObject(lost)
})

describe('the books', () => {
  const book = { document: 'LC', organizationId: null, format: 'docx', withClosed: false } as const

  it('are masked, and are logged before they can be had', async () => {
    const { test, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id, { phone: '13912345678' }))
    const { file, rows } = await test.call('documents.exportMobility', {
      ...book,
      unmasked: false,
      purpose: null,
    })
    expect(rows).toBe(1)
    const xml = strFromU8(
      unzipSync(test.shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain('139****5678')
    expect(xml).not.toContain(anIdNo('1970-05-04', 1))
    expect(file.name).toBe('2026-测试街道党工委-台账-流出党员台账.docx')
  })

  it('in the clear need a purpose and the right to see the numbers', async () => {
    const { test, street, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id))
    const refusal = await test.refusal('documents.exportMobility', { ...book, unmasked: true, purpose: null })
    expect(refusal.fields?.purpose).toContain('用途')
    const as = await signedInAs(test, street.communityId)
    const asked = { ...book, unmasked: true, purpose: '核对' }
    expect(await as('leader').refusal('documents.exportMobility', asked)).toMatchObject({ code: 'FORBIDDEN' })
    const { file } = await test.call('documents.exportMobility', asked)
    const xml = strFromU8(
      unzipSync(test.shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain(anIdNo('1970-05-04', 1))
  })
})
