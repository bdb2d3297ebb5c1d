import { useState } from 'react'
import type { Instant } from '#shared/lib/dates.ts'
import { useDraft } from '../../lib/workspace.ts'

const isGroup = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** Whether what was kept still has the fields of the form, lists where it has lists. */
function fits<T extends object>(base: T, value: unknown): value is T {
  if (!isGroup(value)) return false
  const kept = new Map<string, unknown>(Object.entries(value))
  const wanted = Object.entries(base)
  return (
    kept.size === wanted.length &&
    wanted.every(([key, part]: [string, unknown]) => {
      if (isGroup(part)) return fits(part, kept.get(key))
      return kept.has(key) && Array.isArray(kept.get(key)) === Array.isArray(part)
    })
  )
}

interface FormDraft<T> {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: { readonly value: T; readonly updatedAt: Instant } | null
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly keep: (values: T) => void
  readonly decide: () => void
  readonly discard: () => void
}

/** Keeps what is typed, the whole form; an older draft is not written over before somebody has decided about it. */
export function useFormDraft<T extends object>(key: `draft:${string}`, base: T): FormDraft<T> {
  const draft = useDraft<T>(key, (value) => (fits(base, value) ? value : null))
  const [isDecided, setIsDecided] = useState(false)
  const offered = isDecided ? null : draft.stored
  const isKept = !draft.isLoading && offered === null
  return {
    offered,
    isKept,
    keep: (values) => {
      if (isKept) draft.save(values)
    },
    decide: () => setIsDecided(true),
    discard: () => {
      setIsDecided(true)
      draft.discard()
    },
  }
}
