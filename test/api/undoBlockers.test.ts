import { expect, it } from 'vitest'
import { activities, newest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, aStaffedOffice, type Office } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

const ending = (office: Office) => ({
  happenedOn: office.clock.today(),
  docNo: null,
  reason: '调整',
  membersTo: null,
})

async function edited() {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  const edit = (version: number, fields: object) => office.call('members.update', { id, version, fields })
  await edit(1, { education: '11' })
  return { office, id, edit, seq: (await newest(office)).seq }
}

const blockers = async (office: Office, seq: number) =>
  (await office.call('activity.checkUndo', { seq })).blockers

it('a later edit of the same field is named with who, when and what', async () => {
  const { office, edit, seq } = await edited()
  office.clock.set('2026-11-21T02:05:00Z')
  await edit(2, { education: '31', remark: '核对过' })
  expect(await blockers(office, seq)).toEqual([
    {
      seq: seq + 1,
      at: '2026-11-21T02:05:00.000Z',
      accountName: '测试员',
      title: '修改党员信息',
      what: '“王小明”的学历后来又修改过',
    },
  ])
  const refusal = await office.refusal('activity.undo', { seq })
  expect(refusal.code).toBe('CONFLICT')
  expect(refusal.messageZh).toContain('“王小明”的学历后来又修改过（2026-11-21 10:05 测试员 修改党员信息）')
  expect(await activities(office, { limit: 3 })).toHaveLength(3)
})

it('a later edit of another field stays, and does not stand in the way', async () => {
  const { office, id, edit, seq } = await edited()
  await edit(2, { remark: '核对过' })
  expect(await blockers(office, seq)).toEqual([])
  await office.call('activity.undo', { seq })
  const { record } = await office.call('members.get', { id })
  expect(record).toMatchObject({ education: '21', remark: '核对过' })
})

it('a later edit that was itself taken back does not stand in the way', async () => {
  const { office, edit, seq } = await edited()
  await edit(2, { education: '31' })
  const later = (await newest(office)).seq
  const undone = await office.call('activity.undo', { seq: later })
  expect(await blockers(office, seq)).toEqual([])
  await office.call('activity.undo', { seq: undone.seq })
  expect((await blockers(office, seq)).map((each) => each.seq)).toEqual([later])
})

it('taking back something from before counts as a later edit', async () => {
  const { office, edit, seq } = await edited()
  await edit(2, { education: '31' })
  const later = (await newest(office)).seq
  const undone = await office.call('activity.undo', { seq: later })
  const first = await office.call('activity.undo', { seq })
  expect((await blockers(office, undone.seq)).map((each) => each.seq)).toEqual([first.seq])
})

it('an edit of somebody in the trash by now is not taken back there', async () => {
  const { office, id, seq } = await edited()
  await office.call('members.trash', { members: [{ id, version: 2 }], reason: '重复登记' })
  expect(await blockers(office, seq)).toMatchObject([{ title: '删除党员', what: '“王小明”已移入回收站' }])
})

it('a new member edited since stays', async () => {
  const { office, seq } = await edited()
  const created = seq - 1
  expect(await blockers(office, created)).toMatchObject([{ seq, what: '“王小明”后来又修改过' }])
})

it('a new branch somebody has come to since stays, and the newcomer is named', async () => {
  const { office, id } = await edited()
  const branch = await office.call('organizations.create', {
    parentId: office.communityId,
    fields: anOrganization({ shortName: '第三党支部' }),
  })
  const { seq } = await newest(office)
  await office.call('members.update', { id, version: 2, fields: { organizationId: branch.id } })
  expect(await blockers(office, seq)).toMatchObject([
    { title: '修改党员信息', what: '“第三党支部”之下已有党员“王小明”' },
  ])
  await office.call('activity.undo', { seq: (await newest(office)).seq })
  expect(await blockers(office, seq)).toEqual([])
})

it('an organisation an account is tied to since stays', async () => {
  const office = await anOffice()
  const { seq } = await newest(office)
  const administrator = openCaller(office)
  const { user, password } = testAdministrator
  await administrator.call('accounts.signIn', { user, password })
  await administrator.call('accounts.create', {
    user: 'branch',
    displayName: '支部账号',
    role: 'communityClerk',
    organizationId: office.otherBranchId,
    password: 'Given-2026',
    ownPassword: password,
  })
  expect(await blockers(office, seq)).toMatchObject([{ what: '“东环第二党支部”之下已有账号“branch”' }])
})

it('a trashed person’s ID number given to somebody else since stands in the way', async () => {
  const { office, id } = await edited()
  await office.call('members.trash', { members: [{ id, version: 2 }], reason: '误登' })
  const { seq } = await newest(office)
  await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '王晓明' }),
  })
  expect(await blockers(office, seq)).toMatchObject([
    { title: '新增党员', what: '“王小明”的身份证号现在由花名册里的“王晓明”使用' },
  ])
  expect(await office.refusal('activity.undo', { seq })).toMatchObject({ code: 'CONFLICT' })
})

it('people do not go back to a branch that has ended, and the ending is named', async () => {
  const { office, id } = await edited()
  await office.call('members.update', { id, version: 2, fields: { organizationId: office.otherBranchId } })
  const { seq } = await newest(office)
  await office.call('organizations.dissolve', { id: office.branchId, version: 1, ...ending(office) })
  expect(await blockers(office, seq)).toMatchObject([
    {
      title: '撤销党组织',
      what: '“王小明”原来的党支部“东环第一党支部”已撤销、合并、删除或改变，放不回去',
    },
  ])
})

it('an organisation does not go back under one that has ended', async () => {
  const office = await anOffice()
  const move = { id: office.branchId, version: 1, parentId: office.rootId, ...ending(office) }
  const { membersTo: _, ...moved } = move
  await office.call('organizations.move', moved)
  const { seq } = await newest(office)
  await office.call('organizations.dissolve', {
    id: office.otherBranchId,
    version: 1,
    ...ending(office),
  })
  await office.call('organizations.dissolve', { id: office.communityId, version: 1, ...ending(office) })
  expect(await blockers(office, seq)).toMatchObject([
    { what: '“东环第一党支部”原来的上级“东环社区党委”已撤销、合并或删除，放不回去' },
  ])
})

it('a group somebody has joined since does not go back to the other branch', async () => {
  const { office, id } = await edited()
  const group = await office.call('organizations.create', {
    parentId: office.otherBranchId,
    fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
  })
  const { membersTo: _, ...change } = ending(office)
  const moved = { id: group.id, version: 1, parentId: office.branchId, ...change }
  await office.call('organizations.move', moved)
  const { seq } = await newest(office)
  await office.call('members.update', { id, version: 2, fields: { groupId: group.id } })
  expect(await blockers(office, seq)).toMatchObject([
    { title: '修改党员信息', what: '“第一党小组”里已有党员“王小明”，要先编入别的党小组才能移回' },
  ])
})

it('a code given to another organisation since stands in the way', async () => {
  const office = await anOffice()
  await office.call('organizations.update', { id: office.branchId, version: 1, fields: { code: '001777' } })
  const { seq } = await newest(office)
  await office.call('organizations.update', {
    id: office.otherBranchId,
    version: 1,
    fields: { code: '001001' },
  })
  expect(await blockers(office, seq)).toMatchObject([
    { what: '“东环第一党支部”原来的代码“001001”现在由“东环第二党支部”使用' },
  ])
})

it('a dissolution is not done again over people who have come since it was taken back', async () => {
  const { office } = await edited()
  await office.call('organizations.dissolve', {
    id: office.branchId,
    version: 1,
    ...ending(office),
    membersTo: office.otherBranchId,
  })
  const { seq } = await office.call('activity.undo', { seq: (await newest(office)).seq })
  await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '新来的', idNo: anIdNo('1990-01-01', 9) }),
  })
  expect(await blockers(office, seq)).toMatchObject([
    { title: '新增党员', what: '“东环第一党支部”之下已有党员“新来的”' },
  ])
})

it('many records of one later action are one blocker that counts them', async () => {
  const office = await anOffice()
  const members: { id: string; version: number }[] = []
  for (const order of [1, 3, 5, 7, 9]) {
    const fields = aMember({
      organizationId: office.branchId,
      name: `党员${order}`,
      idNo: anIdNo('1980-01-01', order),
    })
    members.push({ id: (await office.call('members.create', { fields })).id, version: 1 })
  }
  await office.call('members.applyBulk', { members, change: { field: 'gridNo', value: '甲' } })
  const { seq } = await newest(office)
  await office.call('members.applyBulk', {
    members: members.map(({ id }) => ({ id, version: 2 })),
    change: { field: 'gridNo', value: '乙' },
  })
  const [blocker, ...others] = await blockers(office, seq)
  expect(others).toEqual([])
  expect(blocker?.what).toMatch(/；等 5 处$/)
})

it('a reason withdrawn before its member was purged does not come back', async () => {
  const office = await aStaffedOffice()
  const { id } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, idNo: anIdNo('1970-05-04', 1), birthDate: null }),
  })
  const { findings } = await office.call('members.get', { id })
  const finding = { subject: 'member', subjectId: id, code: findings[0]?.code ?? '' } as const
  await office.call('findings.override', { ...finding, reason: '已电话核实' })
  await office.call('findings.withdrawOverride', finding)
  const { seq } = await newest(office)
  expect(await blockers(office, seq)).toEqual([])
  await office.call('members.trash', { members: [{ id, version: 1 }], reason: '重复登记' })
  const administrator = office.as('systemAdministrator')
  const { password: ownPassword } = testAdministrator
  await administrator.call('trash.empty', { kind: null, olderThanDays: 0, reason: '年度清理', ownPassword })
  expect(await blockers(office, seq)).toMatchObject([{ what: expect.stringContaining('已彻底删除') }])
  expect((await office.refusal('activity.undo', { seq })).code).toBe('CONFLICT')
})
