import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'
import { HundredthsInput } from './HundredthsInput.tsx'

interface HundredthsFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly unit?: string
  /** The most, in hundredths. */
  readonly most?: number
}

/** HundredthsInput bound to React Hook Form. */
export function HundredthsField<T extends FieldValues, O>(props: HundredthsFieldProps<T, O>) {
  const { unit, most } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <HundredthsInput
          {...ids}
          {...(unit === undefined ? {} : { unit })}
          {...(most === undefined ? {} : { most })}
          name={field.name}
          inputRef={field.ref}
          disabled={props.disabled ?? false}
          value={typeof value === 'number' ? value : null}
          invalid={fieldState.error !== undefined}
          onValue={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    </FormRow>
  )
}
