import { personTypeFull } from '#shared/domain/memberFacts.ts'
import { mobilityKinds, mobilityReasons } from '#shared/domain/mobility.ts'
import { countPlaces } from '#shared/domain/mobilityGroups.ts'
import type { RuleSettings } from '#shared/domain/settings.ts'
import { mobilityKindLabels, mobilityReasonLabels } from '#shared/labels/mobility.ts'
import type { LedgerColumn, LedgerTable, LedgerValues } from './ledger.ts'
import type { MobilityPerson } from './mobilityLedger.ts'

export const mobilitySummaryTitle = '流动党员情况表'

const number = (header: string): LedgerColumn => ({ header, weight: 1.4, align: 'center' })

const branchColumns: readonly LedgerColumn[] = [
  { header: '党组织', weight: 4, align: 'left' },
  number('流出'),
  number('其中正式'),
  ...mobilityKinds.map((kind) => number(mobilityKindLabels[kind])),
  number('类型未填'),
  number('逾期未联系'),
  number('失联'),
  number('流入'),
  number('其中已报到'),
]

const count = (people: readonly MobilityPerson[], is: (person: MobilityPerson) => boolean): string =>
  String(people.filter(is).length)

function branchRow(name: string, people: readonly MobilityPerson[]): readonly string[] {
  const out = people.filter(({ detail }) => detail.direction === 'LC')
  const came = people.filter(({ detail }) => detail.direction === 'LR')
  return [
    name,
    String(out.length),
    count(out, ({ detail }) => detail.personType === personTypeFull),
    ...mobilityKinds.map((kind) => count(out, ({ detail }) => detail.fields.kind === kind)),
    count(out, ({ detail }) => detail.fields.kind === null),
    count(people, ({ detail }) => detail.isOverdue),
    count(out, ({ detail }) => detail.status === 'lost'),
    String(came.length),
    count(came, ({ detail }) => detail.fields.reportedOn !== null),
  ]
}

function branchTable(people: readonly MobilityPerson[]): LedgerTable {
  const branches = Map.groupBy(people, ({ detail }) => detail.organizationId)
  const rows = [...branches.values()].map((there) =>
    branchRow(there[0]?.detail.organizationName ?? '', there),
  )
  return {
    heading: '各党组织',
    columns: branchColumns,
    rows: people.length === 0 ? [] : [...rows, branchRow('合计', people)],
    empty: '没有流动党员。',
  }
}

function placeTable(people: readonly MobilityPerson[], settings: RuleSettings): LedgerTable {
  const out = people.filter(({ detail }) => detail.direction === 'LC')
  const places = countPlaces(
    out.map(({ detail }) => ({ place: detail.placeKey, personType: detail.personType })),
    settings,
  )
  return {
    heading: '流出去向',
    columns: [
      { header: '去向', weight: 4, align: 'left' },
      number('人数'),
      number('其中正式'),
      { header: '提示', weight: 5, align: 'left' },
    ],
    rows: places.map(({ place, people: here, full, finding }) => [
      place === '' ? '未注明' : place,
      String(here),
      String(full),
      finding?.message ?? '',
    ]),
    empty: '没有流出党员。',
  }
}

function reasonTable(people: readonly MobilityPerson[]): LedgerTable {
  const out = people.filter(({ detail }) => detail.direction === 'LC')
  const lines = mobilityReasons.map((reason) => [
    mobilityReasonLabels[reason],
    count(out, ({ detail }) => detail.fields.reason === reason),
  ])
  return {
    heading: '流出原因',
    columns: [{ header: '原因', weight: 4, align: 'left' }, number('人数')],
    rows:
      out.length === 0 ? [] : [...lines, ['未填', count(out, ({ detail }) => detail.fields.reason === null)]],
    empty: '没有流出党员。',
  }
}

/** 流动党员情况表: how many went and came, from which branches, where to and why. Only those away now. */
export function mobilitySummary(
  listed: readonly MobilityPerson[],
  settings: RuleSettings,
  frame: Omit<LedgerValues, 'title' | 'tables' | 'notes'>,
): LedgerValues {
  const people = listed.filter(({ detail }) => detail.direction === 'LR' || detail.memberId !== null)
  const unlinked = listed.length - people.length
  return {
    ...frame,
    title: mobilitySummaryTitle,
    tables: [branchTable(people), placeTable(people, settings), reasonTable(people)],
    notes: [
      ...(unlinked === 0 ? [] : [`另有${unlinked}名流出党员未入花名册，不计入本表；名单见流出党员台账。`]),
      '只计现在在外（含失联）的流出党员和现在本地的流入党员；流入党员不计入党员总数。',
      `逾期未联系：超过约定的联系间隔（一般${settings['floating.contactMonths']}个月，境外${settings['floating.contactMonthsAbroad']}个月）没有联系上。`,
    ],
  }
}
