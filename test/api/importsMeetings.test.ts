import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { findingTitles } from '#shared/labels/findings.ts'
import { fixture, type Row as SheetRow, workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { finalOf } from './meetingHarness.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

const sample = fixture('meetings-2026.xlsx')
const truth: {
  readonly rows: number
  readonly byKind: Readonly<Record<string, number>>
  readonly missing: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
} = JSON.parse(readFileSync(new URL('../fixtures/import/meetings-2026.truth.json', import.meta.url), 'utf8'))

const kindNames: Readonly<Record<string, DutyKind>> = {
  支委会: 'committeeMeeting',
  党小组会: 'groupMeeting',
  党课: 'lecture',
  主题党日: 'themeDay',
  党员大会: 'branchMeeting',
}

const all = { kind: null, only: null, offset: 0, limit: 500 } as const

async function anOfficeOfTheList(): Promise<TestCore> {
  const office = await signedInCore()
  await importFile(office, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
  return office
}

/** What the grid says is missing, branch by branch, as the truth has it: months 1 to 10, quarters 1 to 3. */
async function missingIn(office: TestCore) {
  const { rows } = await office.call('meetings.grid', { organizationId: null, year: 2026, ...all })
  const of = (cells: (typeof rows)[number]['cells'], kind: DutyKind) =>
    cells
      .filter(
        (cell) =>
          cell.kind === kind && cell.state === 'missing' && cell.no <= (cell.length === 'quarter' ? 3 : 10),
      )
      .map(({ no }) => no)
      .toSorted((a, b) => a - b)
  return Object.fromEntries(
    rows.map(({ organizationName, cells }) => [
      organizationName,
      Object.fromEntries(Object.entries(kindNames).map(([name, kind]) => [name, of(cells, kind)])),
    ]),
  )
}

it('LIFE-15: takes every row of the list, by kind, and the grid then shows exactly its gaps', async () => {
  const office = await anOfficeOfTheList()
  const report = await importFile(office, 'meetings', 'meetings-2026.xlsx', sample)
  expect(report.rows).toBe(truth.rows)
  expect(report.counts).toEqual({ new: truth.rows, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
  const list = { organizationId: null, from: null, to: null, kinds: [], status: null, check: null }
  const { byKind, total } = await office.call('meetings.list', {
    ...list,
    onlyLate: false,
    text: null,
    offset: 0,
    limit: 1,
  })
  expect(total).toBe(truth.rows)
  for (const [name, kind] of Object.entries(kindNames)) expect(byKind[kind], name).toBe(truth.byKind[name])
  expect(await missingIn(office)).toEqual(truth.missing)

  const again = await preview(office, 'meetings', 'meetings-2026.xlsx', sample)
  expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: truth.rows, duplicate: 0, blocked: 0 })

  const { added } = await office.call('imports.withdraw', { batchId: report.batch ?? '' })
  expect(added).toBe(truth.rows)
  const left = await office.call('meetings.grid', { organizationId: null, year: 2026, ...all })
  expect(left.done).toBe(0)
})

const header = [
  '党支部', '会议类型', '召开时间', '地点', '主持人', '记录人', '应到人数', '实到人数', '列席人员', '缺席人员及原因', '会议主题', '决议事项',
] // prettier-ignore

type Row = readonly (string | number)[]

const list = (...rows: readonly Row[]) => workbook({ 台账: { rows: [header, ...rows] } })

/** A branch with three people in it on the day. */
async function aBranchOfThree() {
  const office = await signedInCore()
  const { branchId: organizationId } = await aStreet(office)
  for (const [n, name] of ['张三', '李四', '王五'].entries())
    await office.call('members.create', {
      fields: aMember({ name, idNo: anIdNo('1970-05-04', 2 * n + 1), organizationId }),
    })
  return { office, shortName: '东环第一党支部' }
}

const meetingsOf = async (office: TestCore) => {
  const { rows } = await office.call('meetings.list', {
    organizationId: null,
    from: null,
    to: null,
    kinds: [],
    status: null,
    check: null,
    onlyLate: false,
    text: null,
    offset: 0,
    limit: 50,
  })
  return Promise.all(rows.map(({ id }) => office.call('meetings.get', { id })))
}

describe('a row of a ledger of meetings', () => {
  it('bears no number, so none is claimed for what follows; one that somebody writes is counted on from', async () => {
    const { office, shortName } = await aBranchOfThree()
    const row = [shortName, '党员大会', '2026-03-09 14:30', '', '张三', '李四', 3, 3, '', '', '学习', '同意']
    await importFile(office, 'meetings', '台账.xlsx', list(row))
    const [old] = await meetingsOf(office)
    const branch = { ...office, branchId: old?.fields.organizationId ?? '' }
    const numbers = [
      await finalOf(branch, { heldOn: dateOnly('2026-06-10') }),
      await finalOf(branch, { heldOn: dateOnly('2026-09-10'), seqNo: 3 }),
      await finalOf(branch, { heldOn: dateOnly('2026-10-10') }),
    ].map(({ fields }) => fields.seqNo)
    expect([old?.fields.seqNo, ...numbers]).toEqual([null, null, 3, 4])
  })

  it('names are linked where one person of the day is meant; with everybody away named, the roll is kept by name', async () => {
    const { office, shortName } = await aBranchOfThree()
    const row = [
      shortName,
      '党员大会',
      '2026-03-09 14:30',
      '会议室',
      '张三',
      '外人',
      3,
      2,
      '',
      '王五（病假）',
      '学习',
      '同意',
    ]
    await importFile(office, 'meetings', '台账.xlsx', list(row))
    const [meeting] = await meetingsOf(office)
    expect(meeting?.fields).toMatchObject({
      kinds: ['branchMeeting'],
      heldOn: '2026-03-09',
      startTime: '14:30',
      hostName: '张三',
      hostId: expect.any(String),
      recorderName: '外人',
      recorderId: null,
      should: 3,
      present: 2,
      absentWords: null,
    })
    const states = meeting?.fields.roll?.map(({ name, state, reason }) => [name, state, reason])
    expect(states).toEqual(
      expect.arrayContaining([
        ['张三', 'present', null],
        ['李四', 'present', null],
        ['王五', 'excused', 'ill'],
      ]),
    )
    expect(meeting?.items).toMatchObject([{ title: '学习', decision: '同意', matter: 'ordinary' }])
    expect(meeting).toMatchObject({
      status: 'final',
      isImported: true,
      isLate: true,
      enteredOn: '2026-11-21',
    })
  })

  it('counts are kept where a name is nobody’s, or the numbers do not fit, and that is said', async () => {
    const { office, shortName } = await aBranchOfThree()
    const rows: readonly Row[] = [
      [shortName, '主题党日', '2026-03-05', '', '', '', 20, 17, '', '1人因病请假', '', ''],
      [shortName, '党课', '2026-04-05', '', '', '', 3, 2, '', '赵六（病假）', '党章', ''],
    ]
    const { report } = await preview(office, 'meetings', '台账.xlsx', list(...rows))
    expect(report.counts.new).toBe(2)
    expect(report.findings.map(({ row, code }) => [row, code])).toEqual(
      expect.arrayContaining([
        [2, 'COUNT_MISMATCH'],
        [2, 'TITLE_MISSING'],
      ]),
    )
    await importFile(office, 'meetings', '台账.xlsx', list(...rows))
    for (const { fields } of await meetingsOf(office)) expect(fields.roll).toBeNull()
  })

  it('is left out with its reason where branch, kind or day cannot be told, comes later, or stands twice', async () => {
    const { office, shortName } = await aBranchOfThree()
    const row = (branch: string, kind: string, on: string): Row => [
      branch,
      kind,
      on,
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '学习',
      '',
    ]
    const { report } = await preview(
      office,
      'meetings',
      '台账.xlsx',
      list(
        row('没有的支部', '党课', '2026-03-05'),
        row(shortName, '', '2026-03-05'),
        row(shortName, '党课', '2026-13-45'),
        row(shortName, '党课', '2027-01-05'),
        row(shortName, '党课', '2026-03'),
        row(shortName, '座谈会', '2026-03-06'),
        row(shortName, '党课', '2026-03-07 09:00'),
        row(shortName, '党课', '2026-03-07 09:00'),
      ),
    )
    expect(report.counts).toEqual({ new: 2, changed: 0, unchanged: 0, duplicate: 1, blocked: 5 })
    const said = report.findings.map(({ row, code }) => [row, code])
    expect(said).toEqual(
      expect.arrayContaining([
        [2, 'BRANCH_UNKNOWN'],
        [3, 'KIND_MISSING'],
        [4, 'DATE_UNREADABLE'],
        [5, 'DATE_IN_FUTURE'],
        [6, 'DATE_UNREADABLE'],
        [7, 'KIND_ODD'],
        [9, 'DUPLICATE_IN_FILE'],
      ]),
    )
    for (const { code, message } of report.findings) {
      expect(message).toMatch(/[请核]/)
      expect(findingTitles).toHaveProperty(code)
    }
  })

  it('times are read as they are written, branches out of merged cells, and a branch nobody knows is asked for as one', async () => {
    const { office, shortName } = await aBranchOfThree()
    const at = (branch: string, on: SheetRow[number]): SheetRow => [
      branch,
      '党课',
      on,
      '',
      '',
      '',
      3,
      2,
      '',
      '',
      '学习',
      '',
    ]
    const rows = [
      at(shortName, '2026年2月13日（星期五）下午2点半'),
      at('', '2026.2.14 上午9:00-11:30'),
      at('', { t: 'n', v: 46_068.604167, z: 'yyyy-mm-dd hh:mm' }),
      at('没有的支部', '2026-02-15'),
    ]
    const file = workbook({ 台账: { rows: [header, ...rows], merges: ['A2:A4'] } })
    const { report } = await preview(office, 'meetings', '台账.xlsx', file)
    expect(report.counts).toMatchObject({ new: 3, blocked: 1 })
    const said = report.findings.map(({ code, message }) => `${code} ${message}`)
    expect(said).toContainEqual(expect.stringMatching(/^COUNT_MISMATCH .*没有写是谁、什么原因/))
    expect(said).toContainEqual(expect.stringMatching(/^BRANCH_UNKNOWN 没有名为“没有的支部”的党支部/))
    await importFile(office, 'meetings', '台账.xlsx', file)
    const times = (await meetingsOf(office)).map(({ fields }) => [
      fields.heldOn,
      fields.startTime,
      fields.endTime,
    ])
    expect(times).toEqual([
      ['2026-02-15', '14:30', null],
      ['2026-02-14', '09:00', '11:30'],
      ['2026-02-13', '14:30', null],
    ])
  })

  it('changes a meeting that is there as a new version with its reason, and only what it says', async () => {
    const { office, shortName } = await aBranchOfThree()
    const row = (place: string): Row => [
      shortName,
      '党课',
      '2026-03-05 09:00',
      place,
      '张三',
      '',
      '',
      '',
      '',
      '',
      '学习',
      '',
    ]
    await importFile(office, 'meetings', '台账.xlsx', list(row('会议室')))
    const report = await importFile(office, 'meetings', '台账.xlsx', list(row('党群服务中心')))
    expect(report.counts).toMatchObject({ new: 0, changed: 1 })
    const [meeting] = await meetingsOf(office)
    expect(meeting?.fields).toMatchObject({ place: '党群服务中心', hostName: '张三' })
    expect(meeting?.versions).toMatchObject([{ no: 1, reason: '按导入的三会一课台账更新' }])
  })
})
