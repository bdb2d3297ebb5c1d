import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { fixture, workbook } from '../unit/imports/workbooks.ts'
import { aPerson } from './developmentHarness.ts'
import {
  codesOf,
  everything,
  header,
  idNo,
  list,
  messages,
  row,
  sample,
} from './importsDevelopmentHarness.ts'
import { importFile, preview } from './importsHarness.ts'
import { anIdNo, anOffice, anOrganization, aStaffedOffice } from './samples.ts'

it('reads spans and hours as clerks write them', async () => {
  const office = await anOffice()
  const written = [
    ['2025年10月9日至17日', '2025.11.11-11.13（3天，24学时）'],
    ['2025.10.9—2025.10.17', '2025/11/11~2025/11/13 24学时'],
    ['2025-10-09 至 2025-10-17', '2025-11-11至2025-11-13'],
  ]
  const rows = written.map(([publicity = '', training = ''], n) =>
    row
      .with(0, `张${n}`)
      .with(1, anIdNo('1995-05-05', n * 2 + 1))
      .with(8, publicity)
      .with(9, '2025-10-20')
      .with(11, training),
  )
  const report = await importFile(office, 'development', '台账.xlsx', list(...rows))
  expect(report.findings.filter(({ code }) => code !== 'DEV-05')).toEqual([])
  const { rows: listed } = await office.call('development.list', everything)
  const days = await Promise.all(
    listed.map(async ({ id }) => {
      const { steps, fields } = await office.call('development.get', { id })
      const on = new Map(steps.map(({ milestone, doneOn }) => [milestone, doneOn]))
      const keys = ['publicityFrom', 'publicityTo', 'trainingFrom', 'trainingTo'] as const
      return [...keys.map((key) => on.get(key)), fields.trainingHours]
    }),
  )
  const span = ['2025-10-09', '2025-10-17', '2025-11-11', '2025-11-13']
  expect(days).toEqual([
    [...span, 24],
    [...span, 24],
    [...span, null],
  ])
})

it('says in a sentence what it cannot take, and takes the rest', async () => {
  const office = await anOffice()
  const rows = [
    row.with(3, '去年春天').with(8, '2025-10-17至2025-10-09').with(11, '两周左右'),
    row.with(0, '李重'),
    row.with(0, '').with(1, anIdNo('1996-06-06', 2)),
    row.with(0, '王无').with(1, ''),
    row.with(0, '赵错').with(1, '110105199505050019'),
    row.with(0, '钱远').with(1, anIdNo('1997-07-07', 4)).with(2, '没有的党支部'),
    row.with(0, '孙后').with(1, anIdNo('1998-08-08', 6)).with(4, '2027-03-20'),
    row.with(0, '周数').with(1, anIdNo('1999-09-09', 8)).with(7, '李四、13900001234'),
  ]
  const { report } = await preview(office, 'development', '台账.xlsx', list(...rows), {
    otherBranches: 'block',
  })
  expect(report.counts).toEqual({ new: 3, changed: 0, unchanged: 0, duplicate: 1, blocked: 4 })
  const said = (at: number) =>
    report.findings.filter((found) => found.row === at).map(({ code, column }) => `${code} ${column ?? ''}`)
  expect(said(2)).toEqual(
    expect.arrayContaining(['DATE_UNREADABLE D', 'SPAN_REVERSED I', 'DATE_UNREADABLE L']),
  )
  expect(said(3)).toEqual(['DUPLICATE_IN_FILE B'])
  expect(said(4)).toContain('NAME_MISSING ')
  expect(said(5)).toContain('ID_MISSING ')
  expect(said(6)).toContain('ID_CHECKSUM B')
  expect(said(7)).toEqual(['BRANCH_UNKNOWN C'])
  expect(said(8)).toContain('DATE_IN_FUTURE E')
  expect(said(9)).toContain('VALUE_UNKNOWN H')
  for (const { message } of report.findings) {
    expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect(message).not.toMatch(/\d{15}|1\d{10}/)
  }
})

it('a formula is read as its stored value and said; one without is left out and said', async () => {
  const office = await anOffice()
  const cells = [
    ...row.slice(0, 3),
    { t: 's' as const, v: '2024-03-01', f: 'TEXT(45352,"yyyy-mm-dd")' },
    { t: 'e' as const, v: 0x17, w: '#REF!' },
    ...row.slice(5),
  ]
  const { report } = await preview(
    office,
    'development',
    '台账.xlsx',
    workbook({ 台账: { rows: [header, cells] } }),
  )
  expect(codesOf(report.findings, 2)).toEqual(expect.arrayContaining(['FORMULA_CELL', 'VALUE_UNKNOWN']))
  expect(report.counts.new).toBe(1)
})

it('finds the header below a merged title and under groups, and says when there is none', async () => {
  const office = await anOffice()
  const groups = ['基本情况', '', '', '申请入党', '', '积极分子', '', '', '发展对象', '', '', '', '接收', '']
  const grouped = workbook({
    台账: {
      rows: [['东环社区发展党员台账'], groups, header, row],
      merges: ['A1:N1', 'A2:C2', 'D2:E2', 'F2:H2', 'I2:L2', 'M2:N2'],
    },
  })
  const { report } = await preview(office, 'development', '台账.xlsx', grouped)
  expect(report.sheets[0]).toMatchObject({ headerRow: 3, columns: { appliedOn: expect.any(String) } })
  expect(report.counts.new).toBe(1)
  const roster = workbook({
    花名册: {
      rows: [
        ['姓名', '身份证号', '民族'],
        ['张新', idNo, '汉族'],
      ],
    },
  })
  const wrong = await preview(office, 'development', '花名册.xlsx', roster)
  expect(messages(wrong.report.findings, 'NO_TABLE')[0]).toContain('不是发展党员台账')
})

it.each(['roster-street.xlsx', 'roster-system.xls', 'floating.xlsx'])(
  '%s chosen as a ledger of 发展党员 opens no file for anybody',
  async (name) => {
    const office = await anOffice()
    const { report } = await preview(office, 'development', name, fixture(name))
    expect(report.rows).toBe(0)
    expect(messages(report.findings, 'NO_TABLE')[0]).toContain('不是发展党员台账')
  },
)

it('a ledger of 发展党员 chosen as a roster is sent to the right import', async () => {
  const office = await anOffice()
  const { report } = await preview(office, 'roster', 'development.xlsx', sample)
  expect(messages(report.findings, 'NO_TABLE')[0]).toContain('请在“导入”中选“发展党员台账”')
})

it('somebody outside the writer’s organisations is not imported, and nothing is said of where', async () => {
  const office = await aStaffedOffice()
  const { call, rootId } = office
  const elsewhere = await call('organizations.create', {
    parentId: rootId,
    fields: anOrganization({ shortName: '西湖第一党支部' }),
  })
  await call('development.create', {
    fields: aPerson(elsewhere.id, { name: '张新', idNo }),
    appliedOn: partialDate('2024-03-01'),
  })
  const { report } = await preview(
    { ...office, ...office.as('communityClerk') },
    'development',
    '台账.xlsx',
    list(row),
  )
  expect(report.counts.blocked).toBe(1)
  const [message = ''] = messages(report.findings, 'OUT_OF_SCOPE')
  expect(message).not.toContain('西湖')
})

it('a file in the trash is to be restored first, and another name is not taken for the same person', async () => {
  const office = await anOffice()
  const { call, branchId } = office
  const { id, version } = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2024-03-01'),
  })
  const renamed = await preview(office, 'development', '台账.xlsx', list(row.with(0, '张旧')))
  expect(messages(renamed.report.findings, 'NAME_DIFFERS')).toHaveLength(1)
  await call('development.trash', { id, version, reason: '重复' })
  const { report } = await preview(office, 'development', '台账.xlsx', list(row))
  expect(messages(report.findings, 'FILE_EXISTS')[0]).toContain('回收站')
})

it('columns chosen by hand are remembered for the next list with the same header', async () => {
  const office = await anOffice()
  const odd = (...rows: readonly (readonly string[])[]) =>
    workbook({ 台账: { rows: [header.with(4, '见面日子'), ...rows] } })
  const columns = { 台账: { '4': 'talkedOn' } }
  await importFile(office, 'development', '台账.xlsx', odd(row), { columns })
  const next = await preview(
    office,
    'development',
    '台账.xlsx',
    odd(row.with(0, '李生').with(1, anIdNo('1996-06-06', 2))),
  )
  expect(next.sheets[0]?.columns[4]).toMatchObject({ field: 'talkedOn', how: 'remembered' })
})

it('a list no street can have is refused in a sentence that says what to do', async () => {
  const office = await anOffice()
  const rows = Array.from({ length: 50_000 }, (_, n) => [`张${n}`, idNo, '2024-03-01'])
  const bytes = workbook({ 台账: { rows: [['姓名', '身份证号', '申请入党时间'], ...rows] } })
  const refusal = await preview(office, 'development', '台账.xlsx', bytes).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({ code: 'FILE_TOO_LARGE', messageZh: expect.stringContaining('50000 行') })
})
