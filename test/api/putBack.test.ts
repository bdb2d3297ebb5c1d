import { expect, it } from 'vitest'
import type { RecordKind } from '#shared/contract/activity.ts'
import { newest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, type Office } from './samples.ts'

async function edited(fields: object) {
  const office = await anOffice()
  const { id } = await office.call('members.create', {
    fields: aMember({
      organizationId: office.branchId,
      mobile: '13812345678',
      skills: ['1', '3'],
      isHardship: true,
    }),
  })
  await office.call('members.update', { id, version: 1, fields })
  const record = async () => (await office.call('members.get', { id })).record
  return { office, id, record, changeId: await changeOf(office, 'member', id) }
}

/** Of the newest entry in a record's history. */
async function changeOf(office: Office, kind: RecordKind, id: string): Promise<number> {
  const { entries } = await office.call('activity.history', { kind, id })
  return entries[0]?.changeId ?? 0
}

it.each([
  ['a code', 'education', '11', '21'],
  ['nothing', 'remark', '新备注', null],
  ['a yes or no', 'isHardship', false, true],
  ['a list', 'skills', ['5'], ['1', '3']],
  ['a date', 'joinedOn', '1994-07', '1995-07-01'],
] as const)('%s is put back as it was', async (_, field, value, old) => {
  const { office, record, changeId } = await edited({ [field]: value })
  await office.call('activity.putBack', { changeId, field, version: 2 })
  expect((await record())[field]).toEqual(old)
})

it('one field is put back and the others of the same change stay', async () => {
  const { office, id, record, changeId } = await edited({ education: '11', remark: '甲', mobile: null })
  await office.call('activity.putBack', { changeId, field: 'mobile', version: 2 })
  expect(await record()).toMatchObject({ education: '11', remark: '甲' })
  expect(await office.call('members.reveal', { id })).toMatchObject({ mobile: '13812345678' })
})

it('putting back is history itself, and can be taken back', async () => {
  const { office, record, changeId } = await edited({ education: '11' })
  await office.call('activity.putBack', { changeId, field: 'education', version: 2 })
  const { seq, title } = await newest(office)
  expect(title).toBe('放回原值')
  await office.call('activity.undo', { seq })
  expect((await record()).education).toBe('11')
})

it('a record edited since it was read is not written over', async () => {
  const { office, id, record, changeId } = await edited({ education: '11' })
  await office.call('members.update', { id, version: 2, fields: { education: '31' } })
  const refusal = await office.refusal('activity.putBack', { changeId, field: 'education', version: 2 })
  expect(refusal.code).toBe('STALE_WRITE')
  expect((await record()).education).toBe('31')
})

it('goes through the checks of an edit', async () => {
  const { office, id, changeId } = await edited({ idNo: anIdNo('1980-01-01', 1) })
  await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '王晓明' }),
  })
  const refusal = await office.refusal('activity.putBack', { changeId, field: 'idNo', version: 2 })
  expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED' })
  expect(refusal.fields?.['idNo']).toContain('王晓明')
  expect((await office.call('members.get', { id })).version).toBe(2)
})

it('a branch put back leaves the group of the other one', async () => {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  const group = await office.call('organizations.create', {
    parentId: office.otherBranchId,
    fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
  })
  await office.call('members.update', {
    id,
    version: 1,
    fields: { organizationId: office.otherBranchId, groupId: group.id },
  })
  const changeId = await changeOf(office, 'member', id)
  await office.call('activity.putBack', { changeId, field: 'organizationId', version: 2 })
  expect((await office.call('members.get', { id })).record).toMatchObject({
    organizationId: office.branchId,
    groupId: null,
  })
})

it('a field of an organisation is put back, its place is not put back alone', async () => {
  const office = await anOffice()
  const id = office.branchId
  await office.call('organizations.update', {
    id,
    version: 1,
    fields: { shortName: '先锋党支部', isWeak: true },
  })
  const changeId = await changeOf(office, 'organization', id)
  await office.call('activity.putBack', { changeId, field: 'shortName', version: 2 })
  await office.call('activity.putBack', { changeId, field: 'isWeak', version: 3 })
  expect((await office.call('organizations.get', { id })).fields).toMatchObject({
    shortName: '东环第一党支部',
    isWeak: false,
  })
  await office.call('organizations.move', {
    id,
    version: 4,
    parentId: office.rootId,
    happenedOn: office.clock.today(),
    docNo: null,
    reason: '调整',
  })
  const moved = await changeOf(office, 'organization', id)
  const refusal = await office.refusal('activity.putBack', { changeId: moved, field: 'parentId', version: 5 })
  expect(refusal).toMatchObject({ code: 'UNSUPPORTED' })
  expect(refusal.messageZh).toContain('上级党组织')
})

it('says so when the value is there already, or was never there', async () => {
  const { office, changeId } = await edited({ education: '11' })
  await office.call('activity.putBack', { changeId, field: 'education', version: 2 })
  expect(
    await office.refusal('activity.putBack', { changeId, field: 'education', version: 3 }),
  ).toMatchObject({
    code: 'CONFLICT',
  })
  for (const [change, field] of [
    [changeId, 'remark'],
    [99_999, 'education'],
  ] as const)
    expect(await office.refusal('activity.putBack', { changeId: change, field, version: 3 })).toMatchObject({
      code: 'NOT_FOUND',
    })
})
