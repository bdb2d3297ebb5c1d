import { expect, it } from 'vitest'
import { newest, undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, type Office } from './samples.ts'

const today = (office: Office) => ({ happenedOn: office.clock.today(), docNo: null, reason: '调整' })
const tree = async (office: Office) =>
  (await office.call('organizations.tree', { includeEnded: false })).nodes
const shortNames = async (office: Office) => (await tree(office)).map(({ shortName }) => shortName)

async function withPeople() {
  const office = await anOffice()
  const group = await office.call('organizations.create', {
    parentId: office.branchId,
    fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
  })
  const member = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, groupId: group.id }),
  })
  const trashed = await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      groupId: group.id,
      name: '李四',
      idNo: anIdNo('1980-01-01', 3),
    }),
  })
  await office.call('members.trash', { members: [{ id: trashed.id, version: 1 }], reason: '重复' })
  return { office, groupId: group.id, memberId: member.id, trashedId: trashed.id }
}

it('a new organisation goes to the trash, and comes back with its history', async () => {
  const office = await anOffice()
  const { id } = await office.call('organizations.create', {
    parentId: office.communityId,
    fields: anOrganization({ shortName: '第三党支部' }),
  })
  const undone = await undoNewest(office)
  expect(await shortNames(office)).not.toContain('第三党支部')
  await office.call('activity.undo', { seq: undone })
  const back = await office.call('organizations.get', { id })
  expect(back.events.map(({ kind }) => kind)).toEqual(['created'])
})

it('a rename is taken back with its event, its name for imports and its place in the tree', async () => {
  const office = await anOffice()
  const before = await tree(office)
  await office.call('organizations.update', {
    id: office.branchId,
    version: 1,
    fields: { shortName: '先锋党支部', fullName: '中共先锋党支部', code: '001999' },
  })
  expect((await tree(office)).map(({ id }) => id)).not.toEqual(before.map(({ id }) => id))
  await undoNewest(office)
  const after = await tree(office)
  expect(after.map(({ id, shortName }) => [id, shortName])).toEqual(
    before.map(({ id, shortName }) => [id, shortName]),
  )
  const { events } = await office.call('organizations.get', { id: office.branchId })
  expect(events.map(({ kind }) => kind)).toEqual(['created'])
})

it('a moved organisation goes back under its parent', async () => {
  const office = await anOffice()
  await office.call('organizations.move', {
    id: office.branchId,
    version: 1,
    parentId: office.rootId,
    ...today(office),
  })
  await undoNewest(office)
  const back = await office.call('organizations.get', { id: office.branchId })
  expect(back.parentId).toBe(office.communityId)
  expect(back.events.map(({ kind }) => kind)).toEqual(['created'])
})

it('a dissolved branch lives again with its groups and the members who had to leave it', async () => {
  const { office, groupId, memberId } = await withPeople()
  await office.call('organizations.dissolve', {
    id: office.branchId,
    version: 1,
    membersTo: office.otherBranchId,
    ...today(office),
  })
  await undoNewest(office)
  expect(await office.call('organizations.get', { id: office.branchId })).toMatchObject({
    status: 'active',
    endedOn: null,
  })
  expect(await office.call('organizations.get', { id: groupId })).toMatchObject({ status: 'active' })
  const { record } = await office.call('members.get', { id: memberId })
  expect(record).toMatchObject({ organizationId: office.branchId, groupId })
})

it('a merger is taken back: the branch, its members and the event on both sides', async () => {
  const { office, groupId, memberId } = await withPeople()
  await office.call('organizations.merge', {
    id: office.branchId,
    version: 1,
    intoId: office.otherBranchId,
    ...today(office),
  })
  const undone = await undoNewest(office)
  const { record } = await office.call('members.get', { id: memberId })
  expect(record).toMatchObject({ organizationId: office.branchId, groupId })
  for (const id of [office.branchId, office.otherBranchId]) {
    const { events, mergedInto } = await office.call('organizations.get', { id })
    expect(events.map(({ kind }) => kind)).toEqual(['created'])
    expect(mergedInto).toBeNull()
  }
  await office.call('activity.undo', { seq: undone })
  expect(await office.call('organizations.get', { id: office.branchId })).toMatchObject({
    status: 'merged',
    mergedInto: { id: office.otherBranchId },
  })
})

it('a merger of communities gives the branches back', async () => {
  const office = await anOffice()
  const west = await office.call('organizations.create', {
    parentId: office.rootId,
    fields: anOrganization({ type: 'SQW', shortName: '西环社区党委' }),
  })
  await office.call('organizations.merge', {
    id: office.communityId,
    version: 1,
    intoId: west.id,
    ...today(office),
  })
  await undoNewest(office)
  expect(await office.call('organizations.get', { id: office.branchId })).toMatchObject({
    parentId: office.communityId,
  })
})

it('a trashed organisation comes back with the groups that went with it', async () => {
  const { office, groupId, memberId } = await withPeople()
  await office.call('memberships.move', {
    members: [{ id: memberId, version: 1 }],
    toId: office.otherBranchId,
    groupId: null,
    how: 'neverThere',
    on: null,
    reason: '登记错支部',
    docNo: null,
  })
  await office.call('organizations.trash', { id: office.branchId, version: 1, reason: '重复建立' })
  expect(await shortNames(office)).not.toContain('东环第一党支部')
  await undoNewest(office)
  expect(await shortNames(office)).toEqual(expect.arrayContaining(['东环第一党支部', '第一党小组']))
  expect((await office.call('organizations.get', { id: groupId })).parentId).toBe(office.branchId)
})

it('a member comes out of the trash without the group that was dissolved meanwhile', async () => {
  const { office, groupId, trashedId } = await withPeople()
  const { seq } = await newest(office)
  await office.call('organizations.dissolve', { id: groupId, version: 1, membersTo: null, ...today(office) })
  await office.call('activity.undo', { seq })
  expect((await office.call('members.get', { id: trashedId })).record).toMatchObject({
    organizationId: office.branchId,
    groupId: null,
  })
})

it('nor with the group that is another branch’s by now', async () => {
  const { office, groupId, memberId, trashedId } = await withPeople()
  const { seq } = await newest(office)
  await office.call('members.update', { id: memberId, version: 1, fields: { groupId: null } })
  await office.call('organizations.move', {
    id: groupId,
    version: 1,
    parentId: office.otherBranchId,
    ...today(office),
  })
  await office.call('activity.undo', { seq })
  expect((await office.call('members.get', { id: trashedId })).record.groupId).toBeNull()
})
