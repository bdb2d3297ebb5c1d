import { z } from 'zod'
import {
  memberFilter,
  type MemberFilter,
  type MemberListInput,
  memberSort,
} from '#shared/contract/memberListInput.ts'
import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'

export const countedStatuses: readonly string[] = partyStatuses.filter(isCountedStatus)

/** What the list is asked for, without the page. */
export type MemberQuery = Omit<MemberListInput, 'offset' | 'limit'>

/** 在册: statuses that count (STA-01); everybody; or the statuses named. */
export type StatusChoice = 'counting' | 'all' | readonly string[]

export interface ListView {
  readonly organizationId: string | null
  readonly text: string | null
  readonly personTypes: readonly string[]
  readonly status: StatusChoice
  /** Finding codes; `any` for any finding nobody has answered for. */
  readonly findings: readonly string[]
  readonly filters: readonly MemberFilter[]
  readonly sort: MemberQuery['sort']
}

export const defaultSort: MemberQuery['sort'] = { field: 'name', descending: false }

export const emptyView: ListView = {
  organizationId: null,
  text: null,
  personTypes: [],
  status: 'counting',
  findings: [],
  filters: [],
  sort: defaultSort,
}

const separator = '.'

function writeRange(from: string | number | null, to: string | number | null): readonly string[] {
  return [from === null ? '' : String(from), to === null ? '' : String(to)]
}

function filterParts(filter: MemberFilter): readonly string[] {
  switch (filter.op) {
    case 'in':
      return ['in', filter.field, ...filter.values]
    case 'is':
      return ['is', filter.field, filter.value ? '1' : '0']
    case 'between':
      return ['between', filter.field, ...writeRange(filter.from, filter.to)]
    case 'empty':
      return ['empty', filter.field, filter.empty ? '1' : '0']
    case 'contains':
      return ['contains', filter.field, filter.text]
    case 'age':
      return ['age', filter.of, ...writeRange(filter.from, filter.to)]
    case 'finding':
      return ['finding', filter.code]
  }
}

function filterFromParts([op, field, ...rest]: readonly string[]): unknown {
  const [from = '', to = ''] = rest
  const bound = (text: string) => (text === '' ? null : text)
  const count = (text: string) => (text === '' ? null : Number(text))
  switch (op) {
    case 'in':
      return { op, field, values: rest }
    case 'is':
      return { op, field, value: from === '1' }
    case 'between':
      return { op, field, from: bound(from), to: bound(to) }
    case 'empty':
      return { op, field, empty: from === '1' }
    case 'contains':
      return { op, field, text: rest.join(separator) }
    case 'age':
      return { op, of: field, from: count(from), to: count(to) }
    default:
      return null
  }
}

function isBounded(filter: MemberFilter): boolean {
  return (filter.op !== 'between' && filter.op !== 'age') || filter.from !== null || filter.to !== null
}

function readFilter(text: string): readonly MemberFilter[] {
  const parsed = memberFilter.safeParse(filterFromParts(text.split(separator)))
  return parsed.success && isBounded(parsed.data) ? [parsed.data] : []
}

function readSort(text: string | null): MemberQuery['sort'] {
  if (text === null) return defaultSort
  const descending = text.startsWith('-')
  const parsed = memberSort.safeParse({ field: descending ? text.slice(1) : text, descending })
  return parsed.success ? parsed.data : defaultSort
}

/** Findings are counted over everybody, so a list by finding starts with everybody: the numbers agree. */
export function defaultStatus(findings: readonly string[]): StatusChoice {
  return findings.length === 0 ? 'counting' : 'all'
}

export function withFindings(view: ListView, findings: readonly string[]): ListView {
  const isDefault = view.status === defaultStatus(view.findings)
  return { ...view, findings, status: isDefault ? defaultStatus(findings) : view.status }
}

function readStatus(text: string | null, findings: readonly string[]): StatusChoice {
  if (text === null) return defaultStatus(findings)
  if (text === 'counting') return 'counting'
  return text === 'all' ? 'all' : text.split(',')
}

const idText = z.string().min(1).max(64)

/** Reads the address; what it does not understand is left out rather than refused. */
export function viewFromParams(params: URLSearchParams): ListView {
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((part) => part !== '')
  const org = idText.safeParse(params.get('org'))
  const text = (params.get('q') ?? '').trim().slice(0, 50)
  return {
    organizationId: org.success ? org.data : null,
    text: text === '' ? null : text,
    personTypes: list('type'),
    status: readStatus(params.get('status'), list('finding')),
    findings: list('finding'),
    filters: params.getAll('f').flatMap(readFilter),
    sort: readSort(params.get('sort')),
  }
}

/** Digits of an ID number or a phone must not end up in the browser's history. */
export function isPrivateText(text: string): boolean {
  return /\d{4}/.test(text)
}

function isPrivateFilter(filter: MemberFilter): boolean {
  if (filter.op !== 'contains') return false
  return (isMemberField(filter.field) && memberFields[filter.field].sensitive) || isPrivateText(filter.text)
}

export function hasPrivatePart(view: ListView): boolean {
  return (view.text !== null && isPrivateText(view.text)) || view.filters.some(isPrivateFilter)
}

export function paramsFromView(view: ListView): URLSearchParams {
  const params = new URLSearchParams()
  if (view.organizationId !== null) params.set('org', view.organizationId)
  if (view.text !== null && !isPrivateText(view.text)) params.set('q', view.text)
  if (view.personTypes.length > 0) params.set('type', view.personTypes.join(','))
  if (view.status !== defaultStatus(view.findings)) {
    params.set('status', typeof view.status === 'string' ? view.status : view.status.join(','))
  }
  if (view.findings.length > 0) params.set('finding', view.findings.join(','))
  for (const filter of view.filters) {
    if (!isPrivateFilter(filter)) params.append('f', filterParts(filter).join(separator))
  }
  if (view.sort.field !== defaultSort.field || view.sort.descending) {
    params.set('sort', `${view.sort.descending ? '-' : ''}${view.sort.field}`)
  }
  return params
}

function statusFilter(status: StatusChoice): readonly MemberFilter[] {
  if (status === 'all') return []
  return [{ op: 'in', field: 'partyStatus', values: [...(status === 'counting' ? countedStatuses : status)] }]
}

export function queryFromView(view: ListView): MemberQuery {
  const personType: readonly MemberFilter[] =
    view.personTypes.length === 0 ? [] : [{ op: 'in', field: 'personType', values: [...view.personTypes] }]
  const findings = view.findings.map((code): MemberFilter => ({ op: 'finding', code }))
  return {
    organizationId: view.organizationId,
    text: view.text,
    filters: [...statusFilter(view.status), ...personType, ...findings, ...view.filters].slice(0, 20),
    sort: view.sort,
  }
}

export function isNarrowed(view: ListView): boolean {
  return (
    view.text !== null ||
    view.organizationId !== null ||
    view.personTypes.length > 0 ||
    view.status !== defaultStatus(view.findings) ||
    view.findings.length > 0 ||
    view.filters.length > 0
  )
}
