import { InputNumber } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

interface NumberFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly min?: number
  readonly max?: number
  /** 年, 月, 人. */
  readonly unit?: string
}

/** Whole numbers; an emptied field is null. What is out of range or no whole number stays as typed, for the schema to say so: the control would turn -3 into 0. */
export function NumberField<T extends FieldValues, O>(props: NumberFieldProps<T, O>) {
  const { min = 0, max, unit } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => (
        <InputNumber
          {...ids}
          ref={field.ref}
          name={field.name}
          aria-valuemin={min}
          {...(max === undefined ? {} : { 'aria-valuemax': max })}
          {...(unit === undefined ? {} : { suffix: unit })}
          disabled={props.disabled ?? false}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => field.onChange(next)}
          onBlur={field.onBlur}
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
        />
      )}
    </FormRow>
  )
}
