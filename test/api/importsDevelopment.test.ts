import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import { cellText } from '#core/imports/workbookGrid.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { aPerson, aStep } from './developmentHarness.ts'
import { codesOf, everything, idNo, list, messages, row, sample } from './importsDevelopmentHarness.ts'
import { importFile, preview } from './importsHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

interface Truth {
  readonly rows: number
  /** Row of the sheet -> rules that its dates break. */
  readonly broken: Readonly<Record<string, readonly string[]>>
}

const truth: Truth = JSON.parse(
  readFileSync(new URL('../fixtures/import/development.truth.json', import.meta.url), 'utf8'),
)

function branchNames(): readonly string[] {
  const { sheets } = readWorkbook(sample)
  return [...new Set((sheets[0]?.rows ?? []).slice(1).map((row) => cellText(row[3])))]
}

/** The street of the list. */
async function anOfficeOfTheList(): Promise<TestCore> {
  const test = await signedInCore()
  const root = await test.call('organizations.create', {
    parentId: null,
    fields: anOrganization({ type: 'DGW', shortName: '测试街道党工委' }),
  })
  for (const shortName of branchNames()) {
    const fields = anOrganization({ shortName, fullName: `中共测试街道${shortName}` })
    await test.call('organizations.create', { parentId: root.id, fields })
  }
  return test
}

it('takes the sample list over as it is written, and says which rules its rows break', async () => {
  const test = await anOfficeOfTheList()
  const report = await importFile(test, 'development', 'development.xlsx', sample)
  expect(report.rows).toBe(truth.rows)
  expect(report.counts).toEqual({ new: 60, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
  for (const [row, rules] of Object.entries(truth.broken))
    expect(codesOf(report.findings, Number(row))).toEqual(expect.arrayContaining([...rules]))
  const { rows, total, counts } = await test.call('development.list', everything)
  expect(total).toBe(60)
  expect(counts.byState).toMatchObject({
    applicant: 10,
    activist: 5,
    target: 15,
    cleared: 5,
    awaitingApproval: 5,
    probationer: 15,
    full: 5,
  })
  const id = rows.find(({ name }) => name === '贺农东')?.id ?? ''
  const { steps, guarantors, fields } = await test.call('development.get', { id })
  expect(Object.fromEntries(steps.map(({ milestone, doneOn }) => [milestone, doneOn]))).toEqual({
    appliedOn: '2024-08-18',
    talkedOn: '2024-09-07',
    activistOn: '2025-03-06',
    activistFiledOn: '2025-03-16',
    publicityFrom: '2026-03-23',
    publicityTo: '2026-04-01',
    targetOn: '2026-04-03',
    politicalReviewOn: '2026-04-23',
    trainingFrom: '2026-05-03',
    trainingTo: '2026-05-03',
  })
  expect(guarantors.map(({ duty, name }) => `${duty} ${name}`)).toEqual([
    'contact 乐莲',
    'contact 何秀',
    'sponsor 史礼',
    'sponsor 徐孝',
  ])
  expect(fields).toMatchObject({
    gender: '2',
    birthDate: '1990-03-07',
    trainingHours: 24,
    trainingDays: null,
  })
})

it('gives one finding a row and rule, and none for what the list has no column for', async () => {
  const test = await anOfficeOfTheList()
  const { report } = await preview(test, 'development', 'development.xlsx', sample)
  const ofRows = report.findings.filter(({ row }) => row !== null)
  const keys = ofRows.map(({ row, code }) => `${row} ${code}`)
  expect(new Set(keys).size).toBe(keys.length)
  const codes = new Set(ofRows.map(({ code }) => code))
  for (const code of ['STEP_MISSING', 'DEV-03', 'DEV-04', 'DEV-05', 'DEV-08', 'DEV-10', 'DEV-14', 'DEV-24'])
    expect(codes).not.toContain(code)
  // Well kept and up to date: nothing is said of these.
  for (const row of [3, 4, 5, 6, 15, 16, 18, 19, 27, 28, 29, 30, 31])
    expect(codesOf(report.findings, row)).toEqual([])
  // 公示 over the Spring Festival of 2025 and the National Day of 2025.
  const short = ofRows.filter(({ code, row }) => code === 'DEV-07' && [57, 61].includes(row ?? 0))
  expect(short.map(({ column, message }) => [column, message])).toEqual([
    ['J', '公示 3 个工作日，不足 5 个工作日'],
    ['J', '公示 2 个工作日，不足 5 个工作日'],
  ])
  // What is overdue by today stands beside its blank cell.
  const waiting = ofRows.find(({ code, row }) => code === 'DEV-12' && row === 33)
  expect(waiting).toMatchObject({ column: 'Q', field: 'approvedOn', severity: 'red' })
})

it('is unchanged the second time, gone when it is withdrawn, and can be imported anew', async () => {
  const test = await anOfficeOfTheList()
  const { batch } = await importFile(test, 'development', 'development.xlsx', sample)
  const again = await preview(test, 'development', 'development.xlsx', sample)
  expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 60, duplicate: 0, blocked: 0 })
  const adding = await preview(test, 'development', 'development.xlsx', sample, { mode: 'addOnly' })
  expect(adding.report.counts.duplicate).toBe(60)
  expect(await test.call('imports.withdraw', { batchId: batch ?? '' })).toEqual({ added: 60, changed: 0 })
  expect((await test.call('development.list', everything)).total).toBe(0)
  const anew = await preview(test, 'development', 'development.xlsx', sample)
  expect(anew.report.counts.new).toBe(60)
})

it('links people of the roster by ID number, and says who is missing there', async () => {
  const office = await anOffice()
  const { call, branchId } = office
  const member = await call('members.create', {
    fields: aMember({
      name: '张新',
      idNo,
      organizationId: branchId,
      personType: '2',
      joinedOn: partialDate('2026-06-11'),
      regularOn: null,
    }),
  })
  const approved = row.with(12, '2026-06-10').with(13, '2026-07-08')
  const other = approved.with(0, '李生').with(1, anIdNo('1996-06-06', 2))
  const report = await importFile(office, 'development', '台账.xlsx', list(approved, other))
  expect(codesOf(report.findings, 2)).toContain('DEV-13')
  expect(codesOf(report.findings, 2)).not.toContain('MEMBER_UNKNOWN')
  expect(codesOf(report.findings, 3)).toContain('MEMBER_UNKNOWN')
  const { rows } = await call('development.list', { ...everything, text: '张新' })
  expect((await call('development.get', { id: rows[0]?.id ?? '' })).memberId).toBe(member.id)
})

it('changes a file that goes on, fills blanks only when asked, and puts everything back when withdrawn', async () => {
  const office = await anOffice()
  const { call, branchId } = office
  const { id } = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2024-03-02'),
  })
  const blanks = await preview(office, 'development', '台账.xlsx', list(row), { mode: 'fillBlanks' })
  const [filling] = (
    await call('imports.rows', {
      previewId: blanks.previewId,
      outcome: null,
      onlyFindings: false,
      offset: 0,
      limit: 10,
    })
  ).rows
  expect(filling?.changes.map(({ field }) => field)).not.toContain('appliedOn')
  const { batch, counts } = await importFile(office, 'development', '台账.xlsx', list(row))
  expect(counts).toMatchObject({ new: 0, changed: 1 })
  const now = await call('development.get', { id })
  expect(now).toMatchObject({ state: 'activist', version: 2 })
  expect(now.steps.find(({ milestone }) => milestone === 'appliedOn')?.doneOn).toBe('2024-03-01')
  expect(now.guarantors.map(({ name }) => name)).toEqual(['李四', '王五'])
  // Whoever has the duty is changed in the file, with the day.
  const others = await preview(office, 'development', '台账.xlsx', list(row.with(7, '赵六')))
  expect(others.report.counts.unchanged).toBe(1)
  expect(messages(others.report.findings, 'GUARANTORS_DIFFER')[0]).toContain('档案里是“李四、王五”')
  await call('imports.withdraw', { batchId: batch ?? '' })
  const back = await call('development.get', { id })
  expect(back.state).toBe('applicant')
  expect(back.steps.map(({ doneOn }) => doneOn)).toEqual(['2024-03-02'])
  expect(back.guarantors).toEqual([])
})

it('a batch whose files somebody has gone on with is not withdrawn', async () => {
  const office = await anOffice()
  const { batch } = await importFile(office, 'development', '台账.xlsx', list(row))
  const [listed] = (await office.call('development.list', everything)).rows
  await office.call(
    'development.recordStep',
    aStep({ id: listed?.id ?? '', version: 1 }, 'contactsOn', '2024-09-20'),
  )
  const refusal = await office.refusal('imports.withdraw', { batchId: batch ?? '' })
  expect(refusal.code).toBe('CONFLICT')
  expect(refusal.messageZh).toContain('张新')
  expect((await office.call('development.list', everything)).total).toBe(1)
})

it('makes branches it is told to make, as the roster does', async () => {
  const office = await anOffice()
  const bytes = list(row.with(2, '新的第一党支部'))
  const { unknownBranches } = await preview(office, 'development', '台账.xlsx', bytes)
  expect(unknownBranches.map(({ name }) => name)).toEqual(['新的第一党支部'])
  await importFile(office, 'development', '台账.xlsx', bytes)
  const [listed] = (await office.call('development.list', everything)).rows
  expect(listed?.organizationName).toBe('新的第一党支部')
})

it('writes nothing when a file has come between the preview and the import', async () => {
  const office = await anOffice()
  const { previewId } = await preview(office, 'development', '台账.xlsx', list(row))
  await office.call('development.create', {
    fields: aPerson(office.branchId),
    appliedOn: partialDate('2024-03-01'),
  })
  const refusal = await office.refusal('imports.commit', { previewId, jobId: null })
  expect(refusal.code).toBe('STALE_WRITE')
  expect(refusal.messageZh).toContain('张新')
})

it('the sample workbook is read back by its own headers', async () => {
  const test = await anOffice()
  const { handle } = await test.call('imports.sampleWorkbook', { kind: 'development' })
  const { bytes } = test.shelf.read(handle)
  const { sheets, report } = await preview(test, 'development', '样表.xlsx', bytes)
  expect(sheets[0]?.columns.filter(({ field }) => field === null)).toEqual([])
  expect(report.rows).toBe(1)
})

it('the marked copy has the problems in their row', async () => {
  const test = await anOfficeOfTheList()
  const { previewId } = await preview(test, 'development', 'development.xlsx', sample)
  const { handle } = await test.call('imports.markedCopy', { previewId })
  const { sheets } = readWorkbook(test.shelf.read(handle).bytes)
  const marked = sheets[0]?.rows[7]?.at(-1)
  expect(cellText(marked)).toContain('培训 16 学时，不足 3 天，也不足 24 学时')
})
