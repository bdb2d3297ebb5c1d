import { useEffect, useEffectEvent } from 'react'
import { type Control, type FieldValues, useWatch } from 'react-hook-form'

interface DraftKeeperProps<T extends FieldValues, O, A> {
  readonly control: Control<T, unknown, O>
  readonly isDirty: boolean
  /** What is kept beside the form's own values. */
  readonly also: A
  readonly onTyped: (values: T, also: A) => void
}

/** Hands on what is typed; a component of its own, so that a key does not draw the whole form anew. */
export function DraftKeeper<T extends FieldValues, O, A>(props: DraftKeeperProps<T, O, A>) {
  const { control, isDirty, also, onTyped } = props
  const values = useWatch({ control, compute: (all: T) => all })
  const tell = useEffectEvent(onTyped)
  useEffect(() => {
    if (isDirty) tell(values, also)
  }, [values, isDirty, also])
  return null
}
