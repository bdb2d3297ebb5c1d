import { expect, it } from 'vitest'
import type { ImportReport } from '#shared/contract/imports.ts'
import { fixture } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { signedInCore } from './testCore.ts'

const truth = JSON.parse(Buffer.from(fixture('roster-street.truth.json')).toString('utf8'))

function rowsWith(report: ImportReport, ...codes: readonly string[]): readonly (number | null)[] {
  return report.findings.filter(({ code }) => codes.includes(code)).map(({ row }) => row)
}

it('finds in the street roster exactly the faults that are in it, by row', async () => {
  const test = await signedInCore()
  await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  const { report, unknownBranches } = await preview(
    test,
    'roster',
    'roster-street.xlsx',
    fixture('roster-street.xlsx'),
  )
  expect(report.rows).toBe(truth.rows)
  expect(rowsWith(report, 'DUPLICATE_IN_FILE')).toEqual(truth.duplicates)
  expect(rowsWith(report, 'ID_CHECKSUM', 'ID_FORMAT', 'ID_TRUNCATED', 'ID_DATE', 'ID_MISSING')).toEqual(
    truth.badId,
  )
  expect(rowsWith(report, 'BIRTH_MISMATCH')).toEqual(truth.birthConflict)
  expect(rowsWith(report, 'JOIN_DATE_MISSING')).toEqual(truth.noJoin)
  expect(
    rowsWith(report, 'NAME_MISSING', 'SEX_MISMATCH', 'DATE_UNREADABLE', 'VALUE_UNKNOWN', 'COLUMN_UNKNOWN'),
  ).toEqual([])
  expect(unknownBranches.map(({ name }) => name)).toEqual([])
  expect(report.counts).toEqual({ new: 606, changed: 0, unchanged: 0, duplicate: 6, blocked: 8 })
  expect(report.sheets).toEqual([expect.objectContaining({ name: '花名册', headerRow: 3 })])
  expect(report.findings.filter(({ severity }) => severity !== 'blue')).toHaveLength(6 + 8 + 6 + 6)
})

it('reads 1,800 people from the BIFF workbook and 300 from the GB18030 list, every one of them new', async () => {
  const test = await signedInCore()
  await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  const xls = await preview(test, 'roster', 'roster-system.xls', fixture('roster-system.xls'))
  expect(xls.report.rows).toBe(1800)
  expect(xls.report.counts).toEqual({ new: 1800, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
  const problems = xls.report.findings.filter(
    ({ code, severity }) => code !== 'BRANCH_UNKNOWN' && severity !== 'blue',
  )
  expect(problems).toEqual([])
  const csv = await preview(test, 'roster', 'roster-gb18030.csv', fixture('roster-gb18030.csv'))
  expect(csv.report.rows).toBe(300)
  expect(csv.report.counts.new).toBe(300)
  expect(csv.report.sheets[0]?.name).toBe('roster-gb18030')
})

it('takes the same file a second time as unchanged, whatever the precision of its dates', async () => {
  const test = await signedInCore()
  await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  const first = await importFile(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
  expect(first.batch).not.toBeNull()
  const { report } = await preview(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
  expect(report.counts).toEqual({ new: 0, changed: 0, unchanged: 606, duplicate: 6, blocked: 8 })
  const organizations = await preview(
    test,
    'organizations',
    'organisations.xlsx',
    fixture('organisations.xlsx'),
  )
  expect(organizations.report.counts).toEqual({ new: 0, changed: 0, unchanged: 53, duplicate: 0, blocked: 0 })
})

it('stores names without spaces, numbers half-width with a capital X, months as months', async () => {
  const test = await signedInCore()
  await importFile(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
  const page = await test.call('members.list', {
    organizationId: null,
    text: null,
    filters: [],
    sort: { field: 'name', descending: false },
    offset: 0,
    limit: 200,
  })
  expect(page.total).toBe(606)
  for (const { record } of page.rows) expect(record.name).not.toMatch(/\s/)
  const { hits } = await test.call('members.search', { text: '罗国', limit: 5 })
  expect(hits).toHaveLength(1)
  const [hit] = hits
  const found = await test.call('members.get', { id: hit?.id ?? '' })
  expect(found.record).toMatchObject({
    birthDate: '1945-10',
    joinedOn: '1983-02-13',
    regularOn: '1984-02-13',
    ethnicity: '01',
  })
  const revealed = await test.call('members.reveal', { id: hit?.id ?? '' })
  expect(revealed).toMatchObject({ idNo: '431900194510010013', mobile: '11025384141' })
})

it('imports a roster into an empty ledger by making its branches', async () => {
  const test = await signedInCore()
  const report = await importFile(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
  expect(report.counts.new).toBe(606)
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  expect(nodes).toHaveLength(44)
  expect(nodes.reduce((sum, node) => sum + node.own.full + node.own.probationary, 0)).toBe(606)
})

it('builds the organisation tree of the street from its list', async () => {
  const test = await signedInCore()
  const report = await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  expect(report.counts).toEqual({ new: 53, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
  expect(report.findings).toEqual([])
  const { nodes } = await test.call('organizations.tree', { includeEnded: false })
  expect(nodes).toHaveLength(53)
  expect(nodes[0]).toMatchObject({ type: 'DGW', code: '001', depth: 0 })
  const kinds = Object.groupBy(nodes, ({ type }) => type)
  expect({ SQW: kinds.SQW?.length, ZB: kinds.ZB?.length }).toEqual({ SQW: 8, ZB: 44 })
  const community = nodes.find(({ code }) => code === '001001')
  expect(community).toMatchObject({ shortName: '园林路社区党委', depth: 1 })
  const joint = nodes.find(({ code }) => code === '001902')
  expect(joint).toMatchObject({ type: 'ZB', branchKind: 'LH' })
  const detail = await test.call('organizations.get', {
    id: nodes.find(({ code }) => code === '001001001')?.id ?? '',
  })
  expect(detail.fields).toMatchObject({
    secretaryName: '于涵',
    foundedOn: '2012-07-01',
    termYears: 3,
    currentTermFrom: '2024-02-20',
    currentTermTo: '2027-02-20',
    branchKind: 'WG',
  })
  const root = await test.call('organizations.get', { id: nodes[0]?.id ?? '' })
  expect(root.fields).toMatchObject({
    termYears: null,
    currentTermTo: null,
    hasApprovalRight: true,
    shortName: '__街道党工委',
  })
})
