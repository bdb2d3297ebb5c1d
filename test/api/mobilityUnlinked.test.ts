import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { strFromU8, unzipSync } from 'fflate'
import { fixture, workbook } from '../unit/imports/workbooks.ts'
import { undoNewest } from './activityHarness.ts'
import { importFile, preview } from './importsHarness.ts'
import { aStandardOffice } from './office.ts'
import { anOffice as aSmallOffice, aMember, anIdNo, type Office } from './samples.ts'
import { signedInCore, type TestCore } from './testCore.ts'

interface Truth {
  readonly people: readonly {
    readonly row: number
    readonly name: string
    readonly idNo: string
    readonly branch: string
    readonly phone: string
    readonly destination: string
    readonly outOn: string
    readonly kind: string
    readonly contactedOn: string
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
  filter: 'unlinked',
  place: null,
  text: null,
  offset: 0,
  limit: 200,
} as const

const stranger = anIdNo('1990-01-01', 9)

const everybody: RouteInput<'members.list'> = {
  organizationId: null,
  text: null,
  filters: [],
  sort: { field: 'name', descending: false },
  offset: 0,
  limit: 10,
}

const sheet = (...rows: readonly (readonly string[])[]) =>
  workbook({
    台账: {
      rows: [
        ['姓名', '身份证号', '所在党支部', '流动类型', '流向地', '外出时间', '联系电话', '返回时间'],
        ...rows,
      ],
    },
  })
const away = ['钱外出', stranger, '东环第一党支部', '跨省', '上海市', '2025-03-01', '13812345678', '']

/** 钱外出 is in a list of the first branch and in no roster. */
async function withStranger() {
  const office = await aSmallOffice()
  const { batch } = await importFile(office, 'mobility', '台账.xlsx', sheet(away))
  const { rows } = await office.call('mobility.list', ledger)
  return { ...office, batch: batch ?? '', recordId: rows[0]?.id ?? '' }
}

const register = (office: Office, fields: object = {}) =>
  office.call('members.create', {
    fields: aMember({ name: '钱外出', idNo: stranger, organizationId: office.otherBranchId, ...fields }),
  })
const record = ({ call }: TestCore, id: string) => call('mobility.get', { id })
const unlinked = { memberId: null, name: '钱外出', fields: { phone: '138****5678' } }

describe('the sample list, of whose people no sample roster has any', () => {
  it('is taken in whole as outflow records of nobody in the roster, counted nowhere, and taken back', async () => {
    const test = await signedInCore()
    await importFile(test, 'organizations', 'organisations.xlsx', fixture('organisations.xlsx'))
    await importFile(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
    const before = (await test.call('mobility.list', { ...ledger, filter: null })).counts
    const { total: people } = await test.call('members.list', everybody)
    const chart = () => test.call('mobility.places', { direction: 'LC', organizationId: null })
    const { places } = await chart()
    const report = await importFile(test, 'mobility', 'floating.xlsx', sample)
    expect(report.counts).toEqual({ new: 45, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 })
    const unknown = report.findings.filter(({ code }) => code === 'MEMBER_UNKNOWN')
    expect(unknown.map(({ row, severity }) => [row, severity])).toEqual(
      truth.people.map(({ row }) => [row, 'yellow']),
    )
    const { rows, counts, total } = await test.call('mobility.list', ledger)
    expect([total, counts.unlinked, counts.open]).toEqual([45, 45, before.open + 45])
    const byName = new Map(rows.map((row) => [row.name, row]))
    for (const person of truth.people) {
      const row = byName.get(person.name)
      expect(row).toMatchObject({
        memberId: null,
        organizationName: person.branch,
        placeText: person.destination,
        lastReachedOn: person.contactedOn,
        fields: { kind: person.kind, outOn: person.outOn },
      })
      expect(row?.findings.map(({ code }) => code)).toContain('MEMBER_UNKNOWN')
      expect(JSON.stringify(row)).not.toContain(person.idNo)
      expect(await test.call('mobility.reveal', { id: row?.id ?? '' })).toEqual({
        idNo: person.idNo,
        phone: person.phone,
      })
    }
    expect((await test.call('members.list', everybody)).total).toBe(people)
    expect(await chart()).toEqual({ places, unlinked: 45 })
    const { people: counted = 0 } = places.find(({ place }) => place === '') ?? {}
    expect((await test.call('mobility.list', { ...ledger, filter: null, place: '' })).total).toBe(counted)
    const again = await preview(test, 'mobility', 'floating.xlsx', sample)
    expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 45, duplicate: 0, blocked: 0 })
    const batchId = report.batch ?? ''
    expect(await test.call('imports.withdraw', { batchId })).toEqual({ added: 45, changed: 0 })
    expect((await test.call('mobility.list', { ...ledger, filter: null })).counts).toEqual(before)
    const anew = await preview(test, 'mobility', 'floating.xlsx', sample)
    expect(anew.report.counts.new).toBe(45)
  })
})

describe('an outflow of nobody in the roster', () => {
  it('becomes the member’s who is registered with the number, in the member’s branch', async () => {
    const office = await withStranger()
    expect(await record(office, office.recordId)).toMatchObject(unlinked)
    const { id } = await register(office)
    const linked = await record(office, office.recordId)
    expect(linked).toMatchObject({ memberId: id, organizationId: office.otherBranchId, name: '钱外出' })
    expect(linked.fields).toMatchObject({ name: null, idNo: null, organizationId: null })
    expect(linked.findings.map(({ code }) => code)).not.toContain('MEMBER_UNKNOWN')
    expect((await office.call('members.get', { id })).record).toMatchObject({
      isFloating: true,
      floatingTo: '上海市',
    })
    expect((await office.call('mobility.list', ledger)).counts.unlinked).toBe(0)
    const again = await preview(office, 'mobility', '台账.xlsx', sheet(away.with(2, '东环第二党支部')))
    expect(again.report.counts.unchanged).toBe(1)
  })

  it('becomes the member’s whom a roster brings, even one that says 流动党员, and that import can be withdrawn', async () => {
    const office = await withStranger()
    const roster = workbook({
      名册: {
        rows: [
          ['姓名', '身份证号', '所在党支部', '是否流动党员', '外出流向'],
          ['钱外出', stranger, '东环第一党支部', '是', '北京市'],
        ],
      },
    })
    const { batch } = await importFile(office, 'roster', '名册.xlsx', roster)
    const { memberId } = await record(office, office.recordId)
    const { records } = await office.call('mobility.ofMember', { memberId: memberId ?? '' })
    expect(records.map(({ id }) => id)).toEqual([office.recordId])
    const { version } = await record(office, office.recordId)
    await office.call('mobility.update', { id: office.recordId, version, fields: { unit: '电子厂' } })
    await office.call('imports.withdraw', { batchId: batch ?? '' })
    expect(await record(office, office.recordId)).toMatchObject({
      ...unlinked,
      fields: { ...unlinked.fields, unit: '电子厂' },
    })
    await importFile(office, 'roster', '名册.xlsx', roster)
    expect((await record(office, office.recordId)).memberId).not.toBeNull()
  })

  it('is nobody’s again when the registration is undone, and the member’s when the undo is', async () => {
    const office = await withStranger()
    const { id } = await register(office)
    await undoNewest(office)
    expect(await record(office, office.recordId)).toMatchObject(unlinked)
    await undoNewest(office)
    expect((await record(office, office.recordId)).memberId).toBe(id)
  })

  it('goes into the trash with its member and comes back with the member', async () => {
    const office = await withStranger()
    const { id, version } = await register(office)
    await office.call('members.trash', { members: [{ id, version }], reason: '录错了' })
    expect((await office.refusal('mobility.get', { id: office.recordId })).code).toBe('NOT_FOUND')
    const again = await preview(office, 'mobility', '台账.xlsx', sheet(away))
    expect(again.report.counts.blocked).toBe(1)
    await office.call('trash.restore', { items: [{ kind: 'member', id }] })
    expect((await record(office, office.recordId)).memberId).toBe(id)
  })

  it('becomes the member’s whose number is corrected to it', async () => {
    const office = await withStranger()
    const { id, version } = await register(office, { idNo: anIdNo('1990-01-01', 7) })
    expect((await record(office, office.recordId)).memberId).toBeNull()
    const saved = await office.call('members.update', { id, version, fields: { idNo: stranger } })
    expect((await record(office, office.recordId)).memberId).toBe(id)
    expect(saved.record.isFloating).toBe(true)
    await office.call('members.update', { id, version: saved.version, fields: { unitDuty: '工程师' } })
  })

  it('is taken back with its list after it was linked, and 是否流动党员 with it', async () => {
    const office = await withStranger()
    const { id } = await register(office)
    await office.call('imports.withdraw', { batchId: office.batch })
    expect((await office.call('members.get', { id })).record.isFloating).toBe(false)
    const anew = await preview(office, 'mobility', '台账.xlsx', sheet(away.with(2, '东环第二党支部')))
    expect(anew.report.counts.new).toBe(1)
  })

  it('out of the trash it becomes the member’s who came in between', async () => {
    const office = await withStranger()
    const { version } = await record(office, office.recordId)
    await office.call('mobility.trash', { id: office.recordId, version, reason: '录错了' })
    const { id } = await register(office)
    expect((await office.call('members.get', { id })).record.isFloating).not.toBe(true)
    await office.call('trash.restore', { items: [{ kind: 'mobilityRecord', id: office.recordId }] })
    expect((await record(office, office.recordId)).memberId).toBe(id)
    expect((await office.call('members.get', { id })).record.isFloating).toBe(true)
  })

  it('can be changed, closed and opened again, with a name, a sound number and a branch', async () => {
    const office = await withStranger()
    const { id, version } = await record(office, office.recordId)
    const refused = await office.refusal('mobility.update', {
      id,
      version,
      fields: { name: '', idNo: '123', organizationId: null },
    })
    expect(Object.keys(refused.fields ?? {}).toSorted()).toEqual(['idNo', 'name', 'organizationId'])
    const changed = await office.call('mobility.update', { id, version, fields: { name: '钱远行' } })
    const closed = await office.call('mobility.close', {
      id,
      version: changed.version,
      ending: { status: 'returned', on: '2026-10-01', reason: null },
    })
    const open = await office.call('mobility.reopen', { id, version: closed.version })
    expect(open).toMatchObject({ name: '钱远行', status: 'away', memberId: null })
  })

  it('blocks what cannot be trusted: an unknown branch, none, a broken number, another name', async () => {
    const office = await withStranger()
    const other = anIdNo('1991-01-01', 5)
    const bytes = sheet(
      away.with(1, other).with(2, '无此党支部'),
      away.with(1, other).with(2, ''),
      away.with(1, `${stranger.slice(0, 17)}${stranger.endsWith('1') ? '2' : '1'}`),
      away.with(0, '赵某'),
    )
    const { report } = await preview(office, 'mobility', '台账.xlsx', bytes)
    expect(report.counts).toMatchObject({ new: 0, blocked: 4 })
  })

  it('prints by name and masked number in the ledger, and is left out of the table of numbers', async () => {
    const office = await withStranger()
    const input = {
      organizationId: null,
      withClosed: false,
      unmasked: false,
      purpose: null,
      format: 'xlsx',
    } as const
    const stringsOf = async (document: 'LC' | 'summary') => {
      const { file } = await office.call('documents.exportMobility', { ...input, document })
      const parts = unzipSync(office.shelf.read(file.handle).bytes)
      return strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
    }
    const book = await stringsOf('LC')
    expect(book).toContain('钱外出')
    expect(book).toContain('未入花名册')
    expect(book).not.toContain(stranger)
    expect(book).not.toContain('13812345678')
    const table = await stringsOf('summary')
    expect(table).toContain('没有流动党员')
    expect(table).not.toContain('钱外出')
  })
})

it('of nobody in the roster is seen by the branch’s own clerk, masked for others, and by no other community', async () => {
  const office = await aStandardOffice()
  const { shortName } = (await office.call('organizations.get', { id: office.east.branchId })).fields
  await importFile(office, 'mobility', '台账.xlsx', sheet(away.with(2, shortName)))
  const { rows } = await office.as.east.call('mobility.list', ledger)
  expect(rows.map(({ name }) => name)).toEqual(['钱外出'])
  const id = rows[0]?.id ?? ''
  const shown = JSON.stringify(await office.as.leader.call('mobility.get', { id }))
  expect(shown).not.toContain(stranger)
  expect(shown).not.toContain('13812345678')
  expect((await office.as.west.call('mobility.list', ledger)).counts.unlinked).toBe(0)
  expect((await office.as.west.refusal('mobility.get', { id })).code).toBe('NOT_FOUND')
  expect((await office.as.west.refusal('mobility.reveal', { id })).code).toBe('NOT_FOUND')
})
