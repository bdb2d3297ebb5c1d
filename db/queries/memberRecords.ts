import { getTableColumns } from 'drizzle-orm'
import type { MemberRecord } from '#shared/contract/members.ts'
import { type MemberField, memberFieldKeys } from '#shared/domain/memberFields.ts'
import type { SqlParams, SqlValue } from '../database.ts'
import { members } from '../schema/members.ts'

/** A row as it stands in the file. */
export type StoredMember = typeof members.$inferSelect

const columns = getTableColumns(members)

/** SQL column of a field; fields and columns carry the same names by construction of the schema. */
export function columnOf(field: MemberField): string {
  return field === 'skills' ? columns.skills.name : columns[field].name
}

export function recordOf(row: StoredMember): MemberRecord {
  const { seq: _seq, id: _id, nameKey: _key, version: _v, createdAt: _c, updatedAt: _u, ...rest } = row
  const { deletedAt: _d, deletedReason: _r, skills, ...fields } = rest
  return { ...fields, skills: skills === null ? [] : skills.split(',') }
}

function stored(value: MemberRecord[MemberField]): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return value.length === 0 ? null : value.toSorted().join(',')
}

/** Named parameters for the fields given, ready for a prepared statement. */
export function fieldParams(fields: Partial<MemberRecord>): SqlParams {
  const params: Record<string, SqlValue> = {}
  for (const key of memberFieldKeys) {
    const value = fields[key]
    if (value !== undefined) params[key] = stored(value)
  }
  return params
}

/** Whether two values of a field are the same to a reader: lists by content, the rest by value. */
export function isSameValue(a: MemberRecord[MemberField], b: MemberRecord[MemberField]): boolean {
  return stored(a) === stored(b)
}
