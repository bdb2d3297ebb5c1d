import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { asOf } from './membershipsHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'
import { aComing, anIssued, standing } from './transfersHarness.ts'

const board: RouteInput<'transfers.list'> = {
  column: 'open',
  direction: null,
  organizationId: null,
  text: null,
  offset: 0,
  limit: 50,
}

async function anOfficeOf(fields: object = {}) {
  const office = await anOffice()
  const member = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, enteredOn: partialDate('2020-01-01'), ...fields }),
  })
  return { office, member }
}

describe('the board', () => {
  it('counts and lists the same under every column', async () => {
    const { office, member } = await anOfficeOf()
    await anIssued(office, member.id, { issuedOn: '2026-10-01', validDays: 10 })
    const add = async (n: number, fields: object) =>
      office.call(
        'transfers.create',
        aComing(office.branchId, { idNo: anIdNo('1985-02-03', 300 + n), personName: `来${n}`, ...fields }),
      )
    await add(1, { issuedOn: '2026-11-15', validDays: 10 })
    await add(2, { issuedOn: '2026-11-15', validDays: 30 })
    const third = await add(3, { issuedOn: null, validDays: null })
    await office.call('transfers.accept', {
      ...standing(third),
      on: '2026-11-20',
      joinedOn: null,
      regularOn: null,
    })
    const { counts, total, rows } = await office.call('transfers.list', board)
    expect(counts).toEqual({ waiting: 0, inTransit: 1, soon: 1, overdue: 1, receipt: 1, done: 0 })
    expect(total).toBe(4)
    expect(rows.map(({ column }) => column)).toEqual(['overdue', 'soon', 'inTransit', 'receipt'])
    for (const column of ['waiting', 'inTransit', 'soon', 'overdue', 'receipt', 'done'] as const) {
      const page = await office.call('transfers.list', { ...board, column })
      expect(page.rows.map((row) => row.column)).toEqual(Array(counts[column]).fill(column))
      expect(page.total).toBe(counts[column])
    }
  })

  it('finds by name and by number, and shows numbers masked', async () => {
    const office = await anOffice()
    await office.call('transfers.create', aComing(office.branchId))
    const found = async (text: string) => (await office.call('transfers.list', { ...board, text })).rows
    expect(await found('赵')).toHaveLength(1)
    expect(await found('15号')).toHaveLength(1)
    expect(await found('%')).toHaveLength(0)
    const [row] = await found('赵')
    expect(JSON.stringify(row)).not.toContain('13611112222')
    expect(JSON.stringify(row)).not.toContain(anIdNo('1985-02-03', 222))
  })

  it('leaves out what lies in the trash and comes back from there', async () => {
    const office = await anOffice()
    const coming = await office.call('transfers.create', aComing(office.branchId))
    await office.call('transfers.trash', { ...standing(coming), reason: '录重了' })
    expect((await office.call('transfers.list', board)).total).toBe(0)
    await office.call('trash.restore', { items: [{ kind: 'transfer', id: coming.id }] })
    expect((await office.call('transfers.list', board)).total).toBe(1)
  })
})

describe('as of a day', () => {
  it('TRF-03: who is on the way counts in the old branch, and from the day he was taken in he does not', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.receipt', {
      ...standing(issued),
      on: '2026-11-20',
      receivedOn: '2026-11-18',
    })
    const countOn = async (on: string) =>
      (await office.call('memberships.list', asOf(on, { organizationId: office.branchId }))).total
    expect(await countOn('2026-11-10')).toBe(1)
    expect(await countOn('2026-11-17')).toBe(1)
    expect(await countOn('2026-11-18')).toBe(0)
  })

  it('who comes back to another branch counts there from that day, and in neither in between', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.receipt', { ...standing(issued), on: '2026-11-12', receivedOn: null })
    const coming = await office.call(
      'transfers.create',
      aComing(office.otherBranchId, { personName: '王小明', idNo: anIdNo('1970-05-04', 1) }),
    )
    const accept = { ...standing(coming), on: '2026-11-20', joinedOn: null, regularOn: null }
    await office.call('transfers.accept', accept)
    const countOn = async (on: string, organizationId: string) =>
      (await office.call('memberships.list', asOf(on, { organizationId }))).total
    expect(await countOn('2026-11-11', office.branchId)).toBe(1)
    expect(await countOn('2026-11-15', office.communityId)).toBe(0)
    expect(await countOn('2026-11-20', office.otherBranchId)).toBe(1)
    expect(await countOn('2026-11-20', office.branchId)).toBe(0)
  })
})
