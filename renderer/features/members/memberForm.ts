import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { memberInput } from '#shared/contract/members.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isMemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'
import { normaliseIdNo } from '#shared/lib/idNumber.ts'
import { cleanName, normalisePhone } from '#shared/lib/text.ts'
import { issueTextZh } from '#shared/contract/issueText.ts'
import { sameValue } from './threeWay.ts'

export type MemberFormValues = z.input<typeof memberInput>

/** What a save would send: every field of a new member, the changed ones of a known one. */
export type MemberFormOutput = { [F in keyof MemberRecord]?: MemberRecord[F] | undefined }

export const sensitiveFields: readonly MemberField[] = memberFieldKeys.filter(
  (field) => memberFields[field].sensitive,
)

export function valuesOf(record: MemberRecord): MemberFormValues {
  return { ...record, skills: [...record.skills] }
}

export function changesOf(base: MemberFormValues, values: MemberFormValues): Partial<MemberFormValues> {
  const changes: Partial<MemberFormValues> = { ...values }
  for (const field of memberFieldKeys) if (sameValue(base[field], values[field])) delete changes[field]
  return changes
}

/** As the core compares and stores them: half-width, no spaces, X in upper case. */
function tidied(values: Partial<MemberFormValues>): Partial<MemberFormValues> {
  const tidy = { ...values }
  if (tidy.idNo !== undefined) tidy.idNo = normaliseIdNo(tidy.idNo)
  if (tidy.name !== undefined) tidy.name = cleanName(tidy.name)
  if (typeof tidy.mobile === 'string') tidy.mobile = normalisePhone(tidy.mobile)
  return tidy
}

/** A list left empty was not chosen from; the schema can only say that the value is not in it. */
function messageOf(field: MemberField, value: unknown, issue: z.core.$ZodIssue): string {
  const { kind, label } = memberFields[field]
  return kind.type === 'code' && (value === '' || value === null) ? `请选择${label}` : issue.message
}

function errorsOf(
  issues: readonly z.core.$ZodIssue[],
  values: MemberFormValues,
): FieldErrors<MemberFormValues> {
  const errors: FieldErrors<MemberFormValues> = {}
  for (const issue of issues) {
    const field = String(issue.path[0])
    if (!isMemberField(field)) continue
    errors[field] ??= { type: issue.code ?? 'invalid', message: messageOf(field, values[field], issue) }
  }
  return errors
}

/** Judges only what would be sent: what a record has held for years must not stop the correction of something else. */
export function memberResolver(
  base: MemberFormValues | null,
): Resolver<MemberFormValues, unknown, MemberFormOutput> {
  return (values) => {
    const parsed =
      base === null
        ? memberInput.safeParse(tidied(values), { error: issueTextZh })
        : memberInput.partial().safeParse(tidied(changesOf(base, values)), { error: issueTextZh })
    return parsed.success
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: errorsOf(parsed.error.issues, values) }
  }
}

/** The fields that can be read as they stand, for checks while somebody is still typing. */
export function readableFields(values: Partial<MemberFormValues>): MemberFormOutput {
  const readable = tidied(values)
  const parsed = memberInput.partial().safeParse(readable)
  if (parsed.success) return parsed.data
  const unreadable = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  for (const field of memberFieldKeys) if (unreadable.has(field)) delete readable[field]
  return memberInput.partial().parse(readable)
}

/** Defaults of the form, not of the schema: most people entered are members in good standing. */
export function blankValues(organizationId: string): MemberFormValues {
  return { ...unfilledMember, name: '', idNo: '', personType: '', organizationId, partyStatus: 'ZC' }
}
