import { expect, it } from 'vitest'
import { aMember, anOffice } from './samples.ts'

it('a member’s history says what changed, by whom, through which door, newest first', async () => {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  office.clock.set('2026-11-21T02:05:00Z')
  await office.call('members.update', {
    id,
    version: 1,
    fields: { education: '11', organizationId: office.otherBranchId, isLost: true, joinedOn: null },
  })
  await office.call('members.trash', { members: [{ id, version: 2 }], reason: '重复登记' })
  await office.call('trash.restore', { items: [{ kind: 'member', id }] })
  const { entries } = await office.call('activity.history', { kind: 'member', id })
  expect(entries.map(({ title, action }) => [title, action])).toEqual([
    ['从回收站恢复', 'changed'],
    ['删除党员', 'changed'],
    ['修改党员信息', 'changed'],
    ['新增党员', 'added'],
  ])
  expect(entries[2]).toMatchObject({ accountName: '测试员', via: 'cli', at: '2026-11-21T02:05:00.000Z' })
  expect(entries[2]?.fields.map(({ label, old, new: now }) => [label, old, now])).toEqual([
    ['学历', '大学（本科）', '博士研究生'],
    ['所在党支部', '东环第一党支部', '东环第二党支部'],
    ['入党日期', '1995年7月1日', ''],
    ['进入本支部方式', '', '省内转入'],
    ['进入本支部日期', '', '2026年11月21日'],
    ['是否失联党员', '', '是'],
  ])
  expect(entries[1]?.fields).toContainEqual(
    expect.objectContaining({ label: '删除原因', new: '重复登记', canPutBack: false }),
  )
})

it('sensitive values stay masked in the history', async () => {
  const office = await anOffice()
  const { id } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, mobile: '13812345678' }),
  })
  await office.call('members.update', {
    id,
    version: 1,
    fields: { mobile: '13987654321', address: '东环新苑八号楼二单元', remark: '原手机 13812345678' },
  })
  const text = JSON.stringify(await office.call('activity.history', { kind: 'member', id }))
  for (const secret of ['13812345678', '13987654321', '八号楼']) expect(text).not.toContain(secret)
  expect(text).toContain('138****5678')
})

it('looking at a hidden value is the auditor’s to read, not part of the history', async () => {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  await office.call('members.reveal', { id })
  const { entries } = await office.call('activity.history', { kind: 'member', id })
  expect(entries).toHaveLength(1)
})

it('an organisation’s history tells of the one that was merged into it', async () => {
  const office = await anOffice()
  await office.call('organizations.update', {
    id: office.branchId,
    version: 1,
    fields: { secretaryName: '李书记' },
  })
  await office.call('organizations.merge', {
    id: office.otherBranchId,
    version: 1,
    intoId: office.branchId,
    happenedOn: office.clock.today(),
    docNo: null,
    reason: '调整',
  })
  const history = async (id: string) =>
    (await office.call('activity.history', { kind: 'organization', id })).entries
  const [merged, updated, created] = await history(office.branchId)
  expect(merged).toMatchObject({
    title: '合并党组织',
    fields: [{ label: '合并', old: '中共测试街道东环第二党支部', new: '中共测试街道东环第一党支部' }],
  })
  expect(updated?.fields).toMatchObject([{ label: '书记', old: '', new: '李书记' }])
  expect(created).toMatchObject({ action: 'added', fields: [] })
  expect((await history(office.otherBranchId))[0]?.fields.map(({ label, new: now }) => [label, now])).toEqual(
    expect.arrayContaining([
      ['状态', '已合并'],
      ['并入', '东环第一党支部'],
    ]),
  )
})

it('what was taken back says by whom', async () => {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  await office.call('members.update', { id, version: 1, fields: { education: '11' } })
  const before = await office.call('activity.history', { kind: 'member', id })
  const undo = await office.call('activity.undo', { seq: before.entries[0]?.seq ?? 0 })
  const { entries } = await office.call('activity.history', { kind: 'member', id })
  expect(entries[0]).toMatchObject({ title: '撤销：修改党员信息', undone: null })
  expect(entries[1]?.undone).toMatchObject({ seq: undo.seq, accountName: '测试员' })
})

it('accounts and settings have no history here', async () => {
  const office = await anOffice()
  const { account } = await office.call('accounts.status', {})
  expect(await office.call('activity.history', { kind: 'account', id: account?.id ?? '' })).toEqual({
    entries: [],
  })
})
