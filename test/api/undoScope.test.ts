import { expect, it } from 'vitest'
import { activities, newest, undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, anOrganization, aStaffedOffice } from './samples.ts'

/** A community whose clerk sees two branches, and another branch outside. */
async function anOfficeWithOutside() {
  const office = await aStaffedOffice()
  const clerk = office.as('communityClerk')
  const outside = await office.call('organizations.create', {
    parentId: office.rootId,
    fields: anOrganization({ shortName: '街道机关党支部' }),
  })
  const stranger = await office.call('members.create', {
    fields: aMember({ organizationId: outside.id, name: '外面的人', idNo: anIdNo('1960-01-01', 1) }),
  })
  const mine = await clerk.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  return { office, clerk, outsideId: outside.id, strangerId: stranger.id, mineId: mine.id }
}

it('the clerk of a community takes its own action back', async () => {
  const { office, clerk, mineId } = await anOfficeWithOutside()
  await clerk.call('members.update', { id: mineId, version: 1, fields: { education: '11' } })
  await undoNewest(clerk)
  expect((await office.call('members.get', { id: mineId })).record.education).toBe('21')
})

it('the clerk of a community does not take the street’s action back, the street does take the community’s', async () => {
  const { office, clerk, mineId } = await anOfficeWithOutside()
  await office.call('members.update', { id: mineId, version: 1, fields: { education: '11' } })
  const { seq, notUndoable } = await newest(clerk)
  expect(notUndoable).toContain('街道党务干事')
  expect(await clerk.refusal('activity.undo', { seq })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await clerk.refusal('activity.checkUndo', { seq })).toMatchObject({ code: 'FORBIDDEN' })
  await clerk.call('members.update', { id: mineId, version: 2, fields: { remark: '社区改的' } })
  await undoNewest(office)
  expect((await office.call('members.get', { id: mineId })).record.remark).toBeNull()
})

it('the clerk of a community sees nothing of what was done elsewhere', async () => {
  const { office, clerk, strangerId } = await anOfficeWithOutside()
  await office.call('members.update', { id: strangerId, version: 1, fields: { education: '11' } })
  const { seq } = await newest(office)
  expect((await activities(clerk)).map((entry) => entry.seq)).not.toContain(seq)
  expect(await clerk.refusal('activity.changes', { seq, offset: 0, limit: 10 })).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await clerk.refusal('activity.checkUndo', { seq })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await clerk.refusal('activity.undo', { seq })).toMatchObject({ code: 'NOT_FOUND' })
  expect((await clerk.call('activity.history', { kind: 'member', id: strangerId })).entries).toEqual([])
  expect(await activities(clerk, { text: '外面' })).toEqual([])
})

it('of an action over several communities only the own part is shown and counted', async () => {
  const { office, clerk, strangerId, mineId } = await anOfficeWithOutside()
  await office.call('members.applyBulk', {
    members: [
      { id: strangerId, version: 1 },
      { id: mineId, version: 1 },
    ],
    change: { field: 'gridNo', value: '一格' },
  })
  const { seq, changeCount, subjects } = await newest(clerk)
  expect(changeCount).toBe(1)
  expect(subjects).toEqual([{ kind: 'member', id: mineId, name: '王小明' }])
  const changes = await clerk.call('activity.changes', { seq, offset: 0, limit: 10 })
  expect(changes).toMatchObject({ total: 1, rows: [{ recordId: mineId }] })
  expect((await newest(office)).changeCount).toBe(2)
})

it('the past of somebody who has come from elsewhere comes along', async () => {
  const { office, clerk, strangerId } = await anOfficeWithOutside()
  await office.call('members.update', { id: strangerId, version: 1, fields: { education: '11' } })
  await office.call('members.update', {
    id: strangerId,
    version: 2,
    fields: { organizationId: office.branchId },
  })
  const { entries } = await clerk.call('activity.history', { kind: 'member', id: strangerId })
  expect(entries.map(({ title }) => title)).toEqual(['修改党员信息', '修改党员信息', '新增党员'])
  expect(entries[0]?.fields).toContainEqual({
    field: 'organizationId',
    label: '所在党支部',
    old: '其他党组织',
    new: '东环第一党支部',
    canPutBack: true,
  })
})

it('an ID number taken outside the scope stands in the way without saying by whom', async () => {
  const { office, clerk, outsideId, mineId } = await anOfficeWithOutside()
  await clerk.call('members.trash', { members: [{ id: mineId, version: 1 }], reason: '误登' })
  const { seq } = await newest(clerk)
  await office.call('members.create', { fields: aMember({ organizationId: outsideId, name: '别处的人' }) })
  const { blockers } = await clerk.call('activity.checkUndo', { seq })
  expect(blockers).toHaveLength(1)
  expect(blockers[0]?.what).toContain('已在本街道其他党组织登记')
  expect(JSON.stringify(blockers)).not.toContain('别处的人')
})

it('who only reads sees what was done and takes nothing back', async () => {
  const { office } = await anOfficeWithOutside()
  const leader = office.as('leader')
  const { seq } = await newest(leader)
  expect(await leader.refusal('activity.undo', { seq })).toMatchObject({ code: 'FORBIDDEN' })
})
