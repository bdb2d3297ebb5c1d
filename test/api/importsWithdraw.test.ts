import { expect, it } from 'vitest'
import { fixture, personRow, rosterWorkbook, workbook } from '../unit/imports/workbooks.ts'
import { activities, newest } from './activityHarness.ts'
import { importFile, preview } from './importsHarness.ts'
import { rawLedger } from './rawLedger.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { openTestCore, signedInCore, type TestCore, testUser } from './testCore.ts'

const idA = anIdNo('1970-05-04', 1)
const idB = anIdNo('1980-06-05', 2)
const liSi = personRow(2, {
  idNo: idB,
  name: '李四',
  gender: '女',
  birthDate: '1980-06-05',
  branch: '新建的党支部',
})

async function imported() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: street.branchId, idNo: idA }),
  })
  const bytes = rosterWorkbook([
    personRow(1, { idNo: idA, education: '大专', branch: '东环第二党支部' }),
    liSi,
  ])
  const { batch } = await importFile(test, 'roster', '名册.xlsx', bytes)
  return { test, street, member, bytes, batchId: batch ?? '' }
}

async function total(test: TestCore): Promise<number> {
  const page = { filters: [], sort: { field: 'name', descending: false } as const, offset: 0, limit: 10 }
  return (await test.call('members.list', { organizationId: null, text: null, ...page })).total
}

it('takes a whole batch back: new people, changed fields and the branch it made', async () => {
  const { test, street, member, batchId } = await imported()
  expect(await total(test)).toBe(2)
  expect(await test.call('imports.checkWithdraw', { batchId })).toEqual({ edited: [], added: 1, changed: 1 })
  expect(await test.call('imports.withdraw', { batchId })).toEqual({ added: 1, changed: 1 })
  expect(await total(test)).toBe(1)
  const after = await test.call('members.get', { id: member.id })
  expect(after.record).toMatchObject({ education: '21', organizationId: street.branchId, mobile: null })
  const { nodes } = await test.call('organizations.tree', { includeEnded: true })
  expect(nodes.map(({ shortName }) => shortName)).not.toContain('新建的党支部')
  const { rows } = await test.call('imports.batches', { offset: 0, limit: 10 })
  expect(rows).toEqual([expect.objectContaining({ id: batchId, fileName: '名册.xlsx', createdBy: '测试员' })])
  expect(rows[0]?.withdrawnAt).not.toBeNull()
  expect(await test.refusal('imports.withdraw', { batchId })).toMatchObject({ code: 'CONFLICT' })
})

it('forgets the people of a withdrawn batch: they import again as new', async () => {
  const { test, bytes, batchId } = await imported()
  await test.call('imports.withdraw', { batchId })
  const again = await preview(test, 'roster', '名册.xlsx', bytes)
  expect(again.report.counts).toEqual({ new: 1, changed: 1, unchanged: 0, duplicate: 0, blocked: 0 })
  await test.call('imports.commit', { previewId: again.previewId, jobId: null })
  expect(await total(test)).toBe(2)
})

it('refuses to withdraw over somebody’s later edit, names it, and changes nothing', async () => {
  const { test, member, batchId } = await imported()
  await test.call('members.update', { id: member.id, version: 2, fields: { remark: '后来改的' } })
  const check = await test.call('imports.checkWithdraw', { batchId })
  expect(check.edited).toEqual([{ id: member.id, name: '王小明', reason: '导入之后又修改过' }])
  const refusal = await test.refusal('imports.withdraw', { batchId })
  expect(refusal).toMatchObject({ code: 'CONFLICT' })
  expect(refusal.messageZh).toContain('王小明')
  expect(await total(test)).toBe(2)
  expect((await test.call('members.get', { id: member.id })).record.remark).toBe('后来改的')
})

it('does not put people back into a branch that is gone', async () => {
  const { test, street, batchId } = await imported()
  await test.call('organizations.dissolve', {
    id: street.branchId,
    version: 1,
    happenedOn: test.clock.today(),
    docNo: null,
    reason: '撤销',
    membersTo: null,
  })
  expect((await test.call('imports.checkWithdraw', { batchId })).edited).toEqual([
    expect.objectContaining({ name: '王小明', reason: '原来的党支部已撤销，放不回去' }),
  ])
})

it('keeps a branch the batch made when somebody else has come to it since', async () => {
  const { test, batchId } = await imported()
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  const made = nodes.find(({ shortName }) => shortName === '新建的党支部')?.id ?? ''
  await test.call('members.create', {
    fields: aMember({ organizationId: made, name: '周九', idNo: anIdNo('1990-01-01', 5) }),
  })
  await test.call('imports.withdraw', { batchId })
  const after = await test.call('organizations.tree', { includeEnded: false })
  expect(after.nodes.find(({ id }) => id === made)?.own.full).toBe(1)
})

it('takes an organisations batch back unless people have joined since', async () => {
  const test = await signedInCore()
  const first = await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  const roster = await importFile(test, 'roster', 'roster-gb18030.csv', fixture('roster-gb18030.csv'))
  const refusal = await test.refusal('imports.withdraw', { batchId: first.batch ?? '' })
  expect(refusal.messageZh).toContain('下面已有党员')
  await test.call('imports.withdraw', { batchId: roster.batch ?? '' })
  expect(await test.call('imports.withdraw', { batchId: first.batch ?? '' })).toEqual({
    added: 53,
    changed: 0,
  })
  expect((await test.call('organizations.tree', { includeEnded: true })).nodes).toEqual([])
})

it('puts renamed and moved organisations back where they were', async () => {
  const test = await signedInCore()
  const street = await aStreet(test)
  const header = ['党组织代码', '党组织全称', '党组织类别', '上级党组织代码']
  const root = ['001', '中共测试街道工作委员会', '党工委', '']
  const rows = [header, root, ['001001', '东环第一先锋党支部', '党支部', '001']]
  const { batch, counts } = await importFile(test, 'organizations', 'a.xlsx', workbook({ 党组织: { rows } }))
  expect(counts).toEqual({ new: 0, changed: 2, unchanged: 0, duplicate: 0, blocked: 0 })
  const moved = await test.call('organizations.get', { id: street.branchId })
  expect(moved).toMatchObject({ parentId: street.rootId, fields: { fullName: '东环第一先锋党支部' } })
  expect(moved.events.map(({ kind }) => kind).toSorted()).toEqual(['created', 'moved', 'renamed'])
  await test.call('imports.withdraw', { batchId: batch ?? '' })
  const back = await test.call('organizations.get', { id: street.branchId })
  expect(back).toMatchObject({
    parentId: street.communityId,
    fields: { fullName: '中共测试街道东环第一党支部' },
  })
})

const batchesOf = async (test: TestCore) =>
  (await test.call('imports.batches', { offset: 0, limit: 10 })).rows

it('is an undo like any other: the list of activities shows it, and it can be done again', async () => {
  const { test, member, batchId } = await imported()
  const { seq } = await newest(test)
  await test.call('imports.withdraw', { batchId })
  const [withdrawal, written] = await activities(test)
  expect(withdrawal).toMatchObject({ title: '撤回导入批次', undoes: seq })
  expect(written).toMatchObject({ seq, title: '导入表格', undone: { seq: withdrawal?.seq } })
  await test.call('activity.undo', { seq: withdrawal?.seq ?? 0 })
  expect(await total(test)).toBe(2)
  expect((await test.call('members.get', { id: member.id })).record.education).not.toBe('21')
  expect((await batchesOf(test))[0]?.withdrawnAt).toBeNull()
  expect(await test.call('imports.withdraw', { batchId })).toEqual({ added: 1, changed: 1 })
})

it('an import taken back from the list of activities is a withdrawn batch, whose people import again as new', async () => {
  const { test, bytes, batchId } = await imported()
  await test.call('activity.undo', { seq: (await newest(test)).seq })
  expect((await batchesOf(test))[0]?.withdrawnAt).not.toBeNull()
  expect(await test.refusal('imports.withdraw', { batchId })).toMatchObject({ code: 'CONFLICT' })
  const again = await preview(test, 'roster', '名册.xlsx', bytes)
  expect(again.report.counts).toMatchObject({ new: 1, changed: 1, blocked: 0 })
})

it('is not done again over people who were imported anew', async () => {
  const { test, bytes } = await imported()
  const { seq } = await test.call('activity.undo', { seq: (await newest(test)).seq })
  await importFile(test, 'roster', '名册.xlsx', bytes)
  const { blockers } = await test.call('activity.checkUndo', { seq })
  expect(blockers.map(({ what }) => what).join()).toContain('“李四”的身份证号现在由花名册里的“李四”使用')
})

it('somebody it brought, in the trash by now, is named', async () => {
  const { test, batchId } = await imported()
  const [hit] = (await test.call('members.search', { text: '李四', limit: 1 })).hits
  const members = [{ id: hit?.id ?? '', version: 1 }]
  await test.call('members.trash', { members, reason: '误登' })
  const { edited } = await test.call('imports.checkWithdraw', { batchId })
  expect(edited).toEqual([{ id: hit?.id, name: '李四', reason: '已移入回收站' }])
})

it('a later edit that was taken back again does not stand in the way', async () => {
  const { test, member, batchId } = await imported()
  await test.call('members.update', { id: member.id, version: 2, fields: { remark: '后来改的' } })
  await test.call('activity.undo', { seq: (await newest(test)).seq })
  expect(await test.call('imports.withdraw', { batchId })).toEqual({ added: 1, changed: 1 })
})

it('columns matched by hand stay known after the withdrawal', async () => {
  const test = await signedInCore()
  await aStreet(test)
  const rows = [
    ['姓名', '证号', '支部'],
    ['王五', anIdNo('1975-03-03', 7), '东环第一党支部'],
  ]
  const bytes = workbook({ 名册: { rows } })
  const columns = { 名册: { '1': 'idNo', '2': 'organizationId' } }
  const { batch } = await importFile(test, 'roster', '手工.xlsx', bytes, { columns })
  await test.call('imports.withdraw', { batchId: batch ?? '' })
  const { sheets } = await preview(test, 'roster', '手工.xlsx', bytes)
  expect(sheets[0]?.columns.map(({ how }) => how)).toEqual(['alias', 'remembered', 'remembered'])
})

it('a batch of before the log says why it cannot be withdrawn', async () => {
  const { test } = await imported()
  const raw = await rawLedger(test)
  raw.exec(`insert into import_batches select 'old-batch', kind, file_name, file_sha256, mode, account_id, created_at, withdrawn_at,
    new_count, changed_count, unchanged_count, duplicate_count, blocked_count from import_batches`)
  raw.close()
  const again = openTestCore(test.dataDir)
  await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  const refusal = await again.refusal('imports.withdraw', { batchId: 'old-batch' })
  expect(refusal.code).toBe('CONFLICT')
  expect(refusal.messageZh).toContain('升级到本版本之前')
})
