import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import type { MemberCheck } from '#shared/contract/members.ts'
import { useCall } from '../../lib/queries.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { type MemberFormValues, readableFields } from './memberForm.ts'
import type { MemberFormState } from './useMemberForm.ts'

interface FormWatcherProps {
  readonly id: string | null
  readonly state: MemberFormState
  readonly onChanges: (changes: Partial<MemberFormValues>) => void
  readonly onCheck: (check: MemberCheck | null) => void
}

const typingPauseMs = 350

/** Follows the typing without making the whole form follow it: drafts, rules, possible duplicates, what the ID number tells. */
export function FormWatcher({ id, state, onChanges, onCheck }: FormWatcherProps) {
  const { form, changes: readChanges } = state
  const values = useWatch({ control: form.control })
  // The watched values are the trigger; what counts is the difference to the record.
  const changes = useMemo(() => (values === undefined ? {} : readChanges()), [values, readChanges])
  const isChanged = Object.keys(changes).length > 0
  const settled = useDebounced(changes, typingPauseMs)
  const fields = useMemo(() => readableFields(settled), [settled])
  const check = useCall(
    'members.check',
    { excludeId: id, fields },
    { enabled: Object.keys(settled).length > 0, keepPrevious: true, fresh: true },
  )
  const answer = isChanged ? (check.data ?? null) : null

  const report = useEffectEvent(onChanges)
  useEffect(() => report(changes), [changes])

  const filled = useRef<MemberCheck['derived']>(null)
  const take = useEffectEvent((next: MemberCheck | null) => {
    onCheck(next)
    const derived = next?.derived ?? null
    if (derived === null || changes.idNo === undefined) return
    const { birthDate, gender } = form.getValues()
    const last = filled.current
    if (birthDate === null || birthDate === last?.birthDate) {
      form.setValue('birthDate', derived.birthDate, { shouldDirty: true, shouldValidate: true })
    }
    if (gender === null || gender === last?.gender) {
      form.setValue('gender', derived.gender, { shouldDirty: true, shouldValidate: true })
    }
    filled.current = derived
  })
  useEffect(() => take(answer), [answer])
  return null
}
