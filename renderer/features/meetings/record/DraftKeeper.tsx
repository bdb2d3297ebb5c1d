import { useEffect, useEffectEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { changedFields, type MeetingForm, type MeetingValues } from './meetingForm.ts'

interface DraftKeeperProps {
  readonly form: MeetingForm
  readonly base: MeetingValues
  readonly isDirty: boolean
  readonly onTyped: (changes: Partial<MeetingValues>) => void
}

/** Hands on what is typed; a component of its own, so that a key does not draw the whole form anew. */
export function DraftKeeper({ form, base, isDirty, onTyped }: DraftKeeperProps) {
  const values = useWatch({ control: form.control, compute: (all) => all })
  const tell = useEffectEvent((typed: MeetingValues) => onTyped(changedFields(base, typed)))
  useEffect(() => {
    if (isDirty) tell(values)
  }, [values, isDirty])
  return null
}
