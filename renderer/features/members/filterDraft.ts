import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import { isMemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import type { FieldKind, MemberField } from '#shared/domain/memberFields.ts'
import { lastDay, parseWrittenDate } from '#shared/lib/dates.ts'
import type { PartialDate } from '#shared/lib/dates.ts'

export type FilterSubject = MemberField | 'age' | 'partyAge'

export const conditions = ['in', 'is', 'between', 'age', 'contains', 'filled', 'empty'] as const

export type Condition = (typeof conditions)[number]

export const conditionLabels: Readonly<Record<Condition, string>> = {
  in: '是其中之一',
  is: '是或否',
  between: '在此期间',
  age: '在此范围',
  contains: '包含文字',
  filled: '已填',
  empty: '未填',
}

/** A filter while it is being put together; only what its condition needs is read. */
export interface FilterDraft {
  readonly subject: FilterSubject | null
  readonly condition: Condition | null
  readonly codes: readonly string[]
  readonly flag: boolean
  readonly from: string
  readonly to: string
  readonly text: string
}

export const emptyDraft: FilterDraft = {
  subject: null,
  condition: null,
  codes: [],
  flag: true,
  from: '',
  to: '',
  text: '',
}

const anyway: readonly Condition[] = ['filled', 'empty']

const conditionsOfKind: Readonly<Record<FieldKind['type'], readonly Condition[]>> = {
  code: ['in', ...anyway],
  codes: ['in', ...anyway],
  boolean: ['is', ...anyway],
  date: ['between', ...anyway],
  text: ['contains', ...anyway],
  name: ['contains'],
  idNo: ['contains'],
  mobile: ['contains', ...anyway],
  integer: anyway,
  group: anyway,
  branch: [],
}

/** What may be asked of a subject. Who may not look at a hidden value may not ask for parts of it either. */
export function conditionsOf(subject: FilterSubject, canReveal: boolean): readonly Condition[] {
  if (!isMemberField(subject)) return ['age']
  const { kind, sensitive } = memberFields[subject]
  const all = conditionsOfKind[kind.type]
  return sensitive && !canReveal ? all.filter((each) => anyway.includes(each)) : all
}

/** 党支部 has the tree, 人员类别 and 党籍状态 have choices of their own. */
const elsewhere: ReadonlySet<MemberField> = new Set(['organizationId', 'personType', 'partyStatus'])

const allSubjects: readonly MemberField[] = memberFieldKeys.filter((key) => !elsewhere.has(key))

/** In the order of the form. */
export function filterSubjects(canReveal: boolean): readonly MemberField[] {
  return allSubjects.filter((field) => conditionsOf(field, canReveal).length > 0)
}

function readAge(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const years = Number(text)
  return Number.isInteger(years) && years >= 0 && years <= 150 ? years : undefined
}

function readDate(text: string): PartialDate | null | undefined {
  if (text.trim() === '') return null
  return parseWrittenDate(text) ?? undefined
}

type Read =
  | { readonly ok: true; readonly filter: MemberFilter }
  | { readonly ok: false; readonly message: string }

const incomplete = (message: string): Read => ({ ok: false, message })

function readRange(draft: FilterDraft): Read {
  const { subject } = draft
  if (subject === 'age' || subject === 'partyAge') {
    const [from, to] = [readAge(draft.from), readAge(draft.to)]
    if (from === undefined || to === undefined) return incomplete('请填写 0 至 150 之间的整数')
    if (from === null && to === null) return incomplete('请至少填写一头')
    if (from !== null && to !== null && from > to) return incomplete('前一个数应不大于后一个')
    return { ok: true, filter: { op: 'age', of: subject, from, to } }
  }
  const [from, to] = [readDate(draft.from), readDate(draft.to)]
  if (from === undefined || to === undefined)
    return incomplete('日期读不出来，可写 1968、1968.07 或 1968.7.1')
  if (from === null && to === null) return incomplete('请至少填写一头')
  // 至 1960 年 means to its end: the list compares dates as text.
  const until = to === null ? null : lastDay(to)
  if (from !== null && until !== null && from > until) return incomplete('开始日期应不晚于结束日期')
  if (subject === null) return incomplete('请选择项目')
  return { ok: true, filter: { op: 'between', field: subject, from, to: until } }
}

/** The finished filter, or what is still wanting. */
export function readDraft(draft: FilterDraft): Read {
  const { subject, condition, codes, text } = draft
  if (subject === null || condition === null) return incomplete('请选择项目')
  if (condition === 'between' || condition === 'age') return readRange(draft)
  if (!isMemberField(subject)) return incomplete('请选择项目')
  switch (condition) {
    case 'in':
      if (codes.length === 0) return incomplete('请至少选择一项')
      return { ok: true, filter: { op: 'in', field: subject, values: [...codes] } }
    case 'is':
      return { ok: true, filter: { op: 'is', field: subject, value: draft.flag } }
    case 'contains':
      if (text.trim() === '') return incomplete('请填写文字')
      return { ok: true, filter: { op: 'contains', field: subject, text: text.trim() } }
    case 'filled':
    case 'empty':
      return { ok: true, filter: { op: 'empty', field: subject, empty: condition === 'empty' } }
  }
}
