import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { add, asOf, first, move, order, second } from './membershipsHarness.ts'
import { anOffice, anOrganization, aStaffedOffice } from './samples.ts'
import { spellsOf } from './spells.ts'

describe('as of a day', () => {
  it('lists and counts people where they were, with type, status, age and 党龄 of that day', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await add(office, {
      name: '李新',
      idNo: order(1),
      personType: '1',
      joinedOn: partialDate('2024-07-01'),
      regularOn: partialDate('2025-07-01'),
    })
    await office.call('memberships.move', move(office, { members: [{ id, version }] }))
    const then = await office.call('memberships.list', asOf('2025-01-01'))
    expect(then).toMatchObject({ total: 2, full: 1, probationary: 1 })
    expect(then.rows).toMatchObject([
      { name: '李新', organizationName: first, personType: '2', partyAgeYears: 0, nowZh: null },
      { name: '王小明', organizationName: first, personType: '1', partyAgeYears: 28, age: 54, nowZh: second },
    ])
    expect(
      (await office.call('memberships.list', asOf('2026-03-01'))).rows.map((row) => [
        row.name,
        row.organizationName,
      ]),
    ).toEqual([
      ['李新', first],
      ['王小明', second],
    ])
    const { rows } = await office.call('memberships.counts', { on: dateOnly('2025-01-01') })
    const of = (organizationId: string) => rows.find((row) => row.organizationId === organizationId)
    expect(of(office.branchId)).toMatchObject({ own: { full: 1, probationary: 1 } })
    expect(of(office.rootId)).toMatchObject({
      own: { full: 0, probationary: 0 },
      total: { full: 1, probationary: 1 },
    })
  })

  it('counts of today are the counts of the tree', async () => {
    const office = await anOffice()
    await add(office)
    await add(office, {
      idNo: order(1),
      personType: '2',
      regularOn: null,
      organizationId: office.otherBranchId,
    })
    await add(office, { idNo: order(2), partyStatus: 'TZ' })
    const gone = await add(office, { idNo: order(3) })
    await office.call('members.trash', { members: [{ id: gone.id, version: gone.version }], reason: '误登' })
    const { rows } = await office.call('memberships.counts', { on: office.clock.today() })
    const { nodes } = await office.call('organizations.tree', { includeEnded: true })
    expect(new Map(rows.map((row) => [row.organizationId, row.total]))).toEqual(
      new Map(nodes.map(({ id, total: { full, probationary } }) => [id, { full, probationary }])),
    )
  })

  it('filters by type and status; pages by branch and by name hold everybody once', async () => {
    const office = await anOffice()
    for (let n = 0; n < 7; n += 1)
      await add(office, {
        name: `党员${'甲乙丙丁戊己庚'[n] ?? ''}`,
        idNo: order(n),
        organizationId: n % 2 === 0 ? office.branchId : office.otherBranchId,
        ...(n === 3 ? { partyStatus: 'LC', partyStatusOn: partialDate('2026-02-01') } : {}),
        ...(n === 4 ? { personType: '2', regularOn: null } : {}),
      })
    const names = async (fields: Partial<RouteInput<'memberships.list'>>) =>
      (await office.call('memberships.list', asOf('2026-10-01', fields))).rows.map(({ name }) => name)
    expect(await names({ status: 'LC' })).toEqual(['党员丁'])
    expect(await names({ personType: '2' })).toEqual(['党员戊'])
    expect(await names({ status: 'ZC' })).toHaveLength(6)
    for (const sort of ['branch', 'name'] as const) {
      const all = await names({ sort })
      const paged = await Promise.all([0, 2, 4, 6].map((offset) => names({ sort, offset, limit: 2 })))
      expect(paged.flat()).toEqual(all)
      expect(new Set(all).size).toBe(7)
    }
    expect(await names({ organizationId: office.otherBranchId })).toHaveLength(3)
    expect(await office.refusal('memberships.list', asOf('2026-11-22'))).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  it('ORG-37 says who had a vote and why the others had none', async () => {
    const office = await anOffice()
    await add(office)
    await add(office, { name: '李新', idNo: order(1), personType: '2', regularOn: null })
    await add(office, {
      name: '钱察',
      idNo: order(2),
      partyStatus: 'LC',
      partyStatusOn: partialDate('2026-02-01'),
    })
    await add(office, {
      name: '孙止',
      idNo: order(3),
      partyStatus: 'ZZQL',
      partyStatusOn: partialDate('2026-02-01'),
    })
    await add(office, {
      name: '周限',
      idNo: order(4),
      partyStatus: 'XQ',
      partyStatusOn: partialDate('2026-02-01'),
    })
    const voters = await office.call('memberships.voters', {
      organizationId: office.branchId,
      on: dateOnly('2026-10-01'),
    })
    expect(voters.voters.map(({ name }) => name).toSorted()).toEqual(['周限', '王小明'].toSorted())
    expect(voters.others).toMatchObject([
      { name: '李新', why: 'probationary' },
      { name: '钱察', why: 'observed' },
      { name: '孙止', why: 'suspended' },
    ])
    const before = await office.call('memberships.voters', {
      organizationId: office.branchId,
      on: dateOnly('2026-01-31'),
    })
    expect(before.voters).toHaveLength(4)
  })

  it('whoever was in one’s branch and is elsewhere now is a name without a link', async () => {
    const office = await aStaffedOffice()
    const west = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: anOrganization({ type: 'SQW', shortName: '西湖社区党委' }),
    })
    const westBranch = await office.call('organizations.create', {
      parentId: west.id,
      fields: anOrganization({ shortName: '西湖第一党支部' }),
    })
    const { id, version } = await add(office)
    await office.call('memberships.move', move(office, { members: [{ id, version }], toId: westBranch.id }))
    const clerk = office.as('communityClerk')
    const { rows } = await clerk.call('memberships.list', asOf('2026-01-01'))
    expect(rows).toMatchObject([
      { name: '王小明', memberId: null, age: null, partyAgeYears: null, nowZh: '其他党组织' },
    ])
    expect(
      (
        await clerk.call('memberships.voters', {
          organizationId: office.branchId,
          on: dateOnly('2026-01-01'),
        })
      ).voters,
    ).toMatchObject([{ memberId: null, name: '王小明' }])
    expect(await clerk.refusal('memberships.ofMember', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await clerk.call('memberships.list', asOf('2026-10-01'))).total).toBe(0)
  })

  it('who manages the person now makes 正式党员 and ends 留党察看, though both began elsewhere', async () => {
    const office = await aStaffedOffice()
    const west = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: anOrganization({ type: 'SQW', shortName: '西湖社区党委' }),
    })
    const westBranch = await office.call('organizations.create', {
      parentId: west.id,
      fields: anOrganization({ shortName: '西湖第一党支部' }),
    })
    const { id, version } = await add(office, {
      organizationId: westBranch.id,
      personType: '2',
      regularOn: null,
      joinedOn: partialDate('2025-03'),
      partyStatus: 'LC',
      partyStatusOn: partialDate('2026-01-10'),
    })
    await office.call('memberships.move', move(office, { members: [{ id, version }], toId: office.branchId }))
    const clerk = office.as('communityClerk')
    const edit = await clerk.call('members.update', {
      id,
      version: version + 1,
      fields: { personType: '1', regularOn: partialDate('2026-03-05') },
    })
    await clerk.call('memberships.changeStatus', {
      id,
      version: edit.version,
      to: 'ZC',
      kind: null,
      on: partialDate('2026-11-10'),
      doc: null,
      reason: null,
      toId: null,
    })
    expect(await spellsOf(office, id)).toMatchObject({
      fullFrom: ['2026-03-05', '2026-03-05'],
      statuses: ['LC 2026-01-10..2026-11-10'],
    })
    const { entries } = await clerk.call('memberships.ofMember', { id })
    expect(
      entries.filter(({ kind }) => kind === 'stay').map(({ title, stay }) => [title, stay !== null]),
    ).toEqual([
      [first, true],
      ['其他党组织', false],
    ])
  })
})
