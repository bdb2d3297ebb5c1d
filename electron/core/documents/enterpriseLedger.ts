import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { formatPercent, type Ratio } from '#shared/domain/counting.ts'
import { type CoverageKey, coverageKeys } from '#shared/domain/enterpriseCoverage.ts'
import type { RuleSettings } from '#shared/domain/settings.ts'
import { coverageTexts, coverFormLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import { formatDots } from '#shared/lib/dates.ts'
import type { LedgerCell, LedgerColumn, LedgerTable, LedgerValues } from './ledger.ts'

export const enterpriseLedgerTitle = '两新组织覆盖情况表'

const rateColumns: readonly LedgerColumn[] = [
  { header: '指标', weight: 3, align: 'left' },
  { header: '分子', weight: 1, align: 'center' },
  { header: '分母', weight: 1, align: 'center' },
  { header: '比率', weight: 1, align: 'center' },
  { header: '口径', weight: 8, align: 'left' },
]

function rateTable(rates: Readonly<Record<CoverageKey, Ratio>>, settings: RuleSettings): LedgerTable {
  const texts = coverageTexts(settings)
  return {
    heading: '覆盖率',
    columns: rateColumns,
    rows: coverageKeys.map((key) => {
      const { numerator, denominator } = rates[key]
      return [
        texts[key].title,
        String(numerator),
        String(denominator),
        formatPercent(rates[key]),
        texts[key].rule,
      ]
    }),
    empty: '',
  }
}

const unitColumns: readonly LedgerColumn[] = [
  { header: '序号', weight: 0.9, align: 'center' },
  { header: '单位名称', weight: 3.4, align: 'left' },
  { header: '统一社会信用代码', weight: 4.7, align: 'center' },
  { header: '类型', weight: 1.9, align: 'center' },
  { header: '行业', weight: 1.8, align: 'center' },
  { header: '职工数', weight: 1.15, align: 'center' },
  { header: '党员数', weight: 1.15, align: 'center' },
  { header: '其中正式', weight: 1.15, align: 'center' },
  { header: '关系在本单位', weight: 1.2, align: 'center' },
  { header: '党组织形式', weight: 1.5, align: 'center' },
  { header: '所属党组织', weight: 3, align: 'left' },
  { header: '党建指导员', weight: 1.5, align: 'center' },
  { header: '群团组织', weight: 1.5, align: 'center' },
  { header: '最近走访', weight: 2.3, align: 'center' },
  { header: '主管部门', weight: 2.4, align: 'left' },
]

function groups({ fields }: EnterpriseRow): string {
  const all = [
    ...(fields.hasUnion === true ? ['工'] : []),
    ...(fields.hasYouth === true ? ['团'] : []),
    ...(fields.hasWomen === true ? ['妇'] : []),
  ]
  return all.join('、')
}

function rowOf(row: EnterpriseRow, index: number): readonly LedgerCell[] {
  const { fields, members } = row
  const gap = (value: string | number | null, lacks: string): LedgerCell =>
    value === null ? { lacks, of: fields.name } : String(value)
  return [
    String(index + 1),
    fields.name,
    gap(fields.creditCode, '统一社会信用代码'),
    enterpriseKindLabels[fields.kind],
    fields.industry ?? '',
    gap(fields.staff, '职工数'),
    gap(members, '党员数'),
    fields.fullMembers === null ? '' : String(fields.fullMembers),
    fields.membersHere === null ? '' : String(fields.membersHere),
    coverFormLabels[fields.coverForm],
    row.organizationName,
    fields.instructor ?? '',
    groups(row),
    fields.visitedOn === null ? '' : formatDots(fields.visitedOn),
    fields.department ?? '',
  ]
}

/** 两新组织覆盖情况表: the rates of ORG-75 with their two numbers, then every unit. */
export function enterpriseLedger(
  rows: readonly EnterpriseRow[],
  rates: Readonly<Record<CoverageKey, Ratio>>,
  settings: RuleSettings,
  rest: Omit<LedgerValues, 'title' | 'tables' | 'notes'>,
): LedgerValues {
  const units: LedgerTable = {
    heading: '单位明细',
    columns: unitColumns,
    rows: rows.map(rowOf),
    empty: '没有登记两新组织。',
  }
  return {
    ...rest,
    title: enterpriseLedgerTitle,
    tables: [rateTable(rates, settings), units],
    notes: [
      '比率由分子、分母计算，显示时保留一位小数；分母为0的不计算。',
      '职工数未登记的单位不计入按人数划定的分母；党员数未登记的按没有党员计算。',
      '群团组织栏：工为工会，团为共青团组织，妇为妇女组织。',
    ],
  }
}
