import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { aContact, anOutflow } from './mobilityHarness.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore } from './testCore.ts'

async function aStreetWithWang() {
  const test = await signedInCore()
  const { branchId } = await aStreet(test)
  const idNo = anIdNo('1970-05-04', 1)
  const { id } = await test.call('members.create', { fields: aMember({ organizationId: branchId, idNo }) })
  const book = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    workbook({
      台账: { rows: [['姓名', '身份证号', ...header], ...rows.map((row) => ['王小明', idNo, ...row])] },
    })
  return { test, memberId: id, idNo, book }
}

const stays = ['流向地', '外出时间', '返回时间'] as const
const past = ['上海市', '2023-01-10', '2024-01-20'] as const
const present = ['广东省深圳市', '2025-02-01', ''] as const

it.each([
  ['the past one first', past, present],
  ['the present one first', present, past],
] as const)('who came back and left again is taken over as two stays, %s', async (_, one, two) => {
  const { test, memberId, book } = await aStreetWithWang()
  const outOn = partialDate('2023-01-10')
  const { id } = await test.call(
    'mobility.create',
    anOutflow(memberId, { outOn, province: '上海市', city: null }),
  )
  await test.call('mobility.addContact', { recordId: id, contact: aContact('2023-06-01') })
  const { counts } = await importFile(test, 'mobility', '台账.xlsx', book(stays, one, two))
  expect(counts).toEqual({ new: 1, changed: 1, unchanged: 0, duplicate: 0, blocked: 0 })
  const { records } = await test.call('mobility.ofMember', { memberId })
  expect(records.map(({ status, placeText, contacts }) => [status, placeText, contacts.length])).toEqual([
    ['away', '广东省深圳市', 0],
    ['returned', '上海市', 1],
  ])
  expect((await test.call('members.get', { id: memberId })).record.isFloating).toBe(true)
  const again = await preview(test, 'mobility', '台账.xlsx', book(stays, one, two))
  expect(again.report.counts).toMatchObject({ unchanged: 2 })
})

it('a record without a day of leaving is the stay that is not over, and the past one is added beside it', async () => {
  const { test, memberId, book } = await aStreetWithWang()
  const { id } = await test.call('mobility.create', anOutflow(memberId, { outOn: null }))
  const { counts } = await importFile(test, 'mobility', '台账.xlsx', book(stays, past, present))
  expect(counts).toMatchObject({ new: 1, changed: 1 })
  expect(await test.call('mobility.get', { id })).toMatchObject({
    status: 'away',
    fields: { outOn: '2025-02-01' },
  })
})

it('a contact without its date is left out and said, once in a row', async () => {
  const { test, book } = await aStreetWithWang()
  const header = ['外出时间', '最近联系时间', '联系方式', '联系人', '联系内容']
  const row = ['2025-03-01', '', '电话', '李干事', '近况正常']
  const { report } = await preview(
    test,
    'mobility',
    '台账.xlsx',
    book(header, row, ['2020-03-01', '去年', '电话', '李干事', '']),
  )
  const said = report.findings.filter(({ field }) => field === 'contactedOn')
  expect(said.map(({ row: at, code }) => [at, code])).toEqual([
    [2, 'CONTACT_UNDATED'],
    [3, 'DATE_UNREADABLE'],
  ])
})

it('numbers under 联系方式 are the phone where the list has no other, and never stand in a message', async () => {
  const { test, memberId, book } = await aStreetWithWang()
  const bytes = book(['外出时间', '联系方式'], ['2025-03-01', '138 1234 5678'])
  const report = await importFile(test, 'mobility', '台账.xlsx', bytes)
  expect(report.findings).toEqual([])
  const { records } = await test.call('mobility.ofMember', { memberId })
  expect((await test.call('mobility.reveal', { id: records[0]?.id ?? '' })).phone).toBe('13812345678')
})

it.each([
  ['a roster', '花名册', ['民族', '联系电话'], '看不出谁在外'],
  ['a roster that says of everybody whether', '花名册', ['是否流动党员', '外出流向'], '是花名册'],
  ['a ledger of applicants', '发展党员', ['申请入党时间'], '看不出谁在外'],
])('%s is not taken for a list of people away', async (_, sheet, header, why) => {
  const { test, idNo } = await aStreetWithWang()
  const rows = [
    ['姓名', '身份证号', ...header],
    ['王小明', idNo, '汉族', '13812345678'],
  ]
  const { report } = await preview(test, 'mobility', `${sheet}.xlsx`, workbook({ [sheet]: { rows } }))
  expect(report.rows).toBe(0)
  expect(report.findings).toEqual([expect.objectContaining({ code: 'NO_TABLE', severity: 'block' })])
  expect(report.findings[0]?.message).toContain(why)
})

it('a bare list of names is one of people away where its title says so', async () => {
  const { test, idNo } = await aStreetWithWang()
  const rows = [['流动党员名单'], ['姓名', '身份证号', '备注'], ['王小明', idNo, '']]
  const { report } = await preview(test, 'mobility', '名单.xlsx', workbook({ Sheet1: { rows } }))
  expect(report.counts.new).toBe(1)
})

it('FLO-20: back by the list while looked for as lost is said in the row, and the case stays to be settled', async () => {
  const { test, memberId, book } = await aStreetWithWang()
  const outOn = partialDate('2025-02-01')
  const { id } = await test.call('mobility.create', anOutflow(memberId, { outOn }))
  const lost = await test.call('lost.open', { memberId, since: partialDate('2026-01-10'), remark: null })
  const list = book(stays, ['广东省深圳市', '2025-02-01', '2026-10-20'])
  const { report } = await preview(test, 'mobility', '台账.xlsx', list)
  expect(report.findings.filter(({ code }) => code === 'LOST_CASE_OPEN')).toMatchObject([
    {
      row: 2,
      field: 'returnedOn',
      severity: 'orange',
      message: expect.stringContaining('失联处置（2026年1月10日起失去联系）'),
    },
  ])
  await importFile(test, 'mobility', '台账.xlsx', list)
  expect(await test.call('mobility.get', { id })).toMatchObject({ status: 'returned' })
  const { rows } = await test.call('lost.list', {
    organizationId: null,
    stage: null,
    text: null,
    offset: 0,
    limit: 10,
  })
  expect(rows).toMatchObject([{ id: lost.id, status: 'searching', fields: { foundOn: null } }])
})

it('while a list is written the job says what it is written into', async () => {
  const { test, book } = await aStreetWithWang()
  const { previewId } = await preview(test, 'mobility', '台账.xlsx', book(stays, present))
  const labels = new Set<string>()
  const jobId = 'job-12345'
  const state = { isDone: false }
  const commit = test.call('imports.commit', { previewId, jobId }).finally(() => {
    state.isDone = true
  })
  while (!state.isDone) {
    const progress = await test.call('jobs.progress', { jobId })
    if (progress !== null) labels.add(progress.label)
    await setImmediate()
  }
  await commit
  expect([...labels].filter((label) => label.startsWith('写入'))).toEqual(['写入流动党员台账'])
})
