import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { buildLedger, ledgerXlsx } from '#core/documents/ledger.ts'
import { inflowLedger, type MobilityPerson, outflowLedger } from '#core/documents/mobilityLedger.ts'
import { mobilitySummary } from '#core/documents/mobilitySummary.ts'
import type { MobilityContact, MobilityDetail } from '#shared/contract/mobility.ts'
import { unfilledMobility } from '#shared/contract/unfilledMobility.ts'
import { votingHint } from '#shared/domain/mobilityRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, dateOnly, instant } from '#shared/lib/dates.ts'
import { docxParts, tag, textOf } from './docxParts.ts'

const frame = {
  organizationName: '中共云溪街道工作委员会',
  asOf: dateOnly('2026-11-21'),
  compiledBy: '中共云溪街道工作委员会',
  trace: null,
} as const

function aContact(on: DateOnly, isReached = true): MobilityContact {
  return {
    id: on,
    recordId: 'r',
    version: 1,
    contactedOn: on,
    way: 'phone',
    isReached,
    contactPerson: '李干事',
    content: '工作稳定',
  }
}

function aPerson(detail: Partial<MobilityDetail> = {}, person: Partial<MobilityPerson> = {}): MobilityPerson {
  const { fields, ...rest } = detail
  return {
    gender: '男',
    idNo: '110105************',
    phone: '139****1234',
    ...person,
    detail: {
      id: 'r',
      version: 1,
      direction: 'LC',
      status: 'away',
      memberId: 'm',
      name: '王明',
      personType: '1',
      organizationId: 'b',
      organizationName: '第一党支部',
      placeText: '广东省深圳市',
      placeKey: '广东省深圳市',
      phone: null,
      endedOn: null,
      endedReason: null,
      lastContact: null,
      lastReachedOn: null,
      contactMonths: 3,
      nextDue: null,
      isOverdue: false,
      proposesLostCase: false,
      findings: [],
      contacts: [],
      votingHint: votingHint('LC'),
      createdAt: instant(new Date('2026-01-01T00:00:00Z')),
      updatedAt: instant(new Date('2026-01-01T00:00:00Z')),
      ...rest,
      fields: {
        ...unfilledMobility,
        outOn: dateOnly('2025-03-01'),
        kind: 'crossProvince',
        reason: 'work',
        ...fields,
      },
    },
  }
}

it('prints who is away, where and why, the last three contacts and what was not reached', async () => {
  const contacts = ['2026-11-01', '2026-08-01', '2026-05-01', '2026-02-01'].map((on, at) =>
    aContact(dateOnly(on), at !== 1),
  )
  const person = aPerson({ contacts })
  const { document, missing } = buildLedger(outflowLedger([person], frame))
  const xml = (await docxParts(document)).documentXml
  const text = textOf(xml)
  for (const words of [
    '流出党员台账',
    '王明',
    '110105************',
    '正式',
    '2025.03.01',
    '务工、跨省流动',
    '广东省深圳市',
  ])
    expect(text).toContain(words)
  expect(text).toContain(
    '2026.11.01电话：李干事，工作稳定；2026.08.01电话：未联系上；2026.05.01电话：李干事，工作稳定；共4次',
  )
  expect(text).not.toContain('2026.02.01')
  expect(missing).toEqual([])
  expect(tag(xml, 'pgSz')).toMatchObject({ orient: 'landscape' })
})

it('leaves blanks for what nobody wrote down, and lists them by name', async () => {
  const fields = { ...unfilledMobility }
  const { document, missing } = buildLedger(
    outflowLedger([aPerson({ fields, placeText: '' }, { phone: null })], frame),
  )
  expect(textOf((await docxParts(document)).documentXml)).toContain('＿＿＿＿')
  expect(missing.map(({ label, where }) => `${label} ${where}`)).toEqual([
    '外出日期 王明',
    '去向 王明',
    '联系电话 王明',
  ])
})

it('keeps inflow a book of its own that says they are not counted here', async () => {
  const fields = { ...unfilledMobility, origOrg: '外县某村党支部', origContact: '某书记', reportedOn: null }
  const person = aPerson({ direction: 'LR', memberId: null, fields })
  const text = textOf((await docxParts(buildLedger(inflowLedger([person], frame)).document)).documentXml)
  expect(text).toContain('流入党员台账')
  expect(text).toContain('外县某村党支部，某书记')
  expect(text).toContain('未报到')
  expect(text).toContain('不计入本党组织党员总数')
})

it('counts both directions by branch, place and reason, with a total line', async () => {
  const away = ['甲', '乙', '丙'].map((name) => aPerson({ name }))
  const abroad = aPerson({
    name: '丁',
    personType: '2',
    organizationId: 'b2',
    organizationName: '第二党支部',
    placeKey: '新加坡',
    isOverdue: true,
    fields: { ...unfilledMobility, kind: 'abroad' },
  })
  const came = aPerson({
    direction: 'LR',
    fields: { ...unfilledMobility, reportedOn: dateOnly('2026-01-01') },
  })
  const { tables } = mobilitySummary([...away, abroad, came], defaultRuleSettings, frame)
  expect(tables[0]?.rows).toEqual([
    ['第一党支部', '3', '3', '3', '0', '0', '0', '0', '0', '0', '0', '1', '1'],
    ['第二党支部', '1', '0', '0', '0', '0', '0', '1', '0', '1', '0', '0', '0'],
    ['合计', '4', '3', '3', '0', '0', '0', '1', '0', '1', '0', '1', '1'],
  ])
  expect(tables[1]?.rows.map(([place, people, full]) => [place, people, full])).toEqual([
    ['广东省深圳市', '3', '3'],
    ['新加坡', '1', '0'],
  ])
  expect(tables[1]?.rows[0]?.[3]).toContain('3 名正式党员')
  const { bytes } = await ledgerXlsx(mobilitySummary(away, defaultRuleSettings, frame))
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
  for (const sheet of ['各党组织', '流出去向', '流出原因']) expect(workbook).toContain(`name="${sheet}"`)
})

it('whom the roster does not have prints by name and masked number, and is counted in no table', async () => {
  const stranger = aPerson({ name: '钱外出', memberId: null })
  const { document } = buildLedger(outflowLedger([aPerson(), stranger], frame))
  const book = textOf((await docxParts(document)).documentXml)
  expect(book).toContain('钱外出')
  expect(book).toContain('在外，未入花名册')
  expect(book).toContain('其中注明“未入花名册”的1人不在花名册中')
  const table = mobilitySummary([aPerson(), stranger], defaultRuleSettings, frame)
  expect(table.tables[0]?.rows.at(-1)?.slice(0, 3)).toEqual(['合计', '1', '1'])
  expect(table.tables[1]?.rows).toEqual([['广东省深圳市', '1', '1', '']])
  expect(table.notes[0]).toBe('另有1名流出党员未入花名册，不计入本表；名单见流出党员台账。')
})

it('prints its sheet one page wide, the contacts in the widest column', async () => {
  const { bytes } = await ledgerXlsx(outflowLedger([aPerson()], frame))
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(13)
  expect(Math.max(...widths)).toBe(widths[10])
  expect(Math.max(...widths)).toBeLessThan(40)
  expect(sheet).toContain('fitToWidth="1"')
})
