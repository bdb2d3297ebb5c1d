import { bulkFields } from '#shared/contract/members.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'

export interface BulkChange {
  readonly field: MemberField
  /** Null empties the field. */
  readonly value: unknown
}

export const moveField: MemberField = 'organizationId'

/** Moving to a branch has its own dialog, and a 党小组 belongs to one branch only. */
export const settableFields: readonly MemberField[] = bulkFields.filter(
  (field) => field !== moveField && field !== 'groupId',
)

/** Fields that may not be emptied. */
const neverEmpty: ReadonlySet<MemberField> = new Set(['personType', 'partyStatus'])

export function mayBeEmptied(field: MemberField): boolean {
  return !neverEmpty.has(field)
}
