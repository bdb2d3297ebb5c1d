import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { formatDots, isPartialDate } from '#shared/lib/dates.ts'
import { countedStatuses, defaultStatus, type ListView, withFindings } from './listView.ts'

/** One condition of the list, and the list without it. */
export interface Chip {
  readonly key: string
  readonly text: string
  readonly without: ListView
}

export const ageLabels = { age: '年龄', partyAge: '党龄' } as const

function labelOf(field: string): string {
  const fields: Readonly<Record<string, { readonly label: string }>> = memberFields
  return fields[field]?.label ?? field
}

function codeText(field: MemberField, code: string): string {
  const { kind } = memberFields[field]
  return kind.type === 'code' || kind.type === 'codes' ? (codeName(kind.table, code) ?? code) : code
}

function rangeText(from: string | null, to: string | null, unit: string): string {
  if (from !== null && to !== null) return from === to ? `${from}${unit}` : `${from} 至 ${to}${unit}`
  return from === null ? `不晚于 ${to ?? ''}${unit}` : `不早于 ${from}${unit}`
}

function ageRangeText(from: number | null, to: number | null, unit: string): string {
  if (from !== null && to !== null) return from === to ? `${from} ${unit}` : `${from} 至 ${to} ${unit}`
  return from === null ? `${to ?? ''} ${unit}及以下` : `${from} ${unit}及以上`
}

function dateText(date: string | null): string | null {
  return date !== null && isPartialDate(date) ? formatDots(date) : date
}

export function filterText(filter: MemberFilter): string {
  switch (filter.op) {
    case 'in':
      return `${labelOf(filter.field)}：${filter.values.map((code) => codeText(filter.field, code)).join('、')}`
    case 'is':
      return `${labelOf(filter.field)}：${filter.value ? '是' : '否'}`
    case 'between':
      return `${labelOf(filter.field)}：${rangeText(dateText(filter.from), dateText(filter.to), '')}`
    case 'empty':
      return `${labelOf(filter.field)}：${filter.empty ? '未填' : '已填'}`
    case 'contains':
      return `${labelOf(filter.field)}含“${filter.text}”`
    case 'age':
      return `${ageLabels[filter.of]}：${ageRangeText(filter.from, filter.to, filter.of === 'age' ? '岁' : '年')}`
    case 'finding':
      return findingText(filter.code)
    default:
      return assertNever(filter)
  }
}

export function findingText(code: string): string {
  return code === 'any' ? '有待核对的提示' : `提示：${findingTitle(code)}`
}

export function statusText(status: ListView['status']): string {
  if (status === 'counting') return '在册'
  if (status === 'all') return '全部'
  return status.map((code) => codeName('partyStatus', code) ?? code).join('、')
}

/** Everything that narrows the list, each with the view that is left without it; the organisation has the tree for that. */
export function chipsOf(view: ListView, organizationName: string | null): readonly Chip[] {
  const chips: Chip[] = []
  const add = (key: string, text: string, without: Partial<ListView>) =>
    chips.push({ key, text, without: { ...view, ...without } })
  if (view.organizationId !== null) {
    add('org', `党组织：${organizationName ?? '…'}`, { organizationId: null })
  }
  if (view.text !== null) add('text', `包含“${view.text}”`, { text: null })
  if (view.personTypes.length > 0) {
    const names = view.personTypes.map((code) => codeName('personType', code) ?? code)
    add('type', `人员类别：${names.join('、')}`, { personTypes: [] })
  }
  if (view.status !== defaultStatus(view.findings)) {
    add('status', `党籍状态：${statusText(view.status)}`, { status: defaultStatus(view.findings) })
  }
  for (const code of view.findings) {
    const others = view.findings.filter((each) => each !== code)
    add(`finding-${code}`, findingText(code), withFindings(view, others))
  }
  view.filters.forEach((filter, at) => {
    add(`filter-${at}`, filterText(filter), { filters: view.filters.filter((_, index) => index !== at) })
  })
  return chips
}

export const countedText = countedStatuses.map((code) => codeName('partyStatus', code) ?? code).join('、')
