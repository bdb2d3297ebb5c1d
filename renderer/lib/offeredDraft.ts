import { useCallback, useState } from 'react'
import { type Draft, useDraft } from './workspace.ts'

export interface OfferedDraft<T> {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: Draft<T>['stored']
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly keep: (value: T) => void
  /** It was taken up: what is typed from here on is kept in its place, beginning with this where it is given. */
  readonly decide: (value?: T) => void
  readonly discard: () => void
}

/** Keeps what is typed; an older draft is not written over before somebody has decided about it. */
export function useOfferedDraft<T>(
  key: `draft:${string}`,
  parse: (value: unknown) => T | null,
): OfferedDraft<T> {
  const { isLoading, stored, save, discard: drop } = useDraft(key, parse)
  const [decidedKey, setDecidedKey] = useState<string | null>(null)
  const offered = decidedKey === key ? null : stored
  const isKept = !isLoading && offered === null
  const keep = useCallback(
    (value: T) => {
      if (isKept) save(value)
    },
    [isKept, save],
  )
  const decide = useCallback(
    (value?: T) => {
      setDecidedKey(key)
      if (value !== undefined) save(value)
    },
    [key, save],
  )
  const discard = useCallback(() => {
    setDecidedKey(key)
    drop()
  }, [key, drop])
  return { offered, isKept, keep, decide, discard }
}
