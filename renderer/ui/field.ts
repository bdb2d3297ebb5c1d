import type { ReactNode } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'

/** What every field bound to React Hook Form takes; pass the form's `control`. */
export interface FieldProps<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly name: FieldPath<T>
  readonly label: string
  readonly required?: boolean
  readonly hint?: ReactNode
  readonly findings?: ReactNode
  readonly disabled?: boolean
  readonly wide?: boolean
}

interface RowParts {
  readonly label: string
  readonly required: boolean
  readonly wide: boolean
  readonly error: string | undefined
  readonly hint?: ReactNode
  readonly findings?: ReactNode
}

/** The FormRow props of a field. */
export function rowOf<T extends FieldValues, O>(
  props: FieldProps<T, O>,
  error: string | undefined,
): RowParts {
  const { label, required = false, wide = false, hint, findings } = props
  return {
    label,
    required,
    wide,
    error,
    ...(hint === undefined ? {} : { hint }),
    ...(findings === undefined ? {} : { findings }),
  }
}
