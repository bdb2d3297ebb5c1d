import { describe, expect, it } from 'vitest'
import { findingTitles } from '#shared/labels/findings.ts'
import { type Row as SheetRow, workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { aBranchOfThree, header, list, meetingsOf, type Row } from './importsMeetingsHarness.ts'

describe('a row of a ledger of meetings', () => {
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
})
