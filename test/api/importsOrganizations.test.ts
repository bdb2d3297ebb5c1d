import { expect, it } from 'vitest'
import type { PreviewInput } from '#shared/contract/imports.ts'
import { type Row, workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { anOrganization, aStreet } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

const header = [
  '党组织代码',
  '党组织全称',
  '党组织类别',
  '上级党组织代码',
  '成立日期',
  '最近一次换届日期',
  '届期(年)',
  '书记姓名',
]
const root = ['001', '中共测试街道工作委员会', '党工委', '']
const community = ['001001', '中共测试街道东环社区委员会', '党委', '001']
const branch = ['001001001', '东环社区第一党支部', '党支部', '001001']

function show(test: TestCore, rows: readonly Row[], choices: Partial<Pick<PreviewInput, 'mode'>> = {}) {
  return preview(
    test,
    'organizations',
    '党组织.xlsx',
    workbook({ 党组织: { rows: [header, ...rows] } }),
    choices,
  )
}

async function verdictOf(rows: readonly Row[]) {
  const test = await signedInCore()
  const { report } = await show(test, rows)
  return { counts: report.counts, found: report.findings.map(({ code, row }) => [code, row]) }
}

it('takes children that stand before their parents', async () => {
  const test = await signedInCore()
  const { report, previewId } = await show(test, [branch, community, root])
  expect(report.counts.new).toBe(3)
  await test.call('imports.commit', { previewId, jobId: null })
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  expect(nodes.map(({ shortName, depth }) => [shortName, depth])).toEqual([
    ['测试街道党工委', 0],
    ['东环社区党委', 1],
    ['东环社区第一党支部', 2],
  ])
})

it('blocks rows without code, name, known kind or parent, and what would hang below them', async () => {
  const { counts, found } = await verdictOf([
    root,
    ['', '没有代码的党支部', '党支部', '001'],
    ['001002', '', '党支部', '001'],
    ['001003', '某某协会', '协会', '001'],
    ['001003001', '协会下的党支部', '党支部', '001003'],
    ['001004', '没有上级的党支部', '党支部', ''],
    ['001005', '上级写错的党支部', '党支部', '999'],
    ['001006', '支部下的党支部', '党支部', '001007'],
    ['001007', '第七党支部', '党支部', '001'],
  ])
  expect(counts).toEqual({ new: 2, changed: 0, unchanged: 0, duplicate: 0, blocked: 7 })
  expect(found).toEqual([
    ['CODE_MISSING', 3],
    ['NAME_MISSING', 4],
    ['VALUE_UNKNOWN', 5],
    ['PARENT_UNKNOWN', 6],
    ['PARENT_UNKNOWN', 7],
    ['PARENT_UNKNOWN', 8],
    ['PARENT_KIND', 9],
  ])
})

it('blocks a circle of parents, every one in it and what hangs below', async () => {
  const { counts, found } = await verdictOf([
    root,
    ['002', '中共测试街道甲社区委员会', '党委', '003'],
    ['003', '中共测试街道乙社区委员会', '党委', '002'],
    ['002001', '甲社区党支部', '党支部', '002'],
  ])
  expect(counts).toMatchObject({ new: 1, blocked: 3 })
  expect(found.map(([code]) => code)).toEqual(['PARENT_CYCLE', 'PARENT_CYCLE', 'PARENT_UNKNOWN'])
})

it('takes the first of two rows with one code, and neither of two names', async () => {
  const { counts, found } = await verdictOf([
    root,
    community,
    branch,
    ['001001001', '东环社区另一党支部', '党支部', '001001'],
    ['001001002', '东环社区第一党支部', '党支部', '001001'],
  ])
  expect(counts).toMatchObject({ new: 3, duplicate: 2 })
  expect(found).toEqual([
    ['DUPLICATE_IN_FILE', 5],
    ['SAME_NAME', 6],
  ])
})

it('tells the kind of a committee by its name, and counts the term from the last election', async () => {
  const test = await signedInCore()
  const rows = [
    root,
    [...community, '2005-06-01', '2022-02-15', 5],
    ['001002', '中共测试街道两新综合委员会', '党委', '001'],
    ['001003', '辖区个体工商户党支部', '联合党支部', '001', '2015', '2023-02', 3],
    ['001004', '文化公司临时党支部', '党支部', '001', '', '2024-01-01', 3],
  ]
  const { report, previewId } = await show(test, rows)
  expect(report.findings.map(({ code, row, column }) => [code, row, column])).toEqual([
    ['DATE_UNREADABLE', 5, 'F'],
  ])
  await test.call('imports.commit', { previewId, jobId: null })
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  expect(nodes.map(({ type, branchKind }) => [type, branchKind])).toEqual([
    ['DGW', null],
    ['SQW', null],
    ['ZHW', null],
    ['ZB', 'LH'],
    ['ZB', 'LS'],
  ])
  const fields = await Promise.all(
    nodes.map(async ({ id }) => (await test.call('organizations.get', { id })).fields),
  )
  expect(fields.map(({ currentTermTo, foundedOn }) => [foundedOn, currentTermTo])).toEqual([
    [null, null],
    ['2005-06-01', '2027-02-15'],
    [null, null],
    ['2015', null],
    [null, null],
  ])
})

it('gives a branch that a roster has made its code, instead of making it again', async () => {
  const test = await signedInCore()
  await aStreet(test)
  const made = await test.call('organizations.create', {
    parentId: (await test.call('organizations.tree', { includeEnded: false })).nodes[0]?.id ?? '',
    fields: anOrganization({ shortName: '东环社区第一党支部', fullName: '东环社区第一党支部' }),
  })
  const { report, previewId } = await show(test, [root, branch.with(3, '001')])
  expect(report.counts).toMatchObject({ new: 0, changed: 2 })
  await test.call('imports.commit', { previewId, jobId: null })
  expect((await test.call('organizations.get', { id: made.id })).fields.code).toBe('001001001')
})

it('does not move an organisation below itself, and changes nothing in add-only mode', async () => {
  const test = await signedInCore()
  const subtree = [
    root,
    ['001002', '东环党总支', '党总支', '001'],
    ['001002001', '东环党支部', '党支部', '001002'],
  ]
  await importFile(test, 'organizations', 'a.xlsx', workbook({ 党组织: { rows: [header, ...subtree] } }))
  const below = await show(test, [['001002', '东环党总支', '党总支', '001002']])
  expect(below.report.counts).toMatchObject({ blocked: 1 })
  const renamed = [['001002', '东环先锋党总支', '党总支', '001']]
  expect((await show(test, renamed, { mode: 'addOnly' })).report.counts).toMatchObject({ duplicate: 1 })
  expect((await show(test, renamed, { mode: 'fillBlanks' })).report.counts).toMatchObject({ unchanged: 1 })
  expect((await show(test, renamed)).report.counts).toMatchObject({ changed: 1 })
})

it('keeps codes as text: 001 stays 001 though the sheet shows it so by a number format only', async () => {
  const test = await signedInCore()
  const rows = [[{ t: 'n', v: 1, z: '000' } as const, '中共测试街道工作委员会', '党工委', '']]
  const { previewId } = await show(test, rows)
  await test.call('imports.commit', { previewId, jobId: null })
  expect((await test.call('organizations.tree', { includeEnded: false })).nodes[0]?.code).toBe('001')
})
