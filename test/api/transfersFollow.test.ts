import { expect, it } from 'vitest'
import { undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'
import { aComing, anIssued, standing } from './transfersHarness.ts'

/** One member of the first branch is leaving by letter, and somebody is on the way into it. */
async function aBranchWithTransfers() {
  const office = await anOffice()
  const { call, branchId } = office
  const member = await call('members.create', {
    fields: aMember({ organizationId: branchId, idNo: anIdNo('1970-05-04', 1) }),
  })
  const out = await anIssued(office, member.id)
  const coming = await call('transfers.create', aComing(branchId))
  const branchOf = async (id: string) => (await call('transfers.get', { id })).fields.organizationId
  const { version } = await call('organizations.get', { id: branchId })
  return {
    office,
    member,
    out,
    coming,
    places: async () => [await branchOf(out.id), await branchOf(coming.id)],
    change: { id: branchId, version, happenedOn: office.clock.today(), docNo: null, reason: '调整' },
  }
}

it('TRF-03: who is leaving and goes to a new branch when his is split is counted and followed there, undone as one', async () => {
  const { office, member, out, places, change } = await aBranchWithTransfers()
  const { branchId } = office
  const founded = await office.call('organizations.split', {
    ...change,
    fullName: '中共东环第三支部委员会',
    shortName: '东环第三党支部',
    code: null,
    members: [{ id: member.id, version: member.version }],
  })
  expect(await places()).toEqual([founded.id, branchId])
  const { rows } = await office.call('transfers.list', {
    column: 'open',
    direction: 'out',
    organizationId: founded.id,
    text: null,
    offset: 0,
    limit: 10,
  })
  expect(rows).toMatchObject([{ id: out.id, organizationName: '东环第三党支部' }])
  await undoNewest(office)
  expect(await places()).toEqual([branchId, branchId])
})

it('a branch merged into another hands over who leaves it and who is on the way into it, undone as one', async () => {
  const { office, coming, places, change } = await aBranchWithTransfers()
  const { branchId, otherBranchId } = office
  await office.call('organizations.merge', { ...change, intoId: otherBranchId })
  expect(await places()).toEqual([otherBranchId, otherBranchId])
  await undoNewest(office)
  expect(await places()).toEqual([branchId, branchId])
  await undoNewest(office)
  const arrived = await office.call('transfers.accept', {
    ...standing(await office.call('transfers.get', { id: coming.id })),
    on: office.clock.today(),
    joinedOn: null,
    regularOn: null,
  })
  expect(arrived).toMatchObject({ status: 'accepted', organizationName: '东环第二党支部' })
})

it('what is done stays with the branch that did it', async () => {
  const { office, out, places, change } = await aBranchWithTransfers()
  await office.call('transfers.receipt', {
    ...standing(out),
    on: office.clock.today(),
    receivedOn: office.clock.today(),
  })
  await office.call('organizations.merge', { ...change, intoId: office.otherBranchId })
  expect((await places())[0]).toBe(office.branchId)
})
