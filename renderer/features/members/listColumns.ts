import { z } from 'zod'
import type { MemberListRow } from '#shared/contract/members.ts'
import { memberSort } from '#shared/contract/memberListInput.ts'
import { isMemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import type { FieldGroup, MemberField } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { formatDots, isPartialDate } from '#shared/lib/dates.ts'

const computed = ['age', 'partyAge', 'findings'] as const

export type ColumnKey = MemberField | (typeof computed)[number]

export interface ColumnChoice {
  readonly key: ColumnKey
  readonly width: number
}

export interface ColumnsView {
  readonly columns: readonly ColumnChoice[]
}

const computedLabels: Readonly<Record<(typeof computed)[number], string>> = {
  age: '年龄',
  partyAge: '党龄（年）',
  findings: '核对提示',
}

/** 姓名 leads and stays in sight, so it is no choice. */
export const leadColumn: ColumnKey = 'name'

function isComputed(key: string): key is (typeof computed)[number] {
  return computed.some((each) => each === key)
}

export function isColumnKey(key: string): key is ColumnKey {
  return isComputed(key) || isMemberField(key)
}

export function columnLabel(key: ColumnKey): string {
  return isComputed(key) ? computedLabels[key] : memberFields[key].label
}

const groupOfComputed: Readonly<Record<(typeof computed)[number], FieldGroup>> = {
  age: 'basic',
  partyAge: 'party',
  findings: 'basic',
}

export function columnGroup(key: ColumnKey): FieldGroup {
  return isComputed(key) ? groupOfComputed[key] : memberFields[key].group
}

/** Every column there is, in the order of the form, computed ones beside what they come from. */
export const allColumns: readonly ColumnKey[] = memberFieldKeys.flatMap((key): readonly ColumnKey[] => {
  if (key === 'name') return ['name', 'findings']
  if (key === 'birthDate') return ['birthDate', 'age']
  return key === 'regularOn' ? ['regularOn', 'partyAge'] : [key]
})

const sortable: ReadonlySet<string> = new Set(memberSort.shape.field.options)

export function isSortable(key: ColumnKey): boolean {
  return sortable.has(key)
}

const widths: Readonly<Partial<Record<ColumnKey, number>>> = {
  name: 148,
  findings: 96,
  idNo: 206,
  gender: 72,
  birthDate: 104,
  age: 72,
  ethnicity: 92,
  education: 116,
  personType: 96,
  organizationId: 190,
  groupId: 110,
  joinedOn: 104,
  regularOn: 104,
  partyAge: 104,
  partyStatus: 100,
  mobile: 158,
  phone: 150,
  hukou: 240,
  address: 260,
  unitDuty: 200,
  jobPost: 180,
  remark: 220,
}

export function defaultWidth(key: ColumnKey): number {
  return widths[key] ?? 128
}

const defaultKeys: readonly ColumnKey[] = [
  'name',
  'findings',
  'gender',
  'age',
  'birthDate',
  'organizationId',
  'personType',
  'joinedOn',
  'regularOn',
  'partyAge',
  'education',
  'idNo',
  'mobile',
  'partyStatus',
]

export const defaultColumns: ColumnsView = {
  columns: defaultKeys.map((key) => ({ key, width: defaultWidth(key) })),
}

const storedColumns = z.object({
  columns: z.array(z.object({ key: z.string(), width: z.number().min(40).max(1200) })).min(1),
})

/** Reads a remembered view; columns that no longer exist are dropped. */
export function parseColumns(value: unknown): ColumnsView | null {
  const parsed = storedColumns.safeParse(value)
  if (!parsed.success) return null
  const columns = parsed.data.columns.flatMap(({ key, width }) => (isColumnKey(key) ? [{ key, width }] : []))
  return columns.some((column) => column.key === leadColumn) ? { columns } : null
}

/** Dates stand under one another, so cells have the dotted form. */
function recordText(row: MemberListRow, field: MemberField): string {
  const value = row.record[field]
  if (typeof value === 'string' && memberFields[field].kind.type === 'date' && isPartialDate(value))
    return formatDots(value)
  return fieldText(field, value, (id) =>
    id === row.record.groupId ? (row.groupName ?? '') : row.organizationName,
  )
}

/** What a cell shows, and what copying it gives. */
export function cellText(row: MemberListRow, key: ColumnKey): string {
  switch (key) {
    case 'age':
      return row.age === null ? '' : String(row.age)
    case 'partyAge':
      return row.partyAgeYears === null ? '' : String(row.partyAgeYears)
    case 'findings':
      return row.findingCount === 0 ? '' : String(row.findingCount)
    default:
      return recordText(row, key)
  }
}
