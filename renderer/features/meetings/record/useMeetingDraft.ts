import { useState } from 'react'
import type { Instant } from '#shared/lib/dates.ts'
import { useDraft } from '../../../lib/workspace.ts'
import { type MeetingValues, parseDraft } from './meetingForm.ts'

type Changes = Partial<MeetingValues>

interface MeetingDrafts {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: { readonly value: Changes; readonly updatedAt: Instant } | null
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly keep: (changes: Changes) => void
  readonly decide: () => void
  readonly discard: () => void
}

/** Keeps what is typed; an older draft is not written over before somebody has decided about it. */
export function useMeetingDraft(id: string | null): MeetingDrafts {
  const draft = useDraft<Changes>(`draft:meeting:${id ?? 'new'}`, parseDraft)
  const [isDecided, setIsDecided] = useState(false)
  const offered = isDecided ? null : draft.stored
  const isKept = !draft.isLoading && offered === null
  return {
    offered,
    isKept,
    keep: (changes) => {
      if (isKept) draft.save(changes)
    },
    decide: () => setIsDecided(true),
    discard: () => {
      setIsDecided(true)
      draft.discard()
    },
  }
}
