import { Radio } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

interface BooleanFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  /** Leaves out 未填, for values that are never null. */
  readonly decided?: boolean
}

export function BooleanField<T extends FieldValues, O>(props: BooleanFieldProps<T, O>) {
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const value: unknown = field.value
  const options = [
    { label: '是', value: 'yes' },
    { label: '否', value: 'no' },
    ...(props.decided === true ? [] : [{ label: '未填', value: 'unknown' }]),
  ]
  const chosen = value === true ? 'yes' : value === false ? 'no' : 'unknown'
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)} as="group">
      {() => (
        <Radio.Group
          name={field.name}
          options={options}
          value={chosen}
          disabled={props.disabled ?? false}
          onChange={(event) =>
            field.onChange(event.target.value === 'unknown' ? null : event.target.value === 'yes')
          }
          onBlur={field.onBlur}
        />
      )}
    </FormRow>
  )
}
