import { useCallback, useState } from 'react'
import { isMemberField } from '#shared/domain/memberFields.ts'
import { type Draft, useDraft } from '../../lib/workspace.ts'
import { type MemberDraft, parseDraft } from './memberDraft.ts'
import { type MemberFormValues, sensitiveFields } from './memberForm.ts'
import type { MemberFormState } from './useMemberForm.ts'

interface MemberDrafts {
  /** What was left half-done, until somebody decides about it. */
  readonly offered: Draft<MemberDraft>['stored']
  /** What is typed now is being kept. */
  readonly isKept: boolean
  readonly save: (changes: Partial<MemberFormValues>) => void
  readonly resume: () => Promise<void>
  readonly discard: () => void
  /** After saving: drops what was typed, not an older draft nobody has decided about. */
  readonly settle: () => void
}

/** Keeps what is typed; an older draft is not written over before somebody has decided about it. */
export function useMemberDraft(id: string | null, state: MemberFormState): MemberDrafts {
  const { load, reveal, start, version, isRevealed } = state
  const draft = useDraft<MemberDraft>(`draft:member:${id ?? 'new'}`, parseDraft)
  const [isDecided, setIsDecided] = useState(false)
  const offered = isDecided ? null : draft.stored
  const isKept = !draft.isLoading && offered === null
  const { save: write, discard: drop } = draft

  const save = useCallback(
    (changes: Partial<MemberFormValues>) => {
      if (isKept && Object.keys(changes).length > 0) write({ version, changes })
    },
    [isKept, version, write],
  )
  const resume = async () => {
    if (offered === null) return
    const { changes } = offered.value
    const touchesSensitive = Object.keys(changes).some(
      (field) => isMemberField(field) && sensitiveFields.includes(field),
    )
    const plain = touchesSensitive && id !== null && !isRevealed ? await reveal() : null
    load(version === null ? null : { version, values: { ...start, ...plain } }, changes)
    setIsDecided(true)
    write({ version, changes })
  }
  const discard = useCallback(() => {
    setIsDecided(true)
    drop()
  }, [drop])
  const settle = useCallback(() => {
    if (isKept) drop()
  }, [drop, isKept])
  return { offered, isKept, save, resume, discard, settle }
}
