import { bulkFields } from '#shared/contract/members.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'

export interface BulkChange {
  readonly field: MemberField
  /** Null empties the field. */
  readonly value: unknown
}

/** Branch and 党籍状态 change by dialogs that ask since when, and a 党小组 belongs to one branch only. */
const withOwnDialog: readonly MemberField[] = ['organizationId', 'groupId', 'partyStatus']

export const settableFields: readonly MemberField[] = bulkFields.filter(
  (field) => !withOwnDialog.includes(field),
)

/** Fields that may not be emptied. */
const neverEmpty: ReadonlySet<MemberField> = new Set(['personType'])

export function mayBeEmptied(field: MemberField): boolean {
  return !neverEmpty.has(field)
}
