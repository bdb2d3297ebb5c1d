import { isSameValue } from '#db/queries/memberRecords.ts'
import type { ImportMode, ImportRow } from '#shared/contract/imports.ts'
import { followedFields, type MemberRecord } from '#shared/contract/members.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { maskAddress, maskIdNo, maskMobile, maskNumbers } from '#shared/lib/idNumber.ts'
import type { BranchBook } from './branches.ts'
import { textDiffers } from './fieldDiffers.ts'

function isEmpty(value: MemberRecord[MemberField]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the file's value says something the record does not. */
function differs(before: MemberRecord[MemberField], after: MemberRecord[MemberField]): boolean {
  if (typeof before === 'string' && typeof after === 'string') return textDiffers(before, after)
  return !isSameValue(before, after)
}

/** What the open record of 流动党员 says of a person away is changed there; whoever a list newly calls away gets such a record. */
function isKept(key: MemberField, before: MemberRecord, given: Partial<MemberRecord>): boolean {
  return followedFields.includes(key) && (before.isFloating === true || given.isFloating !== true)
}

/** Fields a row would change if they were not kept in the ledger of 流动党员. */
export function keptFields(before: MemberRecord, given: Partial<MemberRecord>): readonly MemberField[] {
  return followedFields.filter((key) => {
    const value = given[key]
    if (value === undefined || value === null || !isKept(key, before, given)) return false
    return differs(before[key] ?? (key === 'isFloating' ? false : null), value)
  })
}

/** The fields a row changes; a blank cell never overwrites. */
export function changesOf(
  before: MemberRecord,
  given: Partial<MemberRecord>,
  mode: ImportMode,
): Partial<MemberRecord> {
  const keys = memberFieldKeys.filter((key) => {
    const value = given[key]
    if (value === undefined || value === null || key === 'idNo' || isKept(key, before, given)) return false
    if (!differs(before[key], value)) return false
    return mode !== 'fillBlanks' || isEmpty(before[key])
  })
  const fields: Partial<MemberRecord> = Object.fromEntries(keys.map((key) => [key, given[key]]))
  // A group belongs to its branch: whoever moves leaves it.
  const leavesGroup =
    fields.organizationId !== undefined && fields.groupId === undefined && before.groupId !== null
  return leavesGroup ? { ...fields, groupId: null } : fields
}

function shown(field: MemberField, value: MemberRecord[MemberField], branches: BranchBook): string {
  if (typeof value !== 'string' || !memberFields[field].sensitive)
    return maskNumbers(fieldText(field, value, (id) => branches.nameOf(id)))
  if (field === 'idNo') return maskIdNo(value)
  if (field === 'mobile' || field === 'phone') return maskMobile(value)
  return maskAddress(value)
}

export function describeChange(
  field: MemberField,
  before: MemberRecord[MemberField],
  after: MemberRecord[MemberField],
  branches: BranchBook,
): ImportRow['changes'][number] {
  return {
    field,
    label: memberFields[field].label,
    old: shown(field, before, branches),
    new: shown(field, after, branches),
  }
}
