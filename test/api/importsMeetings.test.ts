import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { fixture } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { aBranchOfThree, list, meetingsOf, type Row } from './importsMeetingsHarness.ts'
import { finalOf } from './meetingHarness.ts'
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

describe('a row that was taken', () => {
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
