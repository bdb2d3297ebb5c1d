import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { enterpriseLedger } from '#core/documents/enterpriseLedger.ts'
import { buildLedger, ledgerXlsx } from '#core/documents/ledger.ts'
import { lostLedger } from '#core/documents/lostLedger.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { LostCaseRow } from '#shared/contract/lostCases.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { docxParts, tag, textOf } from './docxParts.ts'
import { selfCheck } from './selfCheck.ts'

const frame = {
  organizationName: '中共测试街道工作委员会',
  asOf: dateOnly('2026-05-08'),
  compiledBy: '中共测试街道工作委员会',
  trace: { account: '王干事（admin）', at: '2026-05-08 10:31' },
} as const

function aRow(
  overrides: Partial<LostCaseRow> = {},
  fields: Partial<LostCaseRow['fields']> = {},
): LostCaseRow {
  return {
    id: 'case',
    version: 1,
    memberId: 'member',
    memberName: '王小明',
    personType: '1',
    partyStatus: 'TZ',
    organizationId: 'branch',
    organizationName: '东环第一党支部',
    status: 'stopped',
    stage: 'twoYears',
    fields: {
      since: partialDate('2023-05'),
      stopOn: partialDate('2024-03-01'),
      stopMeeting: '支部党员大会',
      stopApprovedBy: '区委组织部',
      stopDoc: '区组〔2024〕2号',
      restoreAppliedOn: null,
      restoreDiscussedOn: null,
      restoreApprovedOn: null,
      restoreApprovedBy: null,
      restoreDoc: null,
      endedOn: null,
      endedMeeting: null,
      endedApprovedBy: null,
      endedDoc: null,
      foundOn: null,
      remark: null,
      ...fields,
    },
    sixMonthsOn: dateOnly('2023-11-30'),
    twoYearsOn: dateOnly('2026-03-01'),
    ways: 3,
    rounds: 2,
    lastTriedOn: dateOnly('2024-01-05'),
    findings: [],
    ...overrides,
  }
}

const lost = (...rows: readonly LostCaseRow[]) => lostLedger(rows, defaultRuleSettings, frame)

describe('失联党员处置台账', () => {
  it('is a landscape table with the dates, the searches and the decision as they are known', async () => {
    const { document, missing } = buildLedger(lost(aRow()))
    const parts = await docxParts(document)
    expect(parts.sections.map((section) => tag(section, 'pgSz')['orient'])).toEqual(['landscape'])
    const text = textOf(parts.documentXml)
    for (const part of ['失联党员处置台账', '王小明', '2023.05', '3种方式、2轮，最近2024.01.05', '停止党籍'])
      expect(text).toContain(part)
    expect(text).toContain('2024.03.01，支部党员大会，区委组织部，区组〔2024〕2号')
    expect(text).not.toContain('2023.05.01')
    expect(missing).toEqual([])
    expect(selfCheck(parts.bytes)).toEqual([])
  })

  it('leaves a missing day blank and lists it; an empty ledger says so', async () => {
    const { document, missing } = buildLedger(lost(aRow({ sixMonthsOn: null }, { since: null })))
    expect(textOf((await docxParts(document)).documentXml)).toContain('＿＿＿＿')
    expect(missing.map(({ label, where }) => [label, where])).toEqual([['失去联系日期', '王小明']])
    const empty = buildLedger(lost())
    expect(textOf((await docxParts(empty.document)).documentXml)).toContain('没有失联党员处置记录')
  })

  it('is the same as a workbook, with who took it out at the foot', async () => {
    const { bytes } = await ledgerXlsx(lost(aRow()))
    const parts = unzipSync(bytes)
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
    for (const part of ['王小明', '东环第一党支部', '已停止党籍']) expect(strings).toContain(part)
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('王干事')
  })
})

const unit: EnterpriseRow = {
  id: 'unit',
  version: 1,
  organizationName: '东环第一党支部',
  members: 5,
  findings: [],
  fields: {
    name: '东环软件有限公司',
    creditCode: null,
    kind: 'FG',
    industry: '软件',
    address: null,
    department: '区委社会工作部',
    isAboveScale: true,
    staff: 120,
    fullMembers: 4,
    probationaryMembers: 1,
    membersHere: 4,
    hiddenMembers: 0,
    activists: 2,
    coverForm: 'own',
    organizationId: 'branch',
    instructor: null,
    liaison: null,
    hasUnion: true,
    hasYouth: null,
    hasWomen: true,
    isHeadMember: null,
    contactName: '钱经理',
    contactPhone: '138****0001',
    visitedOn: partialDate('2026-04'),
    remark: null,
  },
}

describe('两新组织覆盖情况表', () => {
  const rates = {
    organization: { numerator: 2, denominator: 3 },
    work: { numerator: 1, denominator: 8 },
    withMember: { numerator: 0, denominator: 0 },
    withOrganization: { numerator: 1, denominator: 1 },
  }
  const values = enterpriseLedger([unit], rates, defaultRuleSettings, frame)

  it('shows each rate with its two numbers, rounded only here, and of nothing none at all', async () => {
    const { document, missing } = buildLedger(values)
    const parts = await docxParts(document)
    const text = textOf(parts.documentXml)
    for (const part of ['66.7%', '12.5%', '100.0%', '—', '组织覆盖率', '工、妇', '2026.04'])
      expect(text).toContain(part)
    expect(text).not.toContain('0001')
    expect(missing.map(({ label, subject }) => [label, subject])).toEqual([
      ['统一社会信用代码', '东环软件有限公司'],
    ])
    expect(selfCheck(parts.bytes)).toEqual([])
  })

  it('has a sheet for the rates and one for the units', async () => {
    const parts = unzipSync((await ledgerXlsx(values)).bytes)
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    expect(workbook).toContain('覆盖率')
    expect(workbook).toContain('单位明细')
  })
})
