import type { z } from 'zod'
import { exportRosterInput } from '#shared/contract/documents.ts'
import { isMemberField, type MemberField, memberFieldKeys } from '#shared/domain/memberFields.ts'

/** What the form asks; the rule about the purpose is the core's own, said before it has to refuse. */
export const exportFormSchema = exportRosterInput
  .omit({ jobId: true })
  .refine((value) => !value.unmasked || (value.purpose ?? '') !== '', {
    path: ['purpose'],
    error: '导出完整号码，请写明用途，如“报区委组织部年报核对”',
  })
  .refine((value) => value.format !== 'xlsx' || value.columns === null || value.columns.length > 0, {
    path: ['columns'],
    error: '请至少选一个栏目',
  })

export type ExportFormInput = z.input<typeof exportFormSchema>
export type ExportForm = z.output<typeof exportFormSchema>

/** What somebody who chooses columns starts from. */
export const firstChoice: readonly MemberField[] = [
  'name',
  'gender',
  'ethnicity',
  'birthDate',
  'education',
  'idNo',
  'personType',
  'organizationId',
  'joinedOn',
  'regularOn',
  'mobile',
]

/** Columns stand in the order of the record, however they were ticked. */
export function inOrder(columns: readonly MemberField[]): MemberField[] {
  return memberFieldKeys.filter((key) => columns.includes(key))
}

export function parseColumns(value: unknown): readonly MemberField[] | null {
  if (!Array.isArray(value)) return null
  const known = value.filter((key) => typeof key === 'string').filter(isMemberField)
  return known.length === 0 ? null : known
}
