import { expect, it } from 'vitest'
import { activities, newest, undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice, anyList, type Office } from './samples.ts'
import { openTestCore, testUser } from './testCore.ts'

const list = (office: Office) => office.call('members.list', anyList)
const names = async (office: Office) => (await list(office)).rows.map(({ record }) => record.name)
const found = async (office: Office, text: string) =>
  (await office.call('members.search', { text, limit: 10 })).hits.map(({ name }) => name)

async function withMember() {
  const office = await anOffice()
  const { id } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '王小明' }),
  })
  const member = () => office.call('members.get', { id })
  const edit = (version: number, fields: Parameters<typeof aMember>[0] | object) =>
    office.call('members.update', { id, version, fields })
  return { office, id, member, edit }
}

it('an edit taken back leaves the record as it was, one version on', async () => {
  const { office, member, edit } = await withMember()
  const before = await member()
  await edit(1, { education: '11', skills: ['1', '3'], isHardship: true, remark: '甲' })
  await undoNewest(office)
  const after = await member()
  expect(after.record).toEqual(before.record)
  expect(after.version).toBe(3)
  const [undo, edited] = await activities(office)
  expect(undo).toMatchObject({ title: '撤销：修改党员信息', undoes: edited?.seq, undone: null })
  expect(edited?.undone).toMatchObject({ seq: undo?.seq, accountName: '测试员' })
})

it('sensitive values come back in the clear', async () => {
  const { office, id, edit } = await withMember()
  await edit(1, { mobile: '13812345678', address: '东环新苑8号楼' })
  await edit(2, { mobile: null, address: null })
  await undoNewest(office)
  expect(await office.call('members.reveal', { id })).toMatchObject({
    mobile: '13812345678',
    address: '东环新苑8号楼',
  })
})

it('a name taken back is found by the old name and its pinyin, and no longer by the new one', async () => {
  const { office, edit } = await withMember()
  await edit(1, { name: '赵大勇', nameReading: null })
  await undoNewest(office)
  expect(await found(office, 'wxm')).toEqual(['王小明'])
  expect(await found(office, '大勇')).toEqual([])
  expect(await found(office, 'zhaodayong')).toEqual([])
})

it('findings follow what was taken back', async () => {
  const { office, member, edit } = await withMember()
  const before = (await member()).findings
  await edit(1, { regularOn: null })
  expect((await member()).findings.map(({ code }) => code)).toContain('REGULAR_MISSING')
  await undoNewest(office)
  expect((await member()).findings).toEqual(before)
})

it('an undo can be taken back, and that again', async () => {
  const { office, member, edit } = await withMember()
  await edit(1, { education: '11' })
  const { seq } = await newest(office)
  const undone = await undoNewest(office)
  const { seq: redone } = await office.call('activity.undo', { seq: undone })
  expect((await member()).record.education).toBe('11')
  expect(await newest(office)).toMatchObject({ title: '重做：修改党员信息', undoes: undone })
  expect((await activities(office)).find((entry) => entry.seq === seq)?.undone).toBeNull()
  await office.call('activity.undo', { seq: redone })
  expect((await member()).record.education).toBe('21')
  expect((await activities(office)).find((entry) => entry.seq === seq)?.undone).not.toBeNull()
})

it('what was redone can be taken back by its own entry', async () => {
  const { office, member, edit } = await withMember()
  await edit(1, { education: '11' })
  const { seq } = await newest(office)
  const undone = await undoNewest(office)
  await office.call('activity.undo', { seq: undone })
  await office.call('activity.undo', { seq })
  expect((await member()).record.education).toBe('21')
})

it('is taken back once', async () => {
  const { office, edit } = await withMember()
  await edit(1, { education: '11' })
  const { seq } = await newest(office)
  await office.call('activity.undo', { seq })
  const refusal = await office.refusal('activity.undo', { seq })
  expect(refusal).toMatchObject({ code: 'CONFLICT' })
  expect(refusal.messageZh).toContain('测试员')
  expect(await office.refusal('activity.checkUndo', { seq })).toMatchObject({ code: 'CONFLICT' })
})

it('a new member goes to the trash with the reason, and out of it again', async () => {
  const { office, member } = await withMember()
  const undone = await undoNewest(office)
  expect(await names(office)).toEqual([])
  expect((await member()).deletedReason).toBe('撤销：新增党员')
  await office.call('activity.undo', { seq: undone })
  expect(await names(office)).toEqual(['王小明'])
  expect((await member()).deletedReason).toBeNull()
})

it('members trashed together come back together, as they were', async () => {
  const { office, id, member } = await withMember()
  const other = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '李四', idNo: anIdNo('1980-01-01', 3) }),
  })
  const before = await member()
  const members = [
    { id, version: 1 },
    { id: other.id, version: 1 },
  ]
  await office.call('members.trash', { members, reason: '重复登记' })
  await undoNewest(office)
  expect((await names(office)).toSorted()).toEqual(['李四', '王小明'])
  expect((await member()).record).toEqual(before.record)
  expect(await found(office, '李四')).toEqual(['李四'])
})

it('a restore taken back puts the member into the trash with the old reason', async () => {
  const { office, id, member } = await withMember()
  await office.call('members.trash', { members: [{ id, version: 1 }], reason: '重复登记' })
  await office.call('trash.restore', { items: [{ kind: 'member', id }] })
  await undoNewest(office)
  expect(await member()).toMatchObject({ deletedReason: '重复登记' })
})

it('a bulk change is taken back for everybody', async () => {
  const { office, id } = await withMember()
  const ids = [id]
  for (const order of [3, 5, 7]) {
    const fields = aMember({
      organizationId: office.branchId,
      name: `党员${order}`,
      idNo: anIdNo('1980-01-01', order),
    })
    ids.push((await office.call('members.create', { fields })).id)
  }
  const members = ids.map((each) => ({ id: each, version: 1 }))
  await office.call('members.applyBulk', {
    members,
    change: { field: 'organizationId', value: office.otherBranchId },
  })
  const { seq } = await newest(office)
  expect(await office.call('activity.checkUndo', { seq })).toEqual({ blockers: [], changeCount: 4 })
  expect(await office.call('activity.undo', { seq })).toMatchObject({ changeCount: 4 })
  const { rows } = await list(office)
  expect(new Set(rows.map(({ record }) => record.organizationId))).toEqual(new Set([office.branchId]))
})

it('an answer to a finding is taken away, and one taken away comes back', async () => {
  const { office, id, member, edit } = await withMember()
  await edit(1, { regularOn: null })
  const target = { subject: 'member', subjectId: id, code: 'REGULAR_MISSING' } as const
  const reason = async () =>
    (await member()).findings.find(({ code }) => code === target.code)?.overriddenReason ?? null
  await office.call('findings.override', { ...target, reason: '档案遗失' })
  await undoNewest(office)
  expect(await reason()).toBeNull()
  await office.call('findings.override', { ...target, reason: '档案遗失' })
  await office.call('findings.withdrawOverride', target)
  await undoNewest(office)
  expect(await reason()).toBe('档案遗失')
})

it('what was done before a restart can be taken back after it', async () => {
  const { office, id, edit } = await withMember()
  await edit(1, { education: '11' })
  await office.core.close()
  const again = openTestCore(office.dataDir)
  await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  await undoNewest(again)
  expect((await again.call('members.get', { id })).record.education).toBe('21')
})

it('the log stays whole through undoing', async () => {
  const { office, edit } = await withMember()
  await edit(1, { education: '11', mobile: '13812345678' })
  const undone = await undoNewest(office)
  await office.call('activity.undo', { seq: undone })
  const { audit } = await office.call('system.verify', {})
  expect(audit).toMatchObject({ ok: true, problem: null })
})

it('what changed no record cannot be taken back, and says so', async () => {
  const { office } = await withMember()
  await office.call('documents.exportRoster', {
    organizationId: null,
    format: 'xlsx',
    unmasked: false,
    purpose: null,
    columns: null,
    asOf: null,
    jobId: null,
  })
  const exported = await newest(office)
  expect(exported.notUndoable).toBe('文件已经导出，收不回来')
  const refusal = await office.refusal('activity.undo', { seq: exported.seq })
  expect(refusal).toMatchObject({ code: 'CONFLICT', messageZh: '文件已经导出，收不回来' })
  expect(await office.refusal('activity.undo', { seq: 99_999 })).toMatchObject({ code: 'NOT_FOUND' })
})
