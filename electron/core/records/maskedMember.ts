import type { MemberRecord } from '#shared/contract/members.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { maskField, type Reader } from '#shared/domain/memberMasks.ts'

type WritableRecord = { -readonly [K in MemberField]: MemberRecord[K] }

/** Fields that take any text. */
type TextField = { [K in MemberField]: string extends NonNullable<MemberRecord[K]> ? K : never }[MemberField]

function isTextField(field: MemberField): field is TextField {
  return ['text', 'idNo', 'mobile'].includes(memberFields[field].kind.type)
}

const textFields = memberFieldKeys.filter(isTextField)

/** A record as every screen shows it to this reader until somebody asks: the only form in which one leaves the core, but for `members.reveal`. */
export function maskedMember(record: MemberRecord, reader: Reader): MemberRecord {
  const masked: WritableRecord = { ...record }
  for (const field of textFields) {
    const text = masked[field]
    if (text !== null) masked[field] = maskField(field, text, reader)
  }
  return masked
}
