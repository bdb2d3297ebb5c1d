import { useState } from 'react'
import type { Instant } from '#shared/lib/dates.ts'
import { useDraft } from '../../../lib/workspace.ts'
import { type FileDraft, parseFileDraft } from './fileDraft.ts'

interface FileDrafts {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: { readonly value: FileDraft; readonly updatedAt: Instant } | null
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly keep: (draft: FileDraft) => void
  readonly decide: () => void
  readonly discard: () => void
}

/** Keeps what is typed; an older draft is not written over before somebody has decided about it. */
export function useFileDraft(id: string | null): FileDrafts {
  const draft = useDraft<FileDraft>(`draft:development:${id ?? 'new'}`, parseFileDraft)
  const [isDecided, setIsDecided] = useState(false)
  const offered = isDecided ? null : draft.stored
  const isKept = !draft.isLoading && offered === null
  return {
    offered,
    isKept,
    keep: (value) => {
      if (isKept) draft.save(value)
    },
    decide: () => setIsDecided(true),
    discard: () => {
      setIsDecided(true)
      draft.discard()
    },
  }
}
