import { memberFields, type MemberField } from '../domain/memberFields.ts'
import { formatPartialDate, isPartialDate } from '../lib/dates.ts'
import { codeName } from './codeTables.ts'

/** A field's value as people read it: code names, 1968年7月, 是/否. Empty text when not filled in. */
export function fieldText(
  field: MemberField,
  value: string | number | boolean | null | readonly string[],
  organizationName: (id: string) => string,
): string {
  if (value === null) return ''
  const { kind } = memberFields[field]
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string')
    return value
      .map((code) => (kind.type === 'codes' ? (codeName(kind.table, code) ?? code) : code))
      .join('、')
  if (kind.type === 'code') return codeName(kind.table, value) ?? value
  if (kind.type === 'date') return isPartialDate(value) ? formatPartialDate(value) : value
  return kind.type === 'branch' || kind.type === 'group' ? organizationName(value) : value
}
