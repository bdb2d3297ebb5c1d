import { expect, it } from 'vitest'
import type { ImportPreview, Outcome } from '#shared/contract/imports.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { personRow, rosterHeader, rosterWorkbook, workbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

const idA = anIdNo('1970-05-04', 1)
const idB = anIdNo('1980-06-05', 2)

function codes({ report }: ImportPreview): readonly string[] {
  return report.findings.filter(({ severity }) => severity !== 'blue').map(({ code }) => code)
}

async function rowsOf(test: TestCore, { previewId }: ImportPreview, outcome: Outcome | null = null) {
  const page = await test.call('imports.rows', {
    previewId,
    outcome,
    onlyFindings: false,
    offset: 0,
    limit: 200,
  })
  return page.rows
}

async function aRoster() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: street.branchId, idNo: idA, mobile: '13800000001', remark: '老党员' }),
  })
  return { test, street, member }
}

it('shows what would change field by field, and a blank cell never overwrites', async () => {
  const { test, member } = await aRoster()
  const row = personRow(1, { idNo: idA, education: '大专', mobile: null, branch: '东环第二党支部' })
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([row]))
  expect(shown.report.counts).toMatchObject({ changed: 1 })
  const [planned] = await rowsOf(test, shown)
  expect(planned).toMatchObject({
    sheet: '花名册',
    row: 2,
    name: '王小明',
    outcome: 'changed',
    matchId: member.id,
  })
  expect(planned?.changes).toEqual([
    { field: 'education', label: '学历', old: '大学（本科）', new: '大专' },
    { field: 'organizationId', label: '所在党支部', old: '东环第一党支部', new: '东环第二党支部' },
  ])
  await test.call('imports.commit', { previewId: shown.previewId, jobId: null })
  const after = await test.call('members.get', { id: member.id })
  expect(after.record).toMatchObject({ education: '31', remark: '老党员' })
  expect((await test.call('members.reveal', { id: member.id })).mobile).toBe('13800000001')
})

it('fills only blanks in the mode that says so', async () => {
  const { test, member } = await aRoster()
  const header = [...rosterHeader, '籍贯']
  const row = [...personRow(1, { idNo: idA, education: '大专', branch: '没有的党支部' }), '浙江杭州']
  const bytes = workbook({ 花名册: { rows: [header, row] } })
  const shown = await preview(test, 'roster', 'a.xlsx', bytes, { mode: 'fillBlanks' })
  const [planned] = await rowsOf(test, shown)
  expect(planned?.changes.map(({ field }) => field)).toEqual(['nativePlace'])
  expect(shown.report.findings).toEqual([])
  await test.call('imports.commit', { previewId: shown.previewId, jobId: null })
  expect((await test.call('members.get', { id: member.id })).record).toMatchObject({
    education: '21',
    nativePlace: '浙江杭州',
  })
})

it('leaves everybody who is there alone in add-only mode', async () => {
  const { test } = await aRoster()
  const rows = [
    personRow(1, { idNo: idA, education: '大专' }),
    personRow(2, { idNo: idB, name: '李四', gender: '女', birthDate: '1980-06-05' }),
  ]
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook(rows), { mode: 'addOnly' })
  expect(shown.report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, duplicate: 1, blocked: 0 })
  expect(codes(shown)).toEqual(['DUPLICATE_IN_ROSTER'])
})

it('keeps the day when the list knows only the month, and takes the day when the record knew only the month', async () => {
  const { test, member } = await aRoster()
  await test.call('members.update', {
    id: member.id,
    version: 1,
    fields: { joinedOn: partialDate('1995-07') },
  })
  const row = personRow(1, { idNo: idA, birthDate: '1970.05', joinedOn: '1995年7月3日', regularOn: '1996' })
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([row]))
  const [planned] = await rowsOf(test, shown)
  expect(planned?.changes).toEqual([
    { field: 'joinedOn', label: '入党日期', old: '1995年7月', new: '1995年7月3日' },
  ])
})

it('never overwrites a person of another name behind the same number', async () => {
  const { test, member } = await aRoster()
  const shown = await preview(
    test,
    'roster',
    'a.xlsx',
    rosterWorkbook([personRow(1, { idNo: idA, name: '赵六' })]),
  )
  expect(shown.report.counts).toMatchObject({ duplicate: 1, changed: 0 })
  expect(codes(shown)).toEqual(['DUPLICATE_IN_ROSTER'])
  const [planned] = await rowsOf(test, shown)
  expect(planned).toMatchObject({ matchId: member.id, outcome: 'duplicate' })
  expect(planned?.findings[0]?.message).not.toContain(idA)
})

it('leaves somebody in the trash there and says where to find them', async () => {
  const { test, member } = await aRoster()
  await test.call('members.trash', { members: [{ id: member.id, version: 1 }], reason: '登记错误' })
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([personRow(1, { idNo: idA })]))
  expect(shown.report.counts).toMatchObject({ duplicate: 1 })
  expect(shown.report.findings[0]?.message).toContain('回收站')
})

it('imports two people of one name and birthday with different valid numbers, and says so', async () => {
  const { test } = await aRoster()
  const shown = await preview(
    test,
    'roster',
    'a.xlsx',
    rosterWorkbook([personRow(1, { idNo: anIdNo('1970-05-04', 3) })]),
  )
  expect(shown.report.counts).toMatchObject({ new: 1 })
  expect(codes(shown)).toEqual(['SAME_NAME_AND_BIRTH'])
})

it('suspects the same person where the roster holds a wrong number under that name and birthday', async () => {
  const { test, street } = await aRoster()
  const wrong = aMember({
    organizationId: street.branchId,
    name: '钱七',
    idNo: '110105198006050021',
    idNoReason: '证件待核',
  })
  const { id } = await test.call('members.create', {
    fields: { ...wrong, birthDate: partialDate('1980-06-05') },
  })
  const row = personRow(1, { name: '钱七', idNo: idB, gender: '女', birthDate: '1980-06-05' })
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([row]))
  expect(shown.report.counts).toMatchObject({ duplicate: 1, new: 0 })
  expect((await rowsOf(test, shown))[0]?.matchId).toBe(id)
  const again = await preview(
    test,
    'roster',
    'a.xlsx',
    rosterWorkbook([
      personRow(1, { name: '钱七', idNo: '110105198006050021', birthDate: '1980-06-05', mobile: null }),
    ]),
  )
  expect(again.report.counts).toMatchObject({ blocked: 0, unchanged: 1 })
})

it('writes a preview once, and not at all when the roster has changed under it', async () => {
  const { test, member } = await aRoster()
  const bytes = rosterWorkbook([
    personRow(1, { idNo: idA, education: '大专' }),
    personRow(2, { idNo: idB, name: '李四', gender: '女', birthDate: '1980-06-05' }),
  ])
  const stale = await preview(test, 'roster', 'a.xlsx', bytes)
  await test.call('members.update', { id: member.id, version: 1, fields: { remark: '改过' } })
  const refusal = await test.refusal('imports.commit', { previewId: stale.previewId, jobId: null })
  expect(refusal).toMatchObject({ code: 'STALE_WRITE' })
  expect(refusal.messageZh).toContain('王小明')
  expect((await test.call('imports.batches', { offset: 0, limit: 10 })).total).toBe(0)
  const fresh = await preview(test, 'roster', 'a.xlsx', bytes)
  await test.call('imports.commit', { previewId: fresh.previewId, jobId: null })
  expect(await test.refusal('imports.commit', { previewId: fresh.previewId, jobId: null })).toMatchObject({
    code: 'CONFLICT',
  })
  expect(await test.refusal('imports.commit', { previewId: 'no-such-preview', jobId: null })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('remembers columns mapped by hand for every workbook with the same header', async () => {
  const { test } = await aRoster()
  const rows = (idNo: string, name: string) =>
    workbook({
      表: {
        rows: [
          ['谁', '证号', '哪个支部', '备用'],
          [name, idNo, '东环第一党支部', '甲'],
        ],
      },
    })
  const first = await preview(test, 'roster', 'a.xlsx', rows(idB, '李四'))
  expect(first.sheets[0]?.skipped).toContain('表头')
  expect(first.report.findings.map(({ code }) => code)).toContain('NO_TABLE')
  const columns = { 表: { '0': 'name', '1': 'idNo', '2': 'organizationId', '3': null } }
  const mapped = await preview(test, 'roster', 'a.xlsx', rows(idB, '李四'), { columns })
  expect(mapped.report.counts).toMatchObject({ new: 1 })
  expect(mapped.sheets[0]?.columns.map(({ how }) => how)).toEqual(['manual', 'manual', 'manual', 'manual'])
  const { batch } = await test.call('imports.commit', { previewId: mapped.previewId, jobId: null })
  await test.call('imports.withdraw', { batchId: batch ?? '' })
  const later = await preview(test, 'roster', 'b.xlsx', rows(anIdNo('1981-01-01', 11), '赵六'))
  expect(later.report.counts).toMatchObject({ new: 1 })
  expect(later.sheets[0]?.columns.map(({ how }) => how)).toEqual([
    'remembered',
    'remembered',
    'remembered',
    'remembered',
  ])
  expect(
    await test.refusal('imports.preview', {
      kind: 'roster',
      file: test.shelf.put({ name: 'a.xlsx', bytes: rows(idB, '李四') }),
      mode: 'addAndUpdate',
      columns: { 表: { '0': 'noSuchField' } },
      skipSheets: [],
      branches: {},
      otherBranches: 'block',
      jobId: null,
    }),
  ).toMatchObject({ code: 'VALIDATION_FAILED' })
})

it('shows three samples of each column, sensitive ones masked', async () => {
  const { test } = await aRoster()
  const shown = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([personRow(1, { idNo: idA })]))
  const samples = Object.fromEntries(
    shown.sheets[0]?.columns.map(({ header, samples }) => [header, samples]) ?? [],
  )
  expect(samples['公民身份号码']).toEqual(['110105********0018'.replace('0018', idA.slice(-4))])
  expect(samples['手机号码']).toEqual(['138****0001'])
  expect(samples['姓名']).toEqual(['王小明'])
})

it('does not quote an ID number that stands in the wrong column', async () => {
  const { test } = await aRoster()
  const row = personRow(1, { idNo: idB, name: '李四', gender: idA, education: `大专${idA}` })
  const { report } = await preview(test, 'roster', 'a.xlsx', rosterWorkbook([row]))
  expect(report.findings.filter(({ code }) => code === 'VALUE_UNKNOWN')).toHaveLength(2)
  for (const { message } of report.findings) expect(message).not.toContain(idA)
})

it('says nothing in the clear: no finding quotes an ID number or a phone', async () => {
  const { test } = await aRoster()
  const rows = [
    personRow(1, { idNo: idA, name: '赵六', mobile: '138000000' }),
    personRow(2, { idNo: `${idB.slice(0, 17)}${idB.endsWith('1') ? '2' : '1'}`, name: '李四' }),
    personRow(3, { idNo: idB, name: '李四', birthDate: '1981-06-05', gender: '男' }),
    personRow(4, { idNo: idB, name: '李四' }),
  ]
  const { report } = await preview(test, 'roster', 'a.xlsx', rosterWorkbook(rows))
  expect(report.findings.length).toBeGreaterThan(4)
  for (const { message } of report.findings) expect(message).not.toMatch(/\d{9,}/)
})
