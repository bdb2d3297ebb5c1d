import { z } from 'zod'
import { isMemberField } from '#shared/domain/memberFields.ts'
import type { MemberFormValues } from './memberForm.ts'

const stored = z.object({
  version: z.number().nullable(),
  changes: z.record(z.string(), z.unknown()),
})

/** What was typed and not saved, and the version it was typed over. */
export interface MemberDraft {
  readonly version: number | null
  readonly changes: Partial<MemberFormValues>
}

function isChanges(value: Readonly<Record<string, unknown>>): value is Partial<MemberFormValues> {
  return Object.keys(value).every(isMemberField)
}

export function parseDraft(value: unknown): MemberDraft | null {
  const parsed = stored.safeParse(value)
  if (!parsed.success || !isChanges(parsed.data.changes)) return null
  const { version, changes } = parsed.data
  return Object.keys(changes).length === 0 ? null : { version, changes }
}
