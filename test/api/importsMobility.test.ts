import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { fixture, workbook } from '../unit/imports/workbooks.ts'
import { importFile, preview } from './importsHarness.ts'
import { anOutflow } from './mobilityHarness.ts'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import { aMember, anIdNo, anOrganization, aStreet } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

interface Truth {
  readonly rows: number
  readonly contradictions: readonly number[]
  readonly people: readonly {
    readonly row: number
    readonly name: string
    readonly idNo: string
    readonly branch: string
    readonly kind: string
    readonly destination: string
    readonly reason: string
    readonly outOn: string
    readonly certNo: string | null
    readonly phone: string
    readonly contactPerson: string
    readonly contactedOn: string
    readonly way: string
  }[]
}

const truth: Truth = JSON.parse(
  readFileSync(new URL('../fixtures/import/floating.truth.json', import.meta.url), 'utf8'),
)
const sample = fixture('floating.xlsx')

const ledger = {
  direction: 'LC',
  state: 'open',
  organizationId: null,
  filter: null,
  place: null,
  text: null,
  offset: 0,
  limit: 200,
} as const

/** The street of the list, and everybody in it a member of the branch it names. */
async function anOfficeOfTheList(): Promise<TestCore> {
  const test = await signedInCore()
  const root = await test.call('organizations.create', {
    parentId: null,
    fields: anOrganization({ type: 'DGW', shortName: '测试街道党工委' }),
  })
  const branches = new Map<string, string>()
  for (const name of new Set(truth.people.map(({ branch }) => branch))) {
    const fields = anOrganization({ shortName: name, fullName: `中共测试街道${name}` })
    branches.set(name, (await test.call('organizations.create', { parentId: root.id, fields })).id)
  }
  for (const { name, idNo, branch } of truth.people) {
    const facts = checkIdNo(idNo, test.clock.today())
    const birthDate = facts.ok ? facts.birthDate : null
    const gender = facts.ok ? facts.gender : null
    const organizationId = branches.get(branch) ?? ''
    await test.call('members.create', { fields: aMember({ name, idNo, birthDate, gender, organizationId }) })
  }
  return test
}

const codesIn = (findings: readonly { readonly code: string; readonly row: number | null }[], code: string) =>
  findings.flatMap((found) => (found.code === code ? [found.row] : []))

it('takes the sample list over exactly as it is written, and says which kinds and places contradict', async () => {
  const test = await anOfficeOfTheList()
  const report = await importFile(test, 'mobility', 'floating.xlsx', sample)
  expect(report.rows).toBe(truth.rows)
  expect(report.counts).toEqual({ new: 45, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
  expect(codesIn(report.findings, 'MOBILITY_PLACE')).toEqual(truth.contradictions)
  expect(report.findings.filter(({ code }) => code !== 'MOBILITY_PLACE')).toEqual([])
  const { rows, total } = await test.call('mobility.list', ledger)
  expect(total).toBe(45)
  const byName = new Map(rows.map((row) => [row.name, row]))
  for (const person of truth.people) {
    const row = byName.get(person.name)
    expect(row).toMatchObject({
      organizationName: person.branch,
      status: 'away',
      placeText: person.destination,
      lastReachedOn: person.contactedOn,
      fields: {
        kind: person.kind,
        reason: person.reason,
        outOn: person.outOn,
        certNo: person.certNo,
        isRegistered: true,
      },
      lastContact: {
        contactedOn: person.contactedOn,
        way: person.way,
        contactPerson: person.contactPerson,
        isReached: true,
      },
    })
    expect((await test.call('mobility.reveal', { id: row?.id ?? '' })).phone).toBe(person.phone)
  }
  const away = await test.call('members.list', {
    organizationId: null,
    text: null,
    filters: [{ op: 'is', field: 'isFloating', value: true }],
    sort: { field: 'name', descending: false },
    offset: 0,
    limit: 10,
  })
  expect(away.total).toBe(45)
})

it('is unchanged the second time, and gone when it is withdrawn', async () => {
  const test = await anOfficeOfTheList()
  const { batch } = await importFile(test, 'mobility', 'floating.xlsx', sample)
  const again = await preview(test, 'mobility', 'floating.xlsx', sample)
  expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 45, duplicate: 0, blocked: 0 })
  expect(await test.call('imports.withdraw', { batchId: batch ?? '' })).toEqual({ added: 45, changed: 0 })
  expect((await test.call('mobility.list', ledger)).counts.open).toBe(0)
  const anew = await preview(test, 'mobility', 'floating.xlsx', sample)
  expect(anew.report.counts.new).toBe(45)
})

it('says which dates lie after the day of the import, and leaves them out', async () => {
  const test = await anOfficeOfTheList()
  test.clock.set('2026-10-01T02:00:00Z')
  const { report } = await preview(test, 'mobility', 'floating.xlsx', sample)
  const late = truth.people.filter(({ contactedOn }) => contactedOn > '2026-10-01').map(({ row }) => row)
  expect(late.length).toBeGreaterThan(0)
  expect(codesIn(report.findings, 'DATE_IN_FUTURE')).toEqual(late)
  expect(report.counts.new).toBe(45)
})

const header = [
  '流动方向',
  '姓名',
  '身份证号',
  '所在党支部',
  '流动类型',
  '流向地',
  '外出时间',
  '返回时间',
  '最近联系时间',
  '联系方式',
  '流出地党组织',
  '流出地联系人',
]

async function aStreetWithWang() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const idNo = anIdNo('1970-05-04', 1)
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: street.branchId, idNo }),
  })
  const list = (...rows: readonly (readonly string[])[]) => workbook({ 台账: { rows: [header, ...rows] } })
  return { test, street, member, idNo, list }
}

it('fills in what a roster left open, adds the new contact, and ends the stay with the return', async () => {
  const { test, member, idNo, list } = await aStreetWithWang()
  const { id } = await test.call('mobility.create', anOutflow(member.id, { outOn: null, kind: null }))
  const row = [
    '流出',
    '王小明',
    idNo,
    '东环第一党支部',
    '跨省',
    '广东省深圳市',
    '2025.3',
    '',
    '2026-10-02',
    '微信',
    '',
    '',
  ]
  const bytes = list(row)
  const first = await importFile(test, 'mobility', '台账.xlsx', bytes)
  expect(first.counts).toMatchObject({ changed: 1, new: 0 })
  const filled = await test.call('mobility.get', { id })
  expect(filled).toMatchObject({
    placeText: '广东省深圳市',
    lastReachedOn: '2026-10-02',
    fields: { outOn: '2025-03', kind: 'crossProvince' },
  })
  const back = await importFile(test, 'mobility', '台账.xlsx', list(row.with(7, '2026-11-01')))
  expect(back.counts).toMatchObject({ changed: 1 })
  expect(await test.call('mobility.get', { id })).toMatchObject({ status: 'returned', endedOn: '2026-11-01' })
  expect((await test.call('members.get', { id: member.id })).record.isFloating).toBe(false)
  expect(await test.call('imports.withdraw', { batchId: back.batch ?? '' })).toEqual({ added: 0, changed: 1 })
  expect((await test.call('members.get', { id: member.id })).record.isFloating).toBe(true)
})

it('can be withdrawn although the person’s own form has been written to since', async () => {
  const { test, member, idNo, list } = await aStreetWithWang()
  const row = ['', '王小明', idNo, '', '跨省', '上海市', '2025-03-01', '', '', '', '', '']
  const { batch } = await importFile(test, 'mobility', '台账.xlsx', list(row))
  const { version } = await test.call('members.get', { id: member.id })
  await test.call('members.update', { id: member.id, version, fields: { unitDuty: '工程师' } })
  expect(await test.call('imports.withdraw', { batchId: batch ?? '' })).toEqual({ added: 1, changed: 0 })
  expect((await test.call('members.get', { id: member.id })).record).toMatchObject({
    isFloating: null,
    unitDuty: '工程师',
  })
})

it('blocks another name, keeps the roster’s branch and says so, and takes one stay once', async () => {
  const { test, idNo, list } = await aStreetWithWang()
  const row = ['流出', '王小明', idNo, '东环第二党支部', '跨省', '上海市', '2025-03-01', '', '', '', '', '']
  const { report } = await preview(test, 'mobility', '台账.xlsx', list(row.with(1, '李大明'), row, row))
  expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, duplicate: 1, blocked: 1 })
  expect(codesIn(report.findings, 'NAME_DIFFERS')).toEqual([2])
  expect(codesIn(report.findings, 'BRANCH_DIFFERS')).toEqual([3])
  expect(codesIn(report.findings, 'DUPLICATE_IN_FILE')).toEqual([4])
})

it('takes somebody without membership here as inflow only when the sheet says so', async () => {
  const { test, list } = await aStreetWithWang()
  const stranger = anIdNo('1990-01-01', 9)
  const row = [
    '流入',
    '外来人',
    stranger,
    '东环第二党支部',
    '跨省',
    '',
    '2026-08-01',
    '',
    '',
    '',
    '外县党支部',
    '赵书记',
  ]
  const report = await importFile(
    test,
    'mobility',
    '台账.xlsx',
    list(row, row.with(0, ''), row.with(1, '甲').with(2, '').with(10, '')),
  )
  expect(report.counts).toEqual({ new: 2, changed: 0, unchanged: 0, duplicate: 0, blocked: 1 })
  expect(codesIn(report.findings, 'MEMBER_UNKNOWN')).toEqual([3])
  expect(codesIn(report.findings, 'ORIGIN_MISSING')).toEqual([4])
  const { rows } = await test.call('mobility.list', { ...ledger, direction: 'LR' })
  expect(rows).toEqual([expect.objectContaining({ name: '外来人', organizationName: '东环第二党支部' })])
  const again = await preview(test, 'mobility', '台账.xlsx', list(row))
  expect(again.report.counts).toMatchObject({ unchanged: 1 })
})

it('marks the problems in a copy of the list', async () => {
  const { test, idNo, list } = await aStreetWithWang()
  const row = ['流出', '李大明', idNo, '', '境外', '省会', '2027-03-01', '', '', '', '', '']
  const { previewId } = await preview(test, 'mobility', '台账.xlsx', list(row))
  const { handle } = await test.call('imports.markedCopy', { previewId })
  const text = JSON.stringify(readWorkbook(test.shelf.read(handle).bytes))
  expect(text).toContain('流动类型是境外，去向却在境内')
  expect(text).toContain('晚于今天')
  expect(text).toContain('与表中姓名不同')
})

it('a roster says 流动党员 of somebody new to it, and never against the ledger', async () => {
  const { test, member, idNo } = await aStreetWithWang()
  const roster = (flag: string) =>
    workbook({
      名册: {
        rows: [
          ['姓名', '身份证号', '所在党支部', '是否流动党员', '外出流向'],
          ['王小明', idNo, '东环第一党支部', flag, '上海市'],
        ],
      },
    })
  expect((await importFile(test, 'roster', '名册.xlsx', roster('是'))).counts.changed).toBe(1)
  const { records } = await test.call('mobility.ofMember', { memberId: member.id })
  expect(records).toEqual([expect.objectContaining({ status: 'away', placeText: '上海市' })])
  const against = await preview(test, 'roster', '名册.xlsx', roster('否'))
  expect(against.report.counts.unchanged).toBe(1)
  expect(codesIn(against.report.findings, 'KEPT_IN_MOBILITY')).toEqual([2])
})

it('is stale when the ledger has changed since the preview', async () => {
  const { test, member, idNo, list } = await aStreetWithWang()
  const row = ['', '王小明', idNo, '', '跨省', '上海市', '2025-03-01', '', '', '', '', '']
  const { previewId } = await preview(test, 'mobility', '台账.xlsx', list(row))
  await test.call('mobility.create', anOutflow(member.id, { outOn: partialDate('2026-01-01') }))
  expect(await test.refusal('imports.commit', { previewId, jobId: null })).toMatchObject({
    code: 'STALE_WRITE',
  })
})
