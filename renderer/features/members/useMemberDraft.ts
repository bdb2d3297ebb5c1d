import { useCallback } from 'react'
import { isMemberField } from '#shared/domain/memberFields.ts'
import { type OfferedDraft, useOfferedDraft } from '../../lib/offeredDraft.ts'
import { type MemberDraft, parseDraft } from './memberDraft.ts'
import { type MemberFormValues, sensitiveFields } from './memberForm.ts'
import type { MemberFormState } from './useMemberForm.ts'

interface MemberDrafts {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: OfferedDraft<MemberDraft>['offered']
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly save: (changes: Partial<MemberFormValues>) => void
  readonly resume: () => Promise<void>
  readonly discard: () => void
  /** After saving: drops what was typed, not an older draft nobody has decided about. */
  readonly settle: () => void
}

/** The draft of a member's form, with the version it was begun from. */
export function useMemberDraft(id: string | null, state: MemberFormState): MemberDrafts {
  const { load, reveal, start, version, isRevealed } = state
  const key = `draft:member:${id ?? 'new'}` as const
  const { offered, isKept, keep, decide, discard } = useOfferedDraft<MemberDraft>(key, parseDraft)
  const save = useCallback(
    (changes: Partial<MemberFormValues>) => {
      if (Object.keys(changes).length > 0) keep({ version, changes })
    },
    [version, keep],
  )
  const resume = async () => {
    if (offered === null) return
    const { changes } = offered.value
    const touchesSensitive = Object.keys(changes).some(
      (field) => isMemberField(field) && sensitiveFields.includes(field),
    )
    const plain = touchesSensitive && id !== null && !isRevealed ? await reveal() : null
    load(version === null ? null : { version, values: { ...start, ...plain } }, changes)
    decide({ version, changes })
  }
  const settle = useCallback(() => {
    if (isKept) discard()
  }, [discard, isKept])
  return { offered, isKept, save, resume, discard, settle }
}
