import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { type EnterpriseFields, enterpriseInput } from '#shared/contract/enterprises.ts'
import { defined } from '#shared/lib/defined.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { useOfferedDraft } from '../../lib/offeredDraft.ts'
import type { EnterpriseDraft } from './enterpriseForm.ts'

const kept = enterpriseInput.partial()

/** What was typed and can still be read; null when a later build asks for something else. */
function parseChanges(value: unknown): Partial<EnterpriseFields> | null {
  const parsed = kept.safeParse(value)
  return parsed.success && Object.keys(parsed.data).length > 0 ? defined<EnterpriseFields>(parsed.data) : null
}

interface EnterpriseDrafts {
  /** When what was left half-done was typed; null when there is none, or somebody has decided about it. */
  readonly offeredAt: Instant | null
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly resume: () => void
  readonly discard: () => void
}

/** Keeps what is typed; an older draft is not written over before somebody has decided about it. */
export function useEnterpriseDraft(
  id: string | null,
  base: EnterpriseDraft,
  form: UseFormReturn<EnterpriseDraft, unknown, EnterpriseFields>,
): EnterpriseDrafts {
  const key = `draft:enterprise:${id ?? 'new'}` as const
  const { offered, isKept, keep, decide, discard } = useOfferedDraft(key, parseChanges)
  const values = useWatch({ control: form.control })
  const { isDirty } = form.formState
  useEffect(() => {
    if (!isKept || !isDirty) return
    const before: Readonly<Record<string, unknown>> = { ...base }
    const changes = Object.entries(values).filter(([key, value]) => before[key] !== value)
    if (changes.length > 0) keep(Object.fromEntries(changes))
  }, [values, isDirty, isKept, base, keep])
  const resume = (): void => {
    if (offered === null) return
    form.reset({ ...base, ...offered.value }, { keepDefaultValues: true })
    decide()
  }
  return { offeredAt: offered?.updatedAt ?? null, isKept, resume, discard }
}
